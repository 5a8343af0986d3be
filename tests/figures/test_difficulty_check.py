"""The check of predicted difficulty: rank correlations by hand, and a simulated player who follows the model."""

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
    first, second = [number for number, _ in both], [number for _, number in both]
    correlation = spearman(first, second)
    assert correlation == spearman([exp(number) for number in first], second)
    if correlation is not None:
        assert -1.0000001 <= correlation <= 1.0000001
        assert spearman(second, first) == pytest.approx(correlation)
        assert spearman([-number for number in first], second) == pytest.approx(-correlation)


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
    for difficulty_bin in check.bins:
        if difficulty_bin.rounds > 500:
            assert difficulty_bin.solve_rate == pytest.approx(difficulty_bin.predicted_rate, abs=0.05)
    starts = [difficulty_bin.start for difficulty_bin in check.bins]
    assert starts == sorted(starts)
    assert sum(difficulty_bin.rounds for difficulty_bin in check.bins) == 20_000
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
    predicted = sum(difficulty_bin.predicted_rate * difficulty_bin.rounds for difficulty_bin in check.bins)
    assert predicted == pytest.approx(sum(trial.solved for trial in rounds), abs=0.005 * len(rounds) + 1e-6)
    for difficulty_bin in check.bins:
        start, end = difficulty_bin.start, difficulty_bin.end
        assert end == start + 1
        binned = [trial for trial in rounds if start <= trial.difficulty < end]
        assert (difficulty_bin.rounds, difficulty_bin.solved) == (len(binned), sum(trial.solved for trial in binned))


@pytest.mark.parametrize("solved", [True, False])
def test_nothing_is_fitted_when_all_or_no_rounds_are_solved(solved: bool) -> None:
    check = check_difficulty([Trial(1.5, solved, 5.0), Trial(2.5, solved, 7.0)])
    assert check.half_solved is None
    assert [difficulty_bin.predicted_rate for difficulty_bin in check.bins] == [float(solved)] * 2
    assert check.hardness_correlation == (1.0 if solved else None)


def test_unsolved_rounds_count_as_the_slowest() -> None:
    check = check_difficulty([Trial(1, True, 50.0), Trial(2, True, 40.0), Trial(3, False, 1.0)])
    assert check.seconds_correlation == -1.0
    assert check.hardness_correlation == 0.5


def test_nothing_played() -> None:
    check = check_difficulty([])
    assert (check.rounds, check.half_solved, check.seconds_correlation, check.bins) == (0, None, None, ())
