"""A record for tests that nobody played: figures chosen to show every part of the records screens."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import inf
from threading import Event

from jumble.figures import (
    GameRow,
    LevelModeFigures,
    ListedGame,
    RankFigures,
    RoundRow,
    ScorePoint,
    Streak,
    Summary,
    TimeBin,
    WordFigures,
)
from jumble.figures.difficulty_check import DifficultyBin, DifficultyCheck
from jumble.game import NextRank, next_rank, rank

FIRST_DAY = date(2025, 7, 1)
TITLES = (
    "The night train that carried a kitchen through the rain",
    "How a city keeps time",
    "Wikipedia’s [red]oldest[/red] page, and [/x] what became of everybody who had ever read it to the end",
)
BINS = (*range(0, 61, 5), 90, 120, 300, inf)
COUNTS = (31, 142, 190, 151, 96, 64, 41, 33, 22, 12, 9, 6, 11, 3, 1, 0)


def hints(clue: int, letter: int) -> dict[str, int]:
    return {name: count for name, count in (("clue", clue), ("letter", letter)) if count}


ROUNDS = (
    RoundRow(1, "porter", "tropre", 6, 0.4, 1, 60.0, 45, "solved", "porter", 8.25, 36.75, 0, 0, 84, {}),
    RoundRow(2, "narrow", "rowran", 6, 1.3, 2, 75.0, 45, "solved", "narrow", 21.0, 24.0, 2, 1, 100, {}),
    RoundRow(3, "report", "rotper", 6, 1.4, 2, 75.0, 45, "solved", "porter", 12.5, 32.5, 1, 0, 31, hints(1, 2)),
    RoundRow(4, "corridor", "ridorroc", 8, 2.9, 4, 140.0, 60, "skipped", "", 31.5, 28.5, 1, 0, 0, hints(1, 0)),
    RoundRow(5, "melody", "ydolem", 6, 2.2, 3, 90.0, 45, "time up", "", 45.0, 0.0, 0, 0, 0, {}),
    RoundRow(6, "relationship", "tionrelaship", 12, 4.1, 5, 240.0, 90, "answer", "", 62.0, 28.0, 0, 0, 0, hints(1, 9)),
)


def past_game(number: int, *, finished: bool = True) -> ListedGame:
    """The game of that number; more points from game to game."""
    day = FIRST_DAY + timedelta(days=number)
    level, mode = ("easy", "medium", "hard")[number % 3], "relaxed" if number % 4 == 1 else "classic"
    ended = f"{day}T21:34:00+02:00" if finished else None
    row = GameRow(number, level, mode, f"{day}T21:30:00+02:00", ended, 1340, 6, 3, 200 + number % 1000)
    return ListedGame(f"{number:032x}", "key", TITLES[number % 3], "house:night-train", "en", 42 + number, row, ROUNDS)


def points(games: int) -> list[ScorePoint]:
    """Scores that rise and fall."""
    return [
        ScorePoint(FIRST_DAY + timedelta(days=number), score, 1340, round(score / 1340, 4), "medium", "classic")
        for number, score in ((each, 300 + each * 7 % 500 + each % 11 * 30) for each in range(games))
    ]


NEXT: NextRank | None = next_rank(812, 1340)

FIGURES = Summary(
    games_played=128,
    games_finished=121,
    rounds_played=1004,
    words_solved=812,
    solve_rate=0.8088,
    best_score=1204,
    streak=Streak(current=4, longest=17, days=92, last=date(2026, 11, 23)),
    rank=RankFigures(rank(812, 1340), 812, 1340, NEXT),
    level_modes=(
        LevelModeFigures("medium", "classic", 64, 60, 1204, 0.8125),
        LevelModeFigures("easy", "classic", 40, 40, 611, 0.8703),
        LevelModeFigures("hard", "classic", 4, 3, 960, 0.4404),
        LevelModeFigures("medium", "relaxed", 18, 18, 640, 0.9102),
        LevelModeFigures("hard", "relaxed", 2, 0, None, None),
    ),
    letters=tuple(
        WordFigures(size, rounds, int(rounds * rate), rate, mean, mean)
        for size, rounds, rate, mean in [
            (4, 61, 0.97, 5.9), (5, 240, 0.91, 8.2), (6, 251, 0.86, 11.0), (7, 190, 0.81, 14.9), (8, 121, 0.72, 18.4),
            (9, 83, 0.61, 23.0), (10, 40, 0.5, 27.7), (11, 16, 0.25, 41.3), (12, 2, 0.0, None),
        ]
    ),
    stars=(
        WordFigures(1, 310, 298, 0.9613, 7.4, 5.1),
        WordFigures(2, 290, 254, 0.8759, 11.2, 8.8),
        WordFigures(3, 221, 160, 0.724, 17.9, 14.0),
        WordFigures(4, 120, 70, 0.5833, 24.6, 20.2),
        WordFigures(5, 63, 30, 0.4762, 38.0, 30.3),
    ),
    times=tuple(
        TimeBin(start, end, counted) for start, end, counted in zip(BINS, BINS[1:], COUNTS, strict=False)
    ),
)  # fmt: skip

CHECK = DifficultyCheck(
    rounds=1004,
    half_solved=3.412,
    seconds_correlation=0.41,
    hardness_correlation=0.52,
    bins=tuple(
        DifficultyBin(start, start + 1, rounds, int(rounds * rate), rate, predicted, 9.0)
        for start, rounds, rate, predicted in [
            (-1, 41, 1.0, 0.98), (0, 240, 0.95, 0.95), (1, 301, 0.9, 0.87), (2, 260, 0.73, 0.71), (3, 121, 0.41, 0.49),
            (4, 41, 0.24, 0.27),
        ]
    ),
)  # fmt: skip

EMPTY = replace(
    FIGURES, games_played=0, games_finished=0, rounds_played=0, words_solved=0, solve_rate=None, best_score=None,
    streak=Streak(0, 0, 0, None), rank=None, level_modes=(), letters=(), stars=(),
    times=tuple(replace(each, count=0) for each in FIGURES.times),
)  # fmt: skip


@dataclass
class MadeUpRecord:
    """An history in memory."""

    figures: Summary = FIGURES
    held: Sequence[ListedGame] = field(default_factory=lambda: [past_game(number) for number in range(128, 0, -1)])
    check: DifficultyCheck = CHECK
    gate: Event | None = None
    """Holds every answer back until it is set."""
    fault: str | None = None
    """Why nothing can be read."""
    asked: list[tuple[int, int]] = field(default_factory=list)
    """Limits and offsets of the pages that were asked for."""

    def summary(self, today: date) -> Summary:
        self._wait()
        return self.figures

    def games(self, limit: int, offset: int) -> Sequence[ListedGame]:
        self._wait()
        self.asked.append((limit, offset))
        return self.held[offset : offset + limit]

    def game(self, uid: str) -> ListedGame | None:
        self._wait()
        return next((game for game in self.held if game.uid == uid), None)

    def scores(self) -> Sequence[ScorePoint]:
        self._wait()
        return points(self.figures.games_finished)

    def difficulty(self) -> DifficultyCheck:
        self._wait()
        return self.check

    def _wait(self) -> None:
        if self.gate is not None:
            self.gate.wait(60)
        if self.fault is not None:
            raise OSError(self.fault)
