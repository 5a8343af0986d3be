"""Figures by size, the middle, and the histogram, against the same counted round by round."""

from collections import Counter
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.figures.rows import SizeCount
from jumble.figures.speed import BIN_EDGES, WordFigures, middle, solve_times, word_figures

tenths = st.lists(st.integers(0, 5000), max_size=40)


def count(size: int, unsolved: int, solved: list[int]) -> SizeCount:
    counted = sorted(Counter(solved).items())
    both = middle(counted, len(solved)) if solved else None
    return SizeCount(size, unsolved + len(solved), len(solved), sum(solved) * 100, both)


@given(tenths, st.integers(1, 9))
def test_figures_are_those_of_the_rounds_one_by_one(solved: list[int], unsolved: int) -> None:
    (figures,) = word_figures([count(6, unsolved, solved)])
    rounds, seconds = unsolved + len(solved), [each / 10 for each in solved]
    assert (figures.size, figures.rounds, figures.solved) == (6, rounds, len(solved))
    assert figures.solve_rate == round(len(solved) / rounds, 4)
    assert figures.mean_seconds == (pytest.approx(mean(seconds), abs=0.001) if seconds else None)
    assert figures.median_seconds == (pytest.approx(median(seconds), abs=0.001) if seconds else None)


@given(st.lists(st.integers(-5, 5), min_size=1))
def test_the_middle_is_the_median(numbers: list[int]) -> None:
    lower, upper = middle(sorted(Counter(numbers).items()), len(numbers))
    assert (lower + upper) / 2 == median(numbers)


def test_the_middle_is_found_in_half_of_the_numbers() -> None:
    counted = iter([(1, 2), (2, 2), (9, 4)])
    assert middle(counted, 6) == (2, 2)
    assert next(counted) == (9, 4)
    with pytest.raises(ValueError, match="fewer numbers than were told of"):
        middle([(1, 2)], 6)


@given(tenths)
def test_every_solved_round_stands_in_one_bin(solved: list[int]) -> None:
    bins = solve_times(list(Counter(each // 10 for each in solved).items()))
    for each in bins:
        assert each.count == sum(each.start <= one / 10 < each.end for one in solved)
    assert sum(each.count for each in bins) == len(solved)


def test_bins_are_of_five_seconds_up_to_a_minute() -> None:
    assert [(each.start, each.end) for each in solve_times([])][:13] == [
        *((start, start + 5) for start in range(0, 60, 5)),
        (60, 90),
    ]
    assert BIN_EDGES[-1] == float("inf")
    assert all(edge == edge // 1 for edge in BIN_EDGES[:-1]), "seconds are told whole"


@pytest.mark.parametrize(("seconds", "place"), [(0, 0), (4, 0), (5, 1), (59, 11), (60, 12), (89, 12), (900, 15)])
def test_a_bin_holds_its_start_and_not_its_end(seconds: int, place: int) -> None:
    assert [number for number, each in enumerate(solve_times([(seconds, 3)])) if each.count] == [place]


def test_a_length_never_solved_has_no_seconds() -> None:
    assert word_figures([count(7, 4, [])]) == [WordFigures(7, 4, 0, 0.0, None, None)]
