"""A puzzle that was written down is read again, and nothing else is taken for one."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.puzzle import Puzzle, PuzzleVersionError, Round
from tests.words.made_up_language import made_up_language

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
    language=st.sampled_from(["en", "de", "xx", ""]),
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
        {**STORED, "version": 0},
        {**STORED, "version": "1"},
        {**STORED, "version": True},
    ],
)
def test_nothing_else_is_taken_for_a_puzzle(stored: Any) -> None:
    with pytest.raises(ValueError, match=r"puzzle|round"):
        Puzzle.from_json(stored)


def test_the_table_begins_with_a_puzzle() -> None:
    assert Puzzle.from_json(changed()).rounds == (ROUND,)


def test_fields_of_a_newer_game_are_passed_over() -> None:
    newer = {**changed(tilt=[{"x": 1}]), "stop_press": {"phrase": "tea and sugar"}, "version": 1}
    assert Puzzle.from_json(newer) == Puzzle.from_json(STORED)


@pytest.mark.parametrize(("missing", "value"), [("clue", ""), ("sentence", ""), ("accepted", ("stone",))], ids=str)
def test_what_can_be_done_without_may_be_missing(missing: str, value: object) -> None:
    stored = changed()
    del stored["rounds"][0][missing]
    assert Puzzle.from_json(stored).rounds == (replace(ROUND, **{missing: value}),)  # type: ignore[arg-type]


def test_a_puzzle_of_another_version_is_refused_by_its_name() -> None:
    with pytest.raises(PuzzleVersionError, match=r"^a puzzle of version 2; update the game, which knows 1$"):
        Puzzle.from_json({"version": 2, "anything": "else"})


def test_the_first_version_goes_without_saying() -> None:
    assert "version" not in STORED


def test_a_puzzle_is_spelt_in_its_own_language() -> None:
    with made_up_language() as language:
        stored = {**changed(scramble="hclea", answer="leach", accepted=["leach"]), "language": language}
        with pytest.raises(ValueError, match="other letters"):
            Puzzle.from_json(stored)
        stored["rounds"][0]["scramble"] = "chlea"
        puzzle = Puzzle.from_json(stored)
        assert puzzle.letters_of("leach") == ("l", "e", "a", "ch")
