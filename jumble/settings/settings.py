"""All settings as one table, from which the settings file, the settings screen and its help are derived."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, NamedTuple

from jumble.game import DEFAULT_MODE, MODES
from jumble.startup.early_names import DEFAULT_LEVEL

MAX_KEY = 40
"""Most characters in the name of a key; the longest name of a key that a terminal sends has about half as many."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The player's settings. The values here are the defaults, used for settings that the file does not have."""

    level: str = DEFAULT_LEVEL
    mode: str = DEFAULT_MODE
    rounds: int = 0
    """Words in a game; 0 for as many as the mode has."""
    theme: str = "paper-night"
    motion: str = "full"
    """`full` or `none`: with `none` nothing on the screen moves by itself except the clock."""
    animation: str = "full"
    """`full` or `short`: all animations, or only those that convey something."""
    dateline: str = "article"
    """Dateline in the masthead: `article` (place, weather and day of the article), `today` (the date), or `none`."""
    lessons_seen: bool = False
    """Whether the lessons of the first game were already shown."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The player's own keys by command id, in place of the command's default keys; see `jumble.desk.commands`."""


class Kind(StrEnum):
    """The type of a setting's values, which decides how a screen asks for one."""

    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"
    KEYS = "keys"


class Setting(NamedTuple):
    """Description of one setting: its name, its type and the values allowed for it."""

    name: str
    """Name of the field in `Settings`, and of the setting in the file."""
    kind: Kind
    help: str
    """Explanation in one line."""
    allowed: Collection[str] = ()
    """For a choice, the allowed values; for keys, the allowed command ids (empty: any)."""
    least: int = 0
    """Smallest value of a number."""
    most: int = 0
    """Greatest value of a number."""

    def value(self, given: object) -> Any:  # noqa: ANN401 each setting has a type of its own
        """Return a value from a file or a screen, checked and converted to the type that `Settings` has for it.

        Raises ValueError with a message for the player.
        """
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
        """The allowed values in words, for an error message."""
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
        """Return the keys given for a command: a list, or one key as a plain string. Raises ValueError."""
        if self.allowed and command not in self.allowed:
            raise ValueError(f"{_shown(command)} is no command")
        keys = [given] if isinstance(given, str) else given
        if isinstance(keys, Sequence) and keys and all(map(_is_key, keys)):
            return tuple(keys)
        raise ValueError(f"{_shown(given)} is not a key or a list of keys for {_shown(command)}")


def settings_table(
    levels: Collection[str], themes: Collection[str], max_rounds: int, commands: Collection[str] = ()
) -> tuple[Setting, ...]:
    """Return all settings, in the order of the settings screen.

    The caller passes the names of levels, themes and commands, since this room may not import the rooms that define
    them.
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
    """A value to be written into the settings file, or removed from it."""

    names: tuple[str, ...]
    """Path of the value in the file: the names of the tables that contain it, then its own name."""
    value: Any
    """Value of a TOML type; None to remove it."""


def changes_between(before: Settings, after: Settings) -> list[Change]:
    """Return the changes to make in a file that says `before`, so that it says `after`; keys command by command."""
    changes = [
        Change((setting.name,), getattr(after, setting.name))
        for setting in fields(Settings)
        if setting.name != "keys" and getattr(before, setting.name) != getattr(after, setting.name)
    ]
    for command in sorted({*before.keys, *after.keys}):
        keys = after.keys.get(command)
        if keys != before.keys.get(command):
            changes.append(Change(("keys", command), None if keys is None else list(keys)))
    return changes


def _is_key(key: object) -> bool:
    """Return whether a value has the form of a key's name; only the front end knows whether such a key exists."""
    return isinstance(key, str) and 0 < len(key) <= MAX_KEY and key.isprintable() and not key.isspace()


def _shown(given: object) -> str:
    """Return a value for an error message: shortened, and with control characters escaped."""
    text = repr(given)
    return ascii(text if len(text) <= MAX_KEY else text[:MAX_KEY] + " …")[1:-1]
