"""Personal bests, the best score of each level and mode, the highest rank, and scores over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumble.figures.rows import GameRow, LevelModeCount, Scored
from jumble.game import MODES, NextRank, next_rank, rank


class Best(StrEnum):
    """The ways in which the score of a game just played can be a personal best, the most remarkable first."""

    FIRST = "first"
    """The first game that was played to its end, so that there is nothing yet to beat."""
    SCORE = "score"
    """More points than any game before."""
    LEVEL_MODE = "level and mode"
    """More points than any game before at this level and in this mode."""
    SHARE = "share"
    """A greater share of the points that were possible than any game before."""


@dataclass(frozen=True, slots=True)
class LevelModeFigures:
    """What the games of one level and mode add up to, for the statistics page."""

    level: str
    mode: str
    played: int
    finished: int
    best_score: int | None
    """Points; None when no game was finished."""
    best_share: float | None
    """Greatest share (0 to 1) of the points that were possible; None when no game was finished."""


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """One finished game in the chart of scores over time."""

    day: date | None
    """The player's local day; None when its time stamp is damaged."""
    score: int
    most: int
    """Points that were possible."""
    share: float
    """score / most, 0 to 1."""
    level: str
    mode: str


@dataclass(frozen=True, slots=True)
class RankFigures:
    """The highest rank so far, which is that of the game with the greatest share of its possible points."""

    name: str
    score: int
    most: int
    following: NextRank | None
    """The next rank and the points which that game lacked to reach it; None at the highest rank."""


def personal_best(game: Scored, earlier: Iterable[LevelModeCount]) -> tuple[Best, ...]:
    """Return the ways in which a game is better than every game before it; empty for an unfinished game.

    The first finished game is FIRST only, and the first of its level and mode is not LEVEL_MODE. A tie is no best.
    """
    if not game.finished:
        return ()
    finished = [count for count in earlier if count.finished]
    if not finished:
        return (Best.FIRST,)
    alike = [count for count in finished if (count.level, count.mode) == (game.level, game.mode)]
    better = {
        Best.SCORE: all(game.score > (count.best_score or 0) for count in finished),
        Best.LEVEL_MODE: bool(alike) and all(game.score > (count.best_score or 0) for count in alike),
        Best.SHARE: all(
            game.score * (count.share_most or 1) > (count.share_score or 0) * game.most for count in finished
        ),
    }
    return tuple(best for best, is_better in better.items() if is_better)


def level_mode_figures(level_modes: Iterable[LevelModeCount]) -> list[LevelModeFigures]:
    """Return the figures of each level and mode that was played: in the order of MODES, then the most played first."""
    figures = [
        LevelModeFigures(
            count.level,
            count.mode,
            count.played,
            count.finished,
            count.best_score,
            round(_greatest_share(count), 4) if count.finished else None,
        )
        for count in level_modes
    ]
    return sorted(figures, key=lambda count: (_mode_index(count.mode), count.mode, -count.played, count.level))


def highest_rank(level_modes: Iterable[LevelModeCount]) -> RankFigures | None:
    """Return the rank of the game with the greatest share of its possible points; None when no game was finished."""
    best = max((count for count in level_modes if count.finished), key=_greatest_share, default=None)
    if best is None or best.share_score is None or best.share_most is None:
        return None
    score, most = best.share_score, best.share_most
    return RankFigures(rank(score, most), score, most, next_rank(score, most))


def score_points(games: Iterable[GameRow]) -> list[ScorePoint]:
    """Return the scores of the finished games, in the order given; the record gives games as they were begun."""
    return [
        ScorePoint(game.day, game.score, game.most, round(_share(game.score, game.most), 4), game.level, game.mode)
        for game in games
        if game.finished
    ]


def _share(score: int | None, most: int | None) -> float:
    """Return score / most, 0.0 where either is missing or 0."""
    return score / most if score and most else 0.0


def _greatest_share(count: LevelModeCount) -> float:
    """Return the greatest share of the possible points among the finished games of a level and mode."""
    return _share(count.share_score, count.share_most)


def _mode_index(mode: str) -> int:
    """Return the index of a mode in MODES; modes of a newer version of the game come last."""
    return list(MODES).index(mode) if mode in MODES else len(MODES)
