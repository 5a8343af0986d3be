"""How often and how fast words are solved: by their length, by their stars, and spread over the seconds."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from jumble.records.rows import RoundCount

BIN_EDGES: Sequence[float] = (*range(0, 61, 5), 90, 120, 300, inf)
"""Seconds. Most words fall within the minute that the longest clock of a usual word gives; without a clock a word may
take any time, and how long beyond five minutes tells nothing. Judgement."""


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


def by_letters(counts: Iterable[RoundCount]) -> list[WordFigures]:
    """Return the figures of each length, the shortest first."""
    return _by(counts, lambda each: each.letters)


def by_stars(counts: Iterable[RoundCount]) -> list[WordFigures]:
    """Return the figures of each number of stars, one first."""
    return _by(counts, lambda each: each.stars)


def solve_times(counts: Iterable[RoundCount]) -> list[TimeBin]:
    """Return how many words were solved within which seconds, every bin in order, empty ones too."""
    solved = [each for each in counts if each.solved]
    return [
        TimeBin(start, end, sum(each.rounds for each in solved if start * 10 <= each.tenths < end * 10))
        for start, end in pairwise(BIN_EDGES)
    ]


def middle(counted: Counter[int]) -> float | None:
    """Return the median of numbers of which it is known how often each occurs; None when there are none."""
    total = counted.total()
    if not total:
        return None
    numbers = sorted(counted)
    reached = list(accumulate(counted[number] for number in numbers))
    lower, upper = (numbers[bisect_right(reached, place)] for place in ((total - 1) // 2, total // 2))
    return (lower + upper) / 2


def _by(counts: Iterable[RoundCount], size_of: Callable[[RoundCount], int]) -> list[WordFigures]:
    """Return the figures of each size there is, the smallest first."""
    alike: dict[int, list[RoundCount]] = {}
    for each in counts:
        alike.setdefault(size_of(each), []).append(each)
    return [_figures(size, rows) for size, rows in sorted(alike.items())]


def _figures(size: int, counts: Sequence[RoundCount]) -> WordFigures:
    """Return the figures of words alike."""
    tenths: Counter[int] = Counter()
    rounds, seconds = 0, 0.0
    for each in counts:
        rounds += each.rounds
        if each.solved:
            tenths[each.tenths] += each.rounds
            seconds += each.seconds
    solved, half = tenths.total(), middle(tenths)
    return WordFigures(
        size=size,
        rounds=rounds,
        solved=solved,
        solve_rate=round(solved / rounds, 4),
        mean_seconds=round(seconds / solved, 3) if solved else None,
        median_seconds=None if half is None else round(half / 10, 2),
    )
