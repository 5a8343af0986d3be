"""Made-up histories of play: rows as the record has them, without a record."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from random import Random
from zoneinfo import ZoneInfo

from jumble.figures import GameRow, LevelModeCount

ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
    )
]  # fmt: skip


def game(
    started: str = "2025-07-01T12:00:00+00:00",
    ended: str | None = "2025-07-01T12:05:00+00:00",
    *,
    level: str = "medium",
    mode: str = "classic",
    score: int = 100,
    most: int = 1000,
    number: int = 1,
) -> GameRow:
    return GameRow(number, level, mode, started, ended, most, 8, 5, score)


def level_mode_counts(games: Iterable[GameRow]) -> list[LevelModeCount]:
    """Count games by level and mode, one by one."""
    alike: dict[tuple[str, str], list[GameRow]] = {}
    for each in games:
        alike.setdefault((each.level, each.mode), []).append(each)
    return [_level_mode_count(level, mode, rows) for (level, mode), rows in sorted(alike.items())]


def _level_mode_count(level: str, mode: str, games: list[GameRow]) -> LevelModeCount:
    finished = [each for each in games if each.finished]
    best = max(finished, key=lambda each: Fraction(each.score, each.most) if each.most else Fraction(0), default=None)
    return LevelModeCount(
        level,
        mode,
        len(games),
        len(finished),
        sum(each.rounds for each in games),
        sum(each.solved for each in games),
        max((each.score for each in finished), default=None),
        best and best.score,
        best and best.most,
    )


def times(games: Iterable[GameRow]) -> list[str | None]:
    """Return when games were begun and ended."""
    return [time for each in games for time in (each.started, each.ended)]


def life(seed: int, days: int = 400) -> list[tuple[datetime, datetime | None]]:
    """Return when games were begun and ended over many days: at all hours, with gaps, moving between zones."""
    random = Random(seed)
    at = datetime(2024, 12, 1, tzinfo=UTC)
    last = at + timedelta(days=days)
    zone = random.choice(ZONES)
    games: list[tuple[datetime, datetime | None]] = []
    while at < last:
        if random.random() < 0.01:
            zone = random.choice(ZONES)
        at += timedelta(minutes=random.choice([7, 45, 300, 600, 900, 1439, 1441, random.randrange(1, 3000)]))
        end = at + timedelta(minutes=random.randrange(2, 20))
        games.append((at.astimezone(zone), end.astimezone(zone) if random.random() < 0.8 else None))
    return games


def rows(games: list[tuple[datetime, datetime | None]]) -> list[GameRow]:
    """Return the rows that such a life leaves."""
    return [
        game(
            started.isoformat(timespec="seconds"),
            ended.isoformat(timespec="seconds") if ended else None,
            number=number,
        )
        for number, (started, ended) in enumerate(games, 1)
    ]
