from pathlib import Path

import pytest

from tests.bench.child import environment, plain
from tests.bench.pairs import Figure, Goal, alternate, figure_of_pairs, figure_of_share


def test_both_are_measured_in_turn_and_the_first_pair_is_not_counted() -> None:
    order: list[str] = []

    def measure(name: str) -> float:
        order.append(name)
        return float(len(order))

    ours, bare = alternate(3, lambda: measure("ours"), lambda: measure("bare"))
    assert "".join(name[0] for name in order) == "bo" + "ob" + "bo" + "ob"
    assert (ours, bare) == ([3, 6, 7], [4, 5, 8])


def test_a_ratio_is_that_of_the_pairs_not_of_the_medians() -> None:
    # another job came between the two halves of the second pair, and slowed the third
    figure = figure_of_pairs("start", "ms", [3, 40, 20], [1, 10, 10])
    assert (figure.ours, figure.bare, figure.ratio, figure.times) == (20, 10, 3, 3)
    assert figure.middle == (2.5, 3.5)


def test_a_share_of_a_series_is_between_two_figures_where_it_falls_there() -> None:
    figure = figure_of_share("key", "ms", 50, [4, 1, 2, 3], [1, 1, 1, 1])
    assert (figure.name, figure.ours, figure.ratio) == ("key, p50", 2.5, 2.5)


@pytest.mark.parametrize(
    ("goal", "missed"),
    [
        (Goal(), False),
        (Goal(ratio=2), False),
        (Goal(ratio=1.9), True),
        (Goal(most=10), False),
        (Goal(most=9), True),
    ],
)
def test_a_goal_is_missed_when_the_figure_is_above_it(goal: Goal, missed: bool) -> None:
    assert Figure("start", "ms", 10, 5, 2, None, 1, goal).missed is missed


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (b"\x1b[1;38;2;1;2;3mRound\x1b[0m 1", "Round 1"),
        (b"\x1b[2;5HRound\x1b[2;11H1", "\nRound\n1"),
        ("╭───╮".encode() + b"\xe2\x94", "╭───╮"),
    ],
)
def test_what_was_written_is_searched_without_styles(written: bytes, shown: str) -> None:
    assert plain(written) == shown


def test_a_child_has_nothing_that_changes_what_it_does() -> None:
    base = {"HOME": "/h", "TEXTUAL_ANIMATIONS": "none", "PYTHONPATH": "x", "NO_COLOR": "1", "TERM": "dumb"}
    assert environment(Path("/records"), base) == {
        "HOME": "/h",
        "JUMBLE_HOME": "/records",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
