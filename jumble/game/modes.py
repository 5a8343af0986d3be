"""Modes of play, as data: a new mode is a new value here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jumble.game.clocks import Clock, GameClock, NoClock, RoundClock
from jumble.game.hints import LADDER

if TYPE_CHECKING:
    from jumble.game.board import Rung
    from jumble.puzzle import Puzzle, Round


@dataclass(frozen=True, slots=True)
class Mode:
    """How a game is played."""

    name: str
    title: str
    summary: str
    rounds: int
    """Rounds of a game, fewer when the article has fewer words to offer."""
    clock: Clock
    hints: Sequence[Rung]
    """The ladder, first rung first."""

    @property
    def timed(self) -> bool:
        """Whether a clock runs, of whatever kind."""
        return not isinstance(self.clock, NoClock)

    def rounds_of(self, puzzle: Puzzle) -> tuple[Round, ...]:
        """Return the rounds of a puzzle that a game in this mode may have, in order of play."""
        return puzzle.rounds

    def is_last_round(self, puzzle: Puzzle, number: int, seconds_left: float | None = None) -> bool:
        """Tell whether no round follows the one of a number, from 0.

        `seconds_left` on the clock when that round ended, None while it is in play: the game ends with its own clock.
        """
        time_is_up = isinstance(self.clock, GameClock) and seconds_left == 0
        return time_is_up or number + 1 >= len(self.rounds_of(puzzle))


CLASSIC = Mode("classic", "Classic", "8 rounds against the clock", 8, RoundClock(), LADDER)
RELAXED = Mode("relaxed", "Relaxed", "8 rounds, no clock", 8, NoClock(), LADDER)

MODES: Mapping[str, Mode] = {mode.name: mode for mode in (CLASSIC, RELAXED)}
DEFAULT_MODE = CLASSIC.name
