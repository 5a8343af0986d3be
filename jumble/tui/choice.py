"""What the player has set for the next game."""

from dataclasses import dataclass, replace
from typing import TypeVar

from jumble.game import MODES, Mode
from jumble.words import LEVELS

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the player has set for the next game."""

    mode: Mode
    level: str
    rounds: int | None = None
    """None: as many as the mode has."""
    seed: int | None = None
    """Of the first game; None: drawn, as for all later ones."""

    @property
    def length(self) -> int:
        """Rounds of the next game, if the article has as many words."""
        return self.rounds or self.mode.rounds

    def next_mode(self) -> "Choice":
        """Return the choice with the mode after this one."""
        return replace(self, mode=_after(self.mode, tuple(MODES.values())))

    def next_level(self) -> "Choice":
        """Return the choice with the level after this one."""
        return replace(self, level=_after(self.level, tuple(LEVELS)))


def _after(this: Thing, things: tuple[Thing, ...]) -> Thing:
    """Return the thing after this one, in a circle."""
    return things[(things.index(this) + 1) % len(things)]
