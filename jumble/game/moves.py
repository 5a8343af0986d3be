"""Moves: what a player can do, as plain values that can be written down and played again.

A new move is a new class here, a line in `MOVES`, and its rule in `rules.py`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Type:
    """Put a letter into the next free slot, from the first tile of the rack that has it."""

    letter: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Put a tile into the next free slot."""

    tile: int
    """The tile by its place in the scramble, from 0."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Return the last letter to the rack."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Return all letters to the rack that no hint has placed."""


@dataclass(frozen=True, slots=True)
class Shuffle:
    """Put the tiles of the rack in another order."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Take the next rung of the hint ladder."""


@dataclass(frozen=True, slots=True)
class Submit:
    """Offer the word as it stands in the slots."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Give the round up."""


@dataclass(frozen=True, slots=True)
class Next:
    """Go on from the answer to the next round, or to the end of the game."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Let time pass: ends the round if its clock has run out."""


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
"""The name each move is written down under; part of the record's format, so names stay as they are."""

_NAMES = {kind: name for name, kind in MOVES.items()}


def move_as_json(move: Move) -> dict[str, Any]:
    """Return a move as JSON's own types: its name under `move`, and its fields."""
    return {"move": _NAMES[type(move)], **asdict(move)}


def move_from_json(stored: Mapping[str, Any]) -> Move:
    """Return the move that `move_as_json` wrote; raises ValueError when it is none."""
    fields = dict(stored)
    try:
        return MOVES[fields.pop("move")](**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a move: {stored!r}") from error
