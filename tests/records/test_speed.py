"""Figures by length and stars, and the histogram, against the same counted round by round."""

from collections import Counter
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.records.rows import RoundCount
from jumble.records.speed import BIN_EDGES, WordFigures, by_letters, by_stars, middle, solve_times

counts = st.lists(
    st.builds(
        lambda letters, stars, tenths, rounds: RoundCount(
            letters, stars, tenths is not None, tenths or 0, rounds, (tenths or 0) / 10 * rounds
        ),
        st.integers(4, 12),
        st.integers(1, 5),
        st.none() | st.integers(0, 5000),
        st.integers(1, 4),
    )
)


def one_by_one(rows: list[RoundCount]) -> list[tuple[RoundCount, float]]:
    return [(row, row.tenths / 10) for row in rows for _ in range(row.rounds)]


@given(counts)
def test_figures_are_those_of_the_rounds_one_by_one(rows: list[RoundCount]) -> None:
    for figures, key in ((by_letters(rows), 0), (by_stars(rows), 1)):
        assert [each.size for each in figures] == sorted({row[key] for row in rows})
        for each in figures:
            alike = [(row, seconds) for row, seconds in one_by_one(rows) if row[key] == each.size]
            solved = [seconds for row, seconds in alike if row.solved]
            assert (each.rounds, each.solved) == (len(alike), len(solved))
            assert each.solve_rate == round(len(solved) / len(alike), 4)
            assert each.mean_seconds == (pytest.approx(mean(solved), abs=0.001) if solved else None)
            assert each.median_seconds == (pytest.approx(median(solved), abs=0.001) if solved else None)


@given(counts)
def test_every_solved_round_stands_in_one_bin(rows: list[RoundCount]) -> None:
    bins = solve_times(rows)
    for each in bins:
        within = [seconds for row, seconds in one_by_one(rows) if row.solved and each.start <= seconds < each.end]
        assert each.count == len(within)
    assert sum(each.count for each in bins) == sum(row.rounds for row in rows if row.solved)


def test_bins_are_of_five_seconds_up_to_a_minute() -> None:
    assert [(each.start, each.end) for each in solve_times([])][:13] == [
        *((start, start + 5) for start in range(0, 60, 5)),
        (60, 90),
    ]
    assert BIN_EDGES[-1] == float("inf")


@pytest.mark.parametrize(("tenths", "place"), [(0, 0), (49, 0), (50, 1), (599, 11), (600, 12), (899, 12), (9000, 15)])
def test_a_bin_holds_its_start_and_not_its_end(tenths: int, place: int) -> None:
    bins = solve_times([RoundCount(5, 1, 1, tenths, 3, 1.0)])
    assert [number for number, each in enumerate(bins) if each.count] == [place]


@given(st.lists(st.integers(-5, 5)))
def test_the_middle_is_the_median(numbers: list[int]) -> None:
    assert middle(Counter(numbers)) == (median(numbers) if numbers else None)


def test_a_length_never_solved_has_no_seconds() -> None:
    assert by_letters([RoundCount(7, 3, 0, 0, 4, 120.0)]) == [WordFigures(7, 4, 0, 0.0, None, None)]
