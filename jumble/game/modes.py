"""Modes of play, as data: a new mode is a new value here."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Rung(StrEnum):
    """A rung of the hint ladder."""

    CLUE = "clue"
    """The article's sentence with the word blanked."""
    LETTER = "letter"
    """The next letter falls into place."""
    ANSWER = "answer"
    """The word itself; ends the round unsolved."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How a game is played."""

    name: str
    title: str
    summary: str
    rounds: int
    """Rounds of a game, fewer when the article has fewer words to offer."""
    clock: bool
    """Whether each round has a clock; without one there is no time part in the score."""
    hints: tuple[Rung, ...]
    """The ladder, first rung first; a letter is offered again as long as two are left to find."""


CLASSIC = Mode("classic", "Classic", "8 rounds against the clock", 8, clock=True, hints=tuple(Rung))
RELAXED = Mode("relaxed", "Relaxed", "8 rounds, no clock", 8, clock=False, hints=tuple(Rung))

MODES: Mapping[str, Mode] = {mode.name: mode for mode in (CLASSIC, RELAXED)}
DEFAULT_MODE = CLASSIC.name
