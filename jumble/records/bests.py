"""Scores beside each other: the best of each level and mode, scores over time, and what makes a personal best."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumble.game import MODES, NextRank, next_rank, rank
from jumble.records.rows import GameRow, Scored


class Best(StrEnum):
    """What is remarkable about the score of a game just played, the most remarkable first."""

    FIRST = "first"
    """The first game that was played to its end: the one that later ones are measured by, and no more."""
    SCORE = "score"
    """More points than ever before."""
    KIND = "level and mode"
    """More points than ever before at this level in this mode."""
    SHARE = "share"
    """A greater share of the most that was possible than ever before."""


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The games of one level and mode."""

    level: str
    mode: str
    played: int
    finished: int
    best_score: int | None
    """Of those played to the end, as the share."""
    best_share: float | None


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """One finished game on the curve of scores."""

    day: date | None
    score: int
    most: int
    share: float
    level: str
    mode: str


@dataclass(frozen=True, slots=True)
class RankFigures:
    """The highest rank so far, by share of the most that was possible."""

    name: str
    score: int
    most: int
    following: NextRank | None
    """What that game lacked to the next rank."""


def personal_best(game: Scored, earlier: Iterable[Scored]) -> tuple[Best, ...]:
    """Say in which ways a game is better than every game before it; in none if it was left before its end.

    Where nothing was played before, at all or at this level in this mode, nothing is beaten; nor is it by a tie.
    """
    if not game.finished:
        return ()
    before = [each for each in earlier if each.finished]
    if not before:
        return (Best.FIRST,)
    alike = [each for each in before if (each.level, each.mode) == (game.level, game.mode)]
    better = {
        Best.SCORE: all(game.score > each.score for each in before),
        Best.KIND: bool(alike) and all(game.score > each.score for each in alike),
        Best.SHARE: all(game.score * each.most > each.score * game.most for each in before),
    }
    return tuple(best for best, is_so in better.items() if is_so)


def best_by_kind(games: Iterable[GameRow]) -> list[KindFigures]:
    """Return the figures of each level and mode that was played, modes in their own order, the most played first."""
    kinds: dict[tuple[str, str], list[GameRow]] = {}
    for game in games:
        kinds.setdefault((game.level, game.mode), []).append(game)
    figures = [_kind(level, mode, alike) for (level, mode), alike in kinds.items()]
    return sorted(figures, key=lambda kind: (_place(kind.mode), kind.mode, -kind.played, kind.level))


def highest_rank(games: Iterable[GameRow]) -> RankFigures | None:
    """Return the rank of the game with the greatest share; None when no game was played to its end."""
    best = max((game for game in games if game.finished), key=_exact_share, default=None)
    if best is None:
        return None
    return RankFigures(rank(best.score, best.most), best.score, best.most, next_rank(best.score, best.most))


def score_points(games: Iterable[GameRow]) -> list[ScorePoint]:
    """Return the scores of the games that were played to their end, in the order in which they were begun."""
    return [
        ScorePoint(game.day, game.score, game.most, share(game), game.level, game.mode)
        for game in games
        if game.finished
    ]


def share(game: Scored) -> float:
    """Return the share of the most that was possible, to four places."""
    return round(_exact_share(game), 4)


def _exact_share(game: Scored) -> float:
    """Return the share of the most that was possible."""
    return game.score / game.most if game.most else 0.0


def _place(mode: str) -> int:
    """Return where a mode stands among the modes; those of a newer version of the game come last."""
    return list(MODES).index(mode) if mode in MODES else len(MODES)


def _kind(level: str, mode: str, games: list[GameRow]) -> KindFigures:
    """Return the figures of one level and mode."""
    finished = [game for game in games if game.finished]
    return KindFigures(
        level,
        mode,
        len(games),
        len(finished),
        max((game.score for game in finished), default=None),
        share(max(finished, key=_exact_share)) if finished else None,
    )
