"""The modes of play, as data: to add a mode, add a `Mode` to `MODES`."""

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
    """A mode of play: how many rounds a game has, on which clock, and with which hints."""

    name: str
    title: str
    summary: str
    rounds: int
    """Rounds of a game; a game has fewer when its article has fewer suitable words."""
    clock: Clock
    hints: Sequence[Rung]
    """The hint ladder, in the order in which hints are offered."""

    @property
    def timed(self) -> bool:
        """Whether the mode has a clock, for each round or for the whole game."""
        return not isinstance(self.clock, NoClock)

    def rounds_of(self, puzzle: Puzzle) -> tuple[Round, ...]:
        """Return the rounds of a puzzle that are played in this mode, in order of play."""
        return puzzle.rounds

    def is_last_round(self, puzzle: Puzzle, number: int, seconds_left: float | None = None) -> bool:
        """Return whether round `number` (from 0) is the last: none is left, or the clock of the whole game is at 0.

        `seconds_left` is what was on the clock when that round ended, None while the round is in play.
        """
        time_is_up = isinstance(self.clock, GameClock) and seconds_left == 0
        return time_is_up or number + 1 >= len(self.rounds_of(puzzle))


CLASSIC = Mode("classic", "Classic", "8 rounds against the clock", 8, RoundClock(), LADDER)
RELAXED = Mode("relaxed", "Relaxed", "8 rounds, no clock", 8, NoClock(), LADDER)

MODES: Mapping[str, Mode] = {mode.name: mode for mode in (CLASSIC, RELAXED)}
DEFAULT_MODE = CLASSIC.name
