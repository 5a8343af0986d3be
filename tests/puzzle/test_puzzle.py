"""A puzzle that was written down is read again, and nothing else is taken for one."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.puzzle import Puzzle, Round

ROUNDS = st.builds(
    lambda scramble, order, difficulty, stars, seconds, value: Round(
        scramble, order, (order,), "c", "s", difficulty, stars, seconds, value
    ),
    st.just("soten"),
    st.permutations("stone").map("".join),
    st.floats(0, 100),
    st.integers(1, 5),
    st.integers(1, 500),
    st.floats(0, 1e6),
)
PUZZLES = st.builds(
    Puzzle,
    seed=st.integers(),
    level=st.text(),
    language=st.text(),
    rounds=st.lists(ROUNDS, min_size=1, max_size=4).map(tuple),
)


@given(PUZZLES)
def test_what_was_written_is_read(puzzle: Puzzle) -> None:
    assert Puzzle.from_json(json.loads(json.dumps(puzzle.as_json()))) == puzzle


ROUND = Round("soten", "stone", ("stone", "tones"), "A ·····.", "A stone.", 2.5, 2, 50, 62.5)
STORED = Puzzle(7, "easy", "en", (ROUND,)).as_json()


def changed(**changes: Any) -> dict[str, Any]:
    return {**STORED, "rounds": [{**STORED["rounds"][0], **changes}]}


@pytest.mark.parametrize(
    "stored",
    [
        {},
        [],
        None,
        "puzzle",
        {**STORED, "rounds": []},
        {**STORED, "rounds": 1},
        {**STORED, "rounds": [1]},
        {**STORED, "rounds": [{}]},
        {**STORED, "seed": "7"},
        {**STORED, "seed": True},
        {**STORED, "level": None},
        {**STORED, "language": 1},
        changed(more=1),
        changed(scramble=1),
        changed(scramble="sotem"),
        changed(scramble=""),
        changed(answer="tones"),
        changed(accepted=[]),
        changed(accepted=["stone", "other"]),
        changed(accepted=["stone", 5]),
        changed(accepted=7),
        changed(stars=2.0),
        changed(seconds=0),
        changed(seconds=-5),
        changed(value=float("nan")),
        changed(value=float("inf")),
        changed(value=-1),
        changed(value=True),
        changed(difficulty="hard"),
        changed(clue=None),
    ],
)
def test_nothing_else_is_taken_for_a_puzzle(stored: Any) -> None:
    with pytest.raises(ValueError, match=r"puzzle|round"):
        Puzzle.from_json(stored)


def test_the_table_begins_with_a_puzzle() -> None:
    assert Puzzle.from_json(changed()).rounds == (ROUND,)
