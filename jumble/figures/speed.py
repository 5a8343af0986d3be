"""How often and how fast words are solved: by their length, by their stars, and spread over the seconds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from jumble.figures.rows import SizeCount

BIN_EDGES: Sequence[float] = (*range(0, 61, 5), 90, 120, 300, inf)
"""Seconds. Most words fall within the minute that the longest clock of a usual word gives; without a clock a word may
take any time, and how long beyond five minutes tells nothing. Judgement. All are whole."""


@dataclass(frozen=True, slots=True)
class WordFigures:
    """Words alike in length, or in stars."""

    size: int
    """Their letters, or their stars."""
    rounds: int
    solved: int
    solve_rate: float
    mean_seconds: float | None
    """Of the solved ones, as the median; None when there is none."""
    median_seconds: float | None
    """Exact to a tenth of a second: rounds are counted in tenths, the rest cut off."""


@dataclass(frozen=True, slots=True)
class TimeBin:
    """Solved words that took from `start` seconds on to less than `end`."""

    start: float
    end: float
    """Infinite for the last bin."""
    count: int


def word_figures(counts: Iterable[SizeCount]) -> list[WordFigures]:
    """Return the figures of each size, in the order in which they come."""
    return [_figures(each) for each in counts]


def solve_times(solved: Sequence[tuple[int, int]]) -> list[TimeBin]:
    """Return how many words were solved within which seconds, every bin in order, empty ones too.

    `solved` has whole seconds, the rest cut off, and how many rounds took them.
    """
    return [
        TimeBin(start, end, sum(rounds for seconds, rounds in solved if start <= seconds < end))
        for start, end in pairwise(BIN_EDGES)
    ]


def middle(counted: Iterable[tuple[int, int]], total: int) -> tuple[int, int]:
    """Return the middle two of numbers of which it is told, in order, how often each occurs: half of them are read.

    Of an odd `total` they are the same. Raises ValueError when there are not so many.
    """
    reached, lower = 0, None
    for number, times in counted:
        reached += times
        if lower is None and reached > (total - 1) // 2:
            lower = number
        if lower is not None and reached > total // 2:
            return lower, number
    raise ValueError("fewer numbers than were told of")


def _figures(count: SizeCount) -> WordFigures:
    """Return the figures of words alike."""
    solved = count.solved
    return WordFigures(
        size=count.size,
        rounds=count.rounds,
        solved=solved,
        solve_rate=round(solved / count.rounds, 4),
        mean_seconds=round(count.milliseconds / solved / 1000, 3) if solved else None,
        median_seconds=None if count.middle is None else round(sum(count.middle) / 20, 2),
    )
