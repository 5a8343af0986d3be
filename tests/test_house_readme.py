"""The page that explains the house is true: each file that it names is there, each room is named, its example holds."""

import re
from pathlib import Path

import pytest

import jumble
from jumble import load_article, make_puzzle, pick_words

HOUSE = Path(jumble.__file__).parent
PAGE = (HOUSE / "README.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w.]+/[\w./-]*\.(?:py|md|tcss))`", PAGE)))
ROOMS = sorted(path.parent.name for path in HOUSE.glob("*/__init__.py"))
ROOMS_WITHIN = sorted(path.parent.name for path in HOUSE.glob("*/*/__init__.py"))


@pytest.mark.parametrize("name", NAMED)
def test_a_file_that_is_named_is_there(name: str) -> None:
    assert (HOUSE / name).exists() or (HOUSE.parent / name).exists() or name.startswith("tests/")


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_has_its_row_and_its_place_in_the_order(room: str) -> None:
    assert f"\n| `{room}/` |" in PAGE
    order = next(line for line in PAGE.splitlines() if "◀" in line)
    assert room in re.findall(r"\w+", order)


@pytest.mark.parametrize("room", ROOMS_WITHIN)
def test_each_room_within_a_room_is_named(room: str) -> None:
    assert f"`{room}/`" in PAGE


def test_the_word_that_is_followed_is_what_the_page_says() -> None:
    article = load_article("house:tin-opener")
    assert "supper table" in article.paragraphs[3]
    (candidate,) = [candidate for candidate in pick_words(article).picked if candidate.word == "table"]
    assert (f"Zipf {candidate.zipf:.2f}" in PAGE, candidate.stars) == (True, 2)
    first = make_puzzle(article, seed=1).rounds
    (puzzle_round,) = [puzzle_round for puzzle_round in first if puzzle_round.answer == "table"]
    assert f"*{puzzle_round.scramble}*" in PAGE
    assert puzzle_round.accepted == ("table", "bleat")
