"""How often and how fast words are solved: by length, by stars, and as a histogram of solve times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from jumble.figures.rows import SizeCount

BIN_EDGES: Sequence[float] = (*range(0, 61, 5), 90, 120, 300, inf)
"""Seconds, all whole: fine steps for the minute that a usual word has at most, coarse ones for modes without a clock.
Times beyond five minutes are all in the last bin. Judgement."""


@dataclass(frozen=True, slots=True)
class WordFigures:
    """Figures of all rounds whose words have the same length, or the same stars."""

    size: int
    """Number of letters, or of stars."""
    rounds: int
    solved: int
    solve_rate: float
    """0 to 1."""
    mean_seconds: float | None
    """Of the solved rounds, as is the median; None when there is none."""
    median_seconds: float | None
    """Of solve times that are rounded down to tenths of a second."""


@dataclass(frozen=True, slots=True)
class TimeBin:
    """The number of words solved in `start` seconds (included) to `end` seconds (excluded)."""

    start: float
    end: float
    """Infinity for the last bin."""
    count: int


def word_figures(counts: Iterable[SizeCount]) -> list[WordFigures]:
    """Return the figures of each size, in the order of `counts`."""
    return [_figures(count) for count in counts]


def solve_times(solved: Sequence[tuple[int, int]]) -> list[TimeBin]:
    """Return the histogram of solve times: one bin for each pair of BIN_EDGES, empty ones included.

    `solved` is (seconds rounded down to whole ones, number of rounds solved in them).
    """
    return [
        TimeBin(start, end, sum(rounds for seconds, rounds in solved if start <= seconds < end))
        for start, end in pairwise(BIN_EDGES)
    ]


def median_pair(histogram: Iterable[tuple[int, int]], total: int) -> tuple[int, int]:
    """Return the two values whose mean is the median of a histogram: (value, count) pairs, sorted by value.

    For an odd `total` count both are the same. Stops reading at the median. Raises ValueError when the counts add up
    to less than is needed to reach it.
    """
    cumulated, lower = 0, None
    for value, count in histogram:
        cumulated += count
        if lower is None and cumulated > (total - 1) // 2:
            lower = value
        if lower is not None and cumulated > total // 2:
            return lower, value
    raise ValueError("the histogram has fewer values than its total says")


def _figures(count: SizeCount) -> WordFigures:
    """Return the figures of one size."""
    solved = count.solved
    return WordFigures(
        size=count.size,
        rounds=count.rounds,
        solved=solved,
        solve_rate=round(solved / count.rounds, 4),
        mean_seconds=round(count.milliseconds / solved / 1000, 3) if solved else None,
        median_seconds=None if count.median_tenths is None else round(sum(count.median_tenths) / 20, 2),
    )
