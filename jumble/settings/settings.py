"""What the player may set, as a table: the settings file, the settings screen and its help all follow from it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, NamedTuple

from jumble.game import DEFAULT_MODE, MODES
from jumble.startup.early_names import DEFAULT_LEVEL

MAX_KEY = 40
"""Letters that the name of a key may have; the longest that a terminal sends has about half of them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the player likes the game. A setting that is not in the file is as it stands here."""

    level: str = DEFAULT_LEVEL
    mode: str = DEFAULT_MODE
    rounds: int = 0
    """Words in a game; 0: as many as the mode has."""
    theme: str = "paper-night"
    motion: str = "full"
    """`none`: nothing on the screen moves by itself, the clock aside."""
    animation: str = "full"
    """Where things move: all of it, or only what tells something (`short`)."""
    dateline: str = "article"
    """What the masthead tells: place, weather and day of the article, this day, or nothing."""
    lessons_seen: bool = False
    """Whether the first game's lessons were shown."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by command id, in place of the command's own; see `jumble.desk.commands`."""


class Kind(StrEnum):
    """What values a setting takes, and so how a screen asks for it."""

    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"
    KEYS = "keys"


class Setting(NamedTuple):
    """One thing that may be set."""

    name: str
    """Its field in `Settings`, and its name in the file."""
    kind: Kind
    help: str
    """One line."""
    allowed: Collection[str] = ()
    """The values of a choice; the command ids of keys, where none means any."""
    least: int = 0
    most: int = 0
    """The bounds of a number."""

    def value(self, given: object) -> Any:  # noqa: ANN401 each setting has a type of its own
        """Return what a file or a screen gave as a value of this setting; raises ValueError in words."""
        match self.kind:
            case Kind.CHOICE if isinstance(given, str) and given in self.allowed:
                return given
            case Kind.NUMBER if type(given) is int and self.least <= given <= self.most:
                return given
            case Kind.SWITCH if isinstance(given, bool):
                return given
            case Kind.KEYS if isinstance(given, Mapping):
                return {command: self._keys(command, keys) for command, keys in given.items()}
        raise ValueError(f"{_shown(given)} is not {self.wanted}")

    @property
    def wanted(self) -> str:
        """What values it takes, in words."""
        match self.kind:
            case Kind.CHOICE:
                return f"one of {', '.join(self.allowed)}"
            case Kind.NUMBER:
                return f"a whole number from {self.least} to {self.most}"
            case Kind.SWITCH:
                return "true or false"
            case Kind.KEYS:
                return "a table of commands and their keys"

    def _keys(self, command: str, given: object) -> tuple[str, ...]:
        """Return the keys of a command, of which the file may give one without brackets; raises ValueError."""
        if self.allowed and command not in self.allowed:
            raise ValueError(f"{_shown(command)} is no command")
        keys = [given] if isinstance(given, str) else given
        if isinstance(keys, Sequence) and keys and all(map(_is_key, keys)):
            return tuple(keys)
        raise ValueError(f"{_shown(given)} is not a key or a list of keys for {_shown(command)}")


def settings_table(
    levels: Collection[str], themes: Collection[str], max_rounds: int, commands: Collection[str] = ()
) -> tuple[Setting, ...]:
    """Return everything that may be set, in the order of the settings screen.

    Levels, themes and commands are named by those who know them; no rooms of theirs are known here.
    """
    return (
        Setting("level", Kind.CHOICE, "How hard the words are", levels),
        Setting("mode", Kind.CHOICE, "How the game is played", tuple(MODES)),
        Setting("rounds", Kind.NUMBER, "Words in a game; 0 for as many as the mode has", most=max_rounds),
        Setting("theme", Kind.CHOICE, "Colours of the page", themes),
        Setting("motion", Kind.CHOICE, "Whether anything moves: full or none", ("full", "none")),
        Setting("animation", Kind.CHOICE, "How much of the movement is shown: full or short", ("full", "short")),
        Setting(
            "dateline",
            Kind.CHOICE,
            "What the masthead tells: the article's day, today, none",
            ("article", "today", "none"),
        ),
        Setting("lessons_seen", Kind.SWITCH, "Whether the first game's lessons are over"),
        Setting("keys", Kind.KEYS, "Keys of your own for commands", commands),
    )


class Change(NamedTuple):
    """A value to be put into the file, or to be taken out of it."""

    names: tuple[str, ...]
    """The name of the value, after those of the tables that it stands in."""
    value: Any
    """As TOML has it; None: to be taken out."""


def changes_between(before: Settings, after: Settings) -> list[Change]:
    """Return what must change in a file for it to say `after` in place of `before`."""
    changes = [
        Change((each.name,), getattr(after, each.name))
        for each in fields(Settings)
        if each.name != "keys" and getattr(before, each.name) != getattr(after, each.name)
    ]
    for command in sorted({*before.keys, *after.keys}):
        keys = after.keys.get(command)
        if keys != before.keys.get(command):
            changes.append(Change(("keys", command), None if keys is None else list(keys)))
    return changes


def _is_key(key: object) -> bool:
    """Say whether this may be the name of a key; whether there is such a key the front end knows."""
    return isinstance(key, str) and 0 < len(key) <= MAX_KEY and key.isprintable() and not key.isspace()


def _shown(given: object) -> str:
    """Return a value as it may stand in a message: short, and without anything a terminal obeys."""
    text = repr(given)
    return ascii(text if len(text) <= MAX_KEY else text[:MAX_KEY] + " …")[1:-1]
