"""Scores beside each other: the best of each level and mode, scores over time, and what makes a personal best."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumble.figures.rows import GameRow, KindCount, Scored
from jumble.game import MODES, NextRank, next_rank, rank


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


def personal_best(game: Scored, earlier: Iterable[KindCount]) -> tuple[Best, ...]:
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
        Best.SCORE: all(game.score > (each.best_score or 0) for each in before),
        Best.KIND: bool(alike) and all(game.score > (each.best_score or 0) for each in alike),
        Best.SHARE: all(game.score * (each.share_most or 1) > (each.share_score or 0) * game.most for each in before),
    }
    return tuple(best for best, is_so in better.items() if is_so)


def kind_figures(kinds: Iterable[KindCount]) -> list[KindFigures]:
    """Return the figures of each level and mode that was played, modes in their own order, the most played first."""
    figures = [
        KindFigures(
            each.level,
            each.mode,
            each.played,
            each.finished,
            each.best_score,
            round(_share_of(each), 4) if each.finished else None,
        )
        for each in kinds
    ]
    return sorted(figures, key=lambda kind: (_place(kind.mode), kind.mode, -kind.played, kind.level))


def highest_rank(kinds: Iterable[KindCount]) -> RankFigures | None:
    """Return the rank of the game with the greatest share; None when no game was played to its end."""
    best = max((each for each in kinds if each.finished), key=_share_of, default=None)
    if best is None or best.share_score is None or best.share_most is None:
        return None
    score, most = best.share_score, best.share_most
    return RankFigures(rank(score, most), score, most, next_rank(score, most))


def score_points(games: Iterable[GameRow]) -> list[ScorePoint]:
    """Return the scores of the games that were played to their end, in the order in which they were begun."""
    return [
        ScorePoint(game.day, game.score, game.most, round(_share(game.score, game.most), 4), game.level, game.mode)
        for game in games
        if game.finished
    ]


def _share(score: int | None, most: int | None) -> float:
    """Return the share of the most that was possible."""
    return score / most if score and most else 0.0


def _share_of(kind: KindCount) -> float:
    """Return the greatest share of a level and mode."""
    return _share(kind.share_score, kind.share_most)


def _place(mode: str) -> int:
    """Return where a mode stands among the modes; those of a newer version of the game come last."""
    return list(MODES).index(mode) if mode in MODES else len(MODES)
