"""The three clocks that a mode can have: one for each round, one for the whole game, or none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundClock:
    """Each round has its own clock, whose seconds the puzzle sets; time left on the clock earns points."""


@dataclass(frozen=True, slots=True)
class GameClock:
    """One clock for the whole game: when it runs out, the game ends. It does not run while an answer is shown."""

    seconds: int
    """Seconds on the clock when the first round begins."""


@dataclass(frozen=True, slots=True)
class NoClock:
    """No clock: a round takes as long as the player likes."""


Clock = RoundClock | GameClock | NoClock
