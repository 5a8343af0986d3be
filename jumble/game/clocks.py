"""Clocks of a mode, as values: each round its own, one for the whole game, none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundClock:
    """Each round has its own clock, of as many seconds as the puzzle gives it; time left on it brings points."""


@dataclass(frozen=True, slots=True)
class GameClock:
    """One clock for the whole game, which ends with it. It stands while an answer is shown."""

    seconds: int
    """At the beginning of the first round."""


@dataclass(frozen=True, slots=True)
class NoClock:
    """Time is not counted."""


Clock = RoundClock | GameClock | NoClock
