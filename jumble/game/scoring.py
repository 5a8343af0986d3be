"""What a round is worth, and what a game's score is called.

Exact arithmetic, rounded once, so that all machines agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from jumble.game.clocks import RoundClock

if TYPE_CHECKING:
    from jumble.game.board import Rung
    from jumble.game.modes import Mode
    from jumble.puzzle import Puzzle

LEAST_KEPT = Fraction(10, 100)
"""A solved word keeps this share, whatever hints it took."""
TIME_SHARE = Fraction(1, 2)
"""Of the word's points, given again when no time was used."""
STREAK_STEP = Fraction(5, 100)
STREAK_LIMIT = Fraction(25, 100)

RANKS: Sequence[tuple[Fraction, str]] = (
    (Fraction(85, 100), "Editor-in-Chief"),
    (Fraction(72, 100), "Editor"),
    (Fraction(60, 100), "Sub-Editor"),
    (Fraction(45, 100), "Correspondent"),
    (Fraction(30, 100), "Reporter"),
    (Fraction(15, 100), "Cub Reporter"),
    (Fraction(0), "Copy Clerk"),
)
"""From the share of a puzzle's most points on. Judgement: every word solved at two thirds of its clock left is .89."""


class NextRank(NamedTuple):
    """The rank that a few points more would have brought."""

    name: str
    points: int
    """That are missing, at least 1."""


def kept_share(hints: Iterable[Rung]) -> Fraction:
    """Return the share of a word's points that is left after hints, each as often as it was taken."""
    return max(LEAST_KEPT, 1 - Fraction(sum(rung.price for rung in hints), 100))


def round_points(
    value: float, *, hints: Sequence[Rung] = (), streak: int = 0, seconds: int = 1, seconds_left: float = 0.0
) -> int:
    """Return the points of a solved round, rounded half up.

    `value` is the word's points; `hints` those taken; `seconds_left` of the round's `seconds` exact to the millisecond
    (0 where the round has no clock of its own); `streak` the rounds solved without a hint in a row just before, of
    which none counts when this one took a hint.
    """
    kept = Fraction(value) * kept_share(hints)
    time_left = Fraction(round(seconds_left * 1000), seconds * 1000)
    bonus = 0 if hints else min(STREAK_LIMIT, STREAK_STEP * streak)
    return floor(kept * (1 + TIME_SHARE * time_left) * (1 + bonus) + Fraction(1, 2))


def most_points(puzzle: Puzzle, mode: Mode) -> int:
    """Return the most that a puzzle can give: every word at once, without a hint."""
    own_clock = isinstance(mode.clock, RoundClock)
    return sum(
        round_points(
            puzzle_round.value,
            streak=number,
            seconds=puzzle_round.seconds,
            seconds_left=puzzle_round.seconds if own_clock else 0,
        )
        for number, puzzle_round in enumerate(mode.rounds_of(puzzle))
    )


def rank(score: int, most: int) -> str:
    """Return the newsroom's name for a score out of the most that was possible."""
    return next(name for least, name in RANKS if _reaches(score, most, least))


def next_rank(score: int, most: int) -> NextRank | None:
    """Return the next rank above that of a score, and how many points lead to it; None from the highest one on.

    Where a puzzle gives so few points that one of them passes two ranks, it is the higher one.
    """
    ahead = [least for least, _ in RANKS if not _reaches(score, most, least)]
    if not (most and ahead):
        return None
    goal = ceil(min(ahead) * most)
    return NextRank(rank(goal, most), goal - score)


def _reaches(score: int, most: int, least: Fraction) -> bool:
    """Say whether a score is at least that share of the most; in whole numbers, for statistics ask it very often."""
    return score * least.denominator >= least.numerator * most if most else not least
