"""Moves: everything a player can do in a game, as plain values that can be stored and replayed.

To add a move, add a class here, a line in `MOVES`, and a rule in `rules.py`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Type:
    """Put a letter into the next free slot: the first free tile of the rack with this letter."""

    letter: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Put a tile into the next free slot."""

    tile: int
    """Index of the tile's letter in the scramble, from 0."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Return the last letter laid to the rack, unless a hint has fixed it."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Return all letters to the rack except those that hints have fixed."""


@dataclass(frozen=True, slots=True)
class Shuffle:
    """Show the tiles of the rack in another order."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Take the next rung of the hint ladder."""


@dataclass(frozen=True, slots=True)
class Submit:
    """Submit the word in the slots as the answer."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Give up the round."""


@dataclass(frozen=True, slots=True)
class Next:
    """Leave the shown answer for the next round, or for the end of the game."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Check the clock: ends the round if its time has run out, and does nothing else."""


Move = Type | Pick | TakeBack | Clear | Shuffle | Hint | Submit | Skip | Next | Tick

MOVES: Mapping[str, type[Move]] = {
    "type": Type,
    "pick": Pick,
    "take back": TakeBack,
    "clear": Clear,
    "shuffle": Shuffle,
    "hint": Hint,
    "submit": Submit,
    "skip": Skip,
    "next": Next,
    "tick": Tick,
}
"""The name under which each move is stored. These names are part of the record's format: never change one."""

_NAMES = {move_class: name for name, move_class in MOVES.items()}


def move_as_json(move: Move) -> dict[str, Any]:
    """Return a move as a JSON object: its name from `MOVES` under `move`, and its fields."""
    return {"move": _NAMES[type(move)], **asdict(move)}


def move_from_json(stored: Mapping[str, Any]) -> Move:
    """Return the move that `move_as_json` stored; raises ValueError for an unknown name or wrong fields."""
    fields = dict(stored)
    try:
        return MOVES[fields.pop("move")](**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a move: {stored!r}") from error
