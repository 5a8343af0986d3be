"""The round in play: what lies on the board, and what a rung of the hint ladder may do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jumble.puzzle import Round


class SpelledRound(NamedTuple):
    """A round of the puzzle and its letters."""

    round: Round
    tiles: tuple[str, ...]
    """The letters of the scramble."""
    answer: tuple[str, ...]
    """The letters of the answer."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the hint ladder: a hint that can be taken at a price."""

    name: str
    """As the key, the command line and the record have it; it stays as it is."""
    price: int
    """What it costs each time, in per cent of the word's points."""
    tally: str
    """How a table of rounds says that it was taken: a format of how often."""
    change: Callable[[Board, SpelledRound], Board | None] = field(repr=False)
    """Returns the board after the hint; None when there is nothing that it could give."""
    repeatable: bool = False
    """Whether it may be taken more than once in a round."""
    ends_round: bool = False
    """Whether it ends the round unsolved."""


@dataclass(frozen=True, slots=True)
class Board:
    """What has been done in the round so far. Tiles are named by their place in the scramble, from 0."""

    rack: tuple[int, ...]
    """All tiles, in the order they are shown."""
    slots: tuple[int, ...] = ()
    """The tiles laid so far, first letter first."""
    locked: int = 0
    """How many of the first slots hints have fixed."""
    hints: tuple[Rung, ...] = ()
    """The hints taken, in order."""
    wrong_tries: int = 0
    shuffles: int = 0
    started: float = 0.0
    """Seconds of play at which the round began."""

    @property
    def hinted(self) -> bool:
        """Whether any hint was taken."""
        return bool(self.hints)
