"""What may be set: each value is checked in words, and the table covers all there is."""

from dataclasses import fields
from typing import Any

import pytest

from jumble.desk.commands import COMMANDS
from jumble.game import MODES
from jumble.settings import Kind, Setting, Settings, settings_table
from jumble.settings.settings import changes_between
from jumble.startup.early_names import LEVEL_NAMES, MAX_ROUNDS
from jumble.tui.looks.papers import PAPERS
from jumble.words import LEVELS

THEMES = [paper.name for paper in PAPERS]
TABLE = settings_table(LEVEL_NAMES, THEMES, MAX_ROUNDS, [command.id for command in COMMANDS])


def setting(name: str) -> Setting:
    return next(each for each in TABLE if each.name == name)


def test_the_table_has_every_setting_once() -> None:
    assert [each.name for each in TABLE] == [each.name for each in fields(Settings)]


@pytest.mark.parametrize("each", TABLE, ids=lambda each: str(each.name))
def test_every_default_is_a_value_of_its_setting(each: Setting) -> None:
    default = getattr(Settings(), each.name)
    assert each.value(default) == default
    assert each.help


def test_defaults_are_those_of_the_rooms() -> None:
    assert Settings().level in LEVELS
    assert Settings().mode in MODES
    assert setting("mode").allowed == tuple(MODES)


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("level", "hard", "hard"),
        ("rounds", 0, 0),
        ("rounds", 50, 50),
        ("lessons_seen", True, True),
        ("keys", {"round.hint": "f2"}, {"round.hint": ("f2",)}),
        ("keys", {"round.hint": ["f2", "ctrl+h"]}, {"round.hint": ("f2", "ctrl+h")}),
    ],
)
def test_values_that_are_taken(name: str, given: object, value: object) -> None:
    assert setting(name).value(given) == value


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("level", "harder", "'harder' is not one of easy, medium, hard"),
        ("level", 1, "1 is not one of easy, medium, hard"),
        ("level", ["easy"], "['easy'] is not one of"),
        ("mode", "Classic", "'Classic' is not one of classic, relaxed"),
        ("rounds", 51, "51 is not a whole number from 0 to 50"),
        ("rounds", -1, "-1 is not a whole number"),
        ("rounds", True, "True is not a whole number"),
        ("rounds", 8.0, "8.0 is not a whole number"),
        ("rounds", "8", "'8' is not a whole number"),
        ("lessons_seen", 1, "1 is not true or false"),
        ("keys", "tab", "'tab' is not a table of commands and their keys"),
        ("keys", {"round.hunt": "tab"}, "'round.hunt' is no command"),
        ("keys", {"round.hint": []}, "[] is not a key or a list of keys for 'round.hint'"),
        ("keys", {"round.hint": ["tab", ""]}, "is not a key or a list of keys"),
        ("keys", {"round.hint": 5}, "5 is not a key"),
        ("keys", {"round.hint": "\n"}, "is not a key"),
        ("keys", {"round.hint": "x" * 41}, "is not a key"),
    ],
)
def test_values_that_are_not_taken_are_named(name: str, given: object, told: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        setting(name).value(given)
    assert told in str(raised.value)


def test_a_message_is_short_and_sends_nothing_to_the_terminal() -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        setting("level").value("\x1b[31m\u202e" + "x" * 1000)
    message = str(raised.value)
    assert message.isascii()
    assert message.isprintable()
    assert len(message) < 150


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_used_and_says_what_it_takes(kind: Kind) -> None:
    used = [each for each in TABLE if each.kind is kind]
    assert used
    assert all(each.wanted for each in used)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (Settings(), Settings(), []),
        (Settings(), Settings(level="easy"), [(("level",), "easy")]),
        (Settings(level="easy"), Settings(), [(("level",), "medium")]),
        (Settings(keys={"a": ("x",)}), Settings(keys={"a": ("x",)}), []),
        (
            Settings(keys={"a": ("x",), "b": ("y",), "c": ("z",)}),
            Settings(keys={"b": ("q", "r"), "c": ("z",), "d": ("w",)}),
            [(("keys", "a"), None), (("keys", "b"), ["q", "r"]), (("keys", "d"), ["w"])],
        ),
    ],
)
def test_changes_are_as_few_as_can_be(before: Settings, after: Settings, changes: list[Any]) -> None:
    assert changes_between(before, after) == changes
