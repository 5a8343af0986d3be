"""The board of the round in play, and the type of a rung of the hint ladder, which changes the board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jumble.puzzle import Round


class SpelledRound(NamedTuple):
    """A round of the puzzle with its scramble and answer split into letters (graphemes)."""

    round: Round
    tiles: tuple[str, ...]
    """The letters of the scramble."""
    answer: tuple[str, ...]
    """The letters of the answer."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the hint ladder: a hint that can be taken at a price."""

    name: str
    """Name of the hint on its key, on the command line and in the record; part of the record's format."""
    price: int
    """Cost of taking the hint once, in per cent of the word's points."""
    tally: str
    """Format string for a table of rounds; it is given how often the hint was taken."""
    change: Callable[[Board, SpelledRound], Board | None] = field(repr=False)
    """Returns the board after the hint; None when the hint has nothing to give in this round."""
    repeatable: bool = False
    """Whether the hint may be taken more than once in a round."""
    ends_round: bool = False
    """Whether the hint ends the round unsolved."""


@dataclass(frozen=True, slots=True)
class Board:
    """What has been done in the round so far. A tile is the index of its letter in the scramble, from 0."""

    rack: tuple[int, ...]
    """All tiles, those in the slots included, in the order in which they are shown."""
    slots: tuple[int, ...] = ()
    """The tiles laid so far, first letter first."""
    locked: int = 0
    """Number of slots, counted from the first, that hints have fixed."""
    hints: tuple[Rung, ...] = ()
    """The hints taken in this round, in order."""
    wrong_tries: int = 0
    shuffles: int = 0
    started: float = 0.0
    """Seconds of play, counted from the start of the game, at which the round began."""

    @property
    def hinted(self) -> bool:
        """Whether any hint was taken in this round."""
        return bool(self.hints)
