"""Figures by size, the median of a histogram, and the histogram of solve times, against plain counts round by round."""

from collections import Counter
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.figures.rows import SizeCount
from jumble.figures.speed import BIN_EDGES, WordFigures, median_pair, solve_times, word_figures

solve_tenths = st.lists(st.integers(0, 5000), max_size=40)


def count(size: int, unsolved: int, solved: list[int]) -> SizeCount:
    histogram = sorted(Counter(solved).items())
    medians = median_pair(histogram, len(solved)) if solved else None
    return SizeCount(size, unsolved + len(solved), len(solved), sum(solved) * 100, medians)


@given(solve_tenths, st.integers(1, 9))
def test_figures_are_those_of_the_rounds_one_by_one(solved: list[int], unsolved: int) -> None:
    (figures,) = word_figures([count(6, unsolved, solved)])
    rounds, seconds = unsolved + len(solved), [tenths / 10 for tenths in solved]
    assert (figures.size, figures.rounds, figures.solved) == (6, rounds, len(solved))
    assert figures.solve_rate == round(len(solved) / rounds, 4)
    assert figures.mean_seconds == (pytest.approx(mean(seconds), abs=0.001) if seconds else None)
    assert figures.median_seconds == (pytest.approx(median(seconds), abs=0.001) if seconds else None)


@given(st.lists(st.integers(-5, 5), min_size=1))
def test_the_median_pair_has_the_median_in_the_middle(numbers: list[int]) -> None:
    lower, upper = median_pair(sorted(Counter(numbers).items()), len(numbers))
    assert (lower + upper) / 2 == median(numbers)


def test_the_median_is_found_in_half_of_the_histogram() -> None:
    histogram = iter([(1, 2), (2, 2), (9, 4)])
    assert median_pair(histogram, 6) == (2, 2)
    assert next(histogram) == (9, 4)
    with pytest.raises(ValueError, match="fewer values than its total says"):
        median_pair([(1, 2)], 6)


@given(solve_tenths)
def test_every_solved_round_stands_in_one_bin(solved: list[int]) -> None:
    bins = solve_times(list(Counter(tenths // 10 for tenths in solved).items()))
    for time_bin in bins:
        assert time_bin.count == sum(time_bin.start <= tenths / 10 < time_bin.end for tenths in solved)
    assert sum(time_bin.count for time_bin in bins) == len(solved)


def test_bins_are_of_five_seconds_up_to_a_minute() -> None:
    assert [(time_bin.start, time_bin.end) for time_bin in solve_times([])][:13] == [
        *((start, start + 5) for start in range(0, 60, 5)),
        (60, 90),
    ]
    assert BIN_EDGES[-1] == float("inf")
    assert all(edge == edge // 1 for edge in BIN_EDGES[:-1]), "seconds are counted in whole ones"


@pytest.mark.parametrize(("seconds", "place"), [(0, 0), (4, 0), (5, 1), (59, 11), (60, 12), (89, 12), (900, 15)])
def test_a_bin_holds_its_start_and_not_its_end(seconds: int, place: int) -> None:
    assert [number for number, time_bin in enumerate(solve_times([(seconds, 3)])) if time_bin.count] == [place]


def test_a_length_never_solved_has_no_seconds() -> None:
    assert word_figures([count(7, 4, [])]) == [WordFigures(7, 4, 0, 0.0, None, None)]
