"""Difficulty against life: rank correlation by hand, and a player made to follow the prediction."""

from math import exp, inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.figures.difficulty_check import Trial, check_difficulty, spearman


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 2, 3], [10, 20, 30], 1.0),
        ([1, 2, 3], [30, 20, 10], -1.0),
        # 1 − 6 Σd²/(n(n² − 1)); d = 0, 1, −1, 0: 1 − 12/60
        ([1, 2, 3, 4], [1, 3, 2, 4], 0.8),
        # d = −1, −1, −1, 3, 0: 1 − 72/120
        ([1, 2, 3, 4, 5], [2, 3, 4, 1, 5], 0.4),
        # ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / √(4.5 × 5)
        ([1, 2, 2, 4], [1, 2, 3, 4], 0.9486832980505138),
        # ranks 1.5, 1.5, 3 and 1, 2.5, 2.5: .75 / 1.5
        ([7, 7, 9], [5, inf, inf], 0.5),
        ([1, 1, 1], [1, 2, 3], None),
        ([1, 2, 3], [4, 4, 4], None),
        ([1], [1], None),
        ([], [], None),
    ],
)
def test_rank_correlation_by_hand(first: list[float], second: list[float], expected: float | None) -> None:
    assert spearman(first, second) == (None if expected is None else pytest.approx(expected))


pairs = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), max_size=20)


@given(pairs)
def test_only_the_order_matters_and_neither_row_comes_first(both: list[tuple[int, int]]) -> None:
    first, second = [one for one, _ in both], [other for _, other in both]
    told = spearman(first, second)
    assert told == spearman([exp(one) for one in first], second)
    if told is not None:
        assert -1.0000001 <= told <= 1.0000001
        assert spearman(second, first) == pytest.approx(told)
        assert spearman([-one for one in first], second) == pytest.approx(-told)


def test_a_player_who_follows_the_prediction_is_found_to() -> None:
    random = Random(3)
    half_solved = 2.5
    trials = []
    for _ in range(20_000):
        difficulty = random.gauss(2, 1.5)
        solved = random.random() < 1 / (1 + exp(difficulty - half_solved))
        trials.append(Trial(difficulty, solved, random.uniform(2, 6) * exp(difficulty / 4)))
    check = check_difficulty(trials)
    assert check.half_solved == pytest.approx(half_solved, abs=0.1)
    for each in check.bins:
        if each.rounds > 500:
            assert each.solve_rate == pytest.approx(each.predicted_rate, abs=0.05)
    assert [each.start for each in check.bins] == sorted(each.start for each in check.bins)
    assert sum(each.rounds for each in check.bins) == 20_000
    assert check.seconds_correlation is not None
    assert check.hardness_correlation is not None
    assert check.seconds_correlation > 0.5
    assert check.hardness_correlation > 0.5


trials = st.lists(
    st.builds(Trial, st.floats(-3, 12, allow_nan=False), st.booleans(), st.floats(0, 300, allow_nan=False)), max_size=30
)


@given(trials)
def test_as_many_are_predicted_as_were_solved(rounds: list[Trial]) -> None:
    check = check_difficulty(rounds)
    predicted = sum(each.predicted_rate * each.rounds for each in check.bins)
    assert predicted == pytest.approx(sum(each.solved for each in rounds), abs=0.005 * len(rounds) + 1e-6)
    for each in check.bins:
        assert each.end == each.start + 1
        inside = [one for one in rounds if each.start <= one.difficulty < each.end]
        assert (each.rounds, each.solved) == (len(inside), sum(one.solved for one in inside))


@pytest.mark.parametrize("solved", [True, False])
def test_who_solves_all_or_none_leaves_it_open(solved: bool) -> None:
    check = check_difficulty([Trial(1.5, solved, 5.0), Trial(2.5, solved, 7.0)])
    assert check.half_solved is None
    assert [each.predicted_rate for each in check.bins] == [float(solved)] * 2
    assert check.hardness_correlation == (1.0 if solved else None)


def test_what_was_not_solved_stands_behind_the_slowest() -> None:
    check = check_difficulty([Trial(1, True, 50.0), Trial(2, True, 40.0), Trial(3, False, 1.0)])
    assert check.seconds_correlation == -1.0
    assert check.hardness_correlation == 0.5


def test_nothing_played() -> None:
    check = check_difficulty([])
    assert (check.rounds, check.half_solved, check.seconds_correlation, check.bins) == (0, None, None, ())
