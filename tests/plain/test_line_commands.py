import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.desk.commands import COMMANDS, HELP, Command, Place, commands_at
from jumble.plain.line_commands import (
    MAX_LINE,
    MOVES,
    NAMES,
    PAUSE,
    QUIT,
    RESUME,
    Doubt,
    Word,
    read_line,
    short_form,
)

TILES = tuple("suape")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", None),
        (" \t\x1b[2J ", None),
        ("hint", "round.hint"),
        ("  HINT  ", "round.hint"),
        ("/hint", "round.hint"),
        ("hi", "round.hint"),
        ("hin", "round.hint"),
        ("/ sh", "round.shuffle"),
        ("sk", "round.skip"),
        ("b", "round.back"),
        ("c", "round.clear"),
        ("n", "reveal.next"),
        ("r", RESUME),
        ("he", HELP),
        ("?", HELP),
        ("/?", HELP),
        ("q", QUIT),
        ("/pause", PAUSE),
        ("paus", PAUSE),
        ("pause", Word(tuple("pause"))),
        ("PAUSE", Word(tuple("pause"))),
        ("p a u s e", Word(tuple("pause"))),
        ("supae", Word(tuple("supae"))),
        ("planet", Word(tuple("planet"))),
        ("hints", Word(tuple("hints"))),
        ("h", Doubt("h: hint or help?")),
        ("/s", Doubt("/s: shuffle or skip?")),
        ("/", Doubt("There is no command /; help tells of all.")),
        ("/hints", Doubt("There is no command /hints; help tells of all.")),
    ],
)
def test_a_line_means(line: str, meant: object) -> None:
    read = read_line(line, TILES, "en")
    assert (read.id if isinstance(read, Command) else read) == meant


def test_of_a_line_without_end_the_beginning_is_read() -> None:
    assert read_line("a" * 10**6, (), "en") == Word(("a",) * MAX_LINE)


def test_a_commands_name_is_no_word_between_rounds() -> None:
    read = read_line("pause", (), "en")
    assert isinstance(read, Command)
    assert read.id == PAUSE


@pytest.mark.parametrize(
    ("line", "language", "spelt"),
    [("ÉLAN", "en", ("é", "l", "a", "n")), ("e\u0301lan", "en", ("é", "l", "a", "n")), ("ILIK", "tr", tuple("ılık"))],
)
def test_a_word_is_read_as_the_reader_sees_it(line: str, language: str, spelt: tuple[str, ...]) -> None:
    assert read_line(line, (), language) == Word(spelt)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_short_form_that_means_it_alone(name: str) -> None:
    short = short_form(name)
    assert [other for other in NAMES if other.startswith(short)] == [name]
    assert read_line(short, (), "en") is NAMES[name]
    assert read_line(f"/{name}", tuple(name), "en") is NAMES[name]


ABSENT = frozenset({"round.submit", "pause.leave", "front.quit", "app.theme", "app.suspend"})
"""Commands of a round that mean nothing here: a whole word submits itself, there is no front page and no theme, `quit`
is everywhere the same, and suspending is the terminal's business."""


def test_every_command_of_a_round_is_typed_or_known_to_be_absent() -> None:
    there = {command.id for command in commands_at(Place.ROUND, Place.REVEAL, Place.PAUSE, Place.EVERYWHERE)}
    typed = {command.id for command in NAMES.values()}
    assert not typed & ABSENT
    assert typed | ABSENT == there
    assert typed == {*MOVES, PAUSE, RESUME, HELP, QUIT}
    assert len(NAMES) == len(typed)
    assert {command.id for command in COMMANDS} >= ABSENT


@given(st.text(max_size=400), st.text("abcdeé", max_size=6))
def test_any_line_means_something(line: str, tiles: str) -> None:
    match read_line(line, tuple(tiles), "en"):
        case Doubt(said):
            assert not CONTROL.search(said)
        case Word(spelt):
            assert spelt
            assert not CONTROL.search("".join(spelt))


@given(st.permutations(TILES), st.sampled_from(["", " ", "\t"]))
def test_exactly_the_letters_of_the_rack_are_always_a_try(order: list[str], between: str) -> None:
    assert read_line(between.join(order), TILES, "en") == Word(tuple(order))
