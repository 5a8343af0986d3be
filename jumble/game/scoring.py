"""The points of a round, and the rank that a game's score earns.

Fractions are exact and rounded once at the end, so that every machine computes the same points.
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
"""Share of a word's points that a solved word keeps, however many hints were taken."""
TIME_SHARE = Fraction(1, 2)
"""Share of the word's points added when the full clock is left; less time left adds proportionally less."""
STREAK_STEP = Fraction(5, 100)
"""Share added for each word solved without a hint in a row just before."""
STREAK_LIMIT = Fraction(25, 100)
"""The most that a streak adds."""

RANKS: Sequence[tuple[Fraction, str]] = (
    (Fraction(85, 100), "Editor-in-Chief"),
    (Fraction(72, 100), "Editor"),
    (Fraction(60, 100), "Sub-Editor"),
    (Fraction(45, 100), "Correspondent"),
    (Fraction(30, 100), "Reporter"),
    (Fraction(15, 100), "Cub Reporter"),
    (Fraction(0), "Copy Clerk"),
)
"""Each rank with the share of the possible points from which it is earned. The shares are our judgement: solving every
word with two thirds of its clock left gives a share of 0.89."""


class NextRank(NamedTuple):
    """The next rank above the one that a score earned."""

    name: str
    points: int
    """Points that the score lacks for this rank, at least 1."""


def kept_share(hints: Iterable[Rung]) -> Fraction:
    """Return the share (0 to 1) of a word's points left after hints; a hint taken twice must be given twice."""
    return max(LEAST_KEPT, 1 - Fraction(sum(rung.price for rung in hints), 100))


def round_points(
    value: float, *, hints: Sequence[Rung] = (), streak: int = 0, seconds: int = 1, seconds_left: float = 0.0
) -> int:
    """Return the points of a solved round, rounded half up.

    `value` is the word's points; `hints` are those taken in the round; `seconds_left`, of the round's `seconds`, is
    rounded to milliseconds (0 if the round has no clock of its own). `streak` is the number of rounds solved without a
    hint in a row just before; it counts only if this round was solved without one, too.
    """
    kept = Fraction(value) * kept_share(hints)
    time_left = Fraction(round(seconds_left * 1000), seconds * 1000)
    bonus = 0 if hints else min(STREAK_LIMIT, STREAK_STEP * streak)
    return floor(kept * (1 + TIME_SHARE * time_left) * (1 + bonus) + Fraction(1, 2))


def most_points(puzzle: Puzzle, mode: Mode) -> int:
    """Return the most points possible in a game: every word solved at once and without a hint."""
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
    """Return the name of the rank that a score earns out of the most points possible."""
    return next(name for least, name in RANKS if _reaches(score, most, least))


def next_rank(score: int, most: int) -> NextRank | None:
    """Return the next rank above that of a score, and the points it lacks; None at the highest rank.

    When those points reach two ranks at once, as in a puzzle of very few points, it is the higher of the two.
    """
    ahead = [least for least, _ in RANKS if not _reaches(score, most, least)]
    if not (most and ahead):
        return None
    goal = ceil(min(ahead) * most)
    return NextRank(rank(goal, most), goal - score)


def _reaches(score: int, most: int, least: Fraction) -> bool:
    """Return whether score / most >= least; in whole numbers, since statistics call this for every game."""
    return score * least.denominator >= least.numerator * most if most else not least
