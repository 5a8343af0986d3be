"""What the records screens want to know of the past, and of whom: the record satisfies this, and a test's stand-in."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jumble.figures import ListedGame, ScorePoint, Summary
    from jumble.figures.difficulty_check import DifficultyCheck


class Archive(Protocol):
    """Looks back at what was played. Each answer may take a while; OSError says in a line why there is none."""

    def summary(self, today: date) -> "Summary":
        """Return the record in figures, as it stands on the player's day."""

    def games(self, limit: int, offset: int) -> Sequence["ListedGame"]:
        """Return games with their rounds, the latest first: `limit` of them after the first `offset`."""

    def game(self, uid: str) -> "ListedGame | None":
        """Return one game with its rounds; None when it is not in the record any more."""

    def scores(self) -> Sequence["ScorePoint"]:
        """Return the scores of the games that were played to their end, in the order in which they were begun."""

    def difficulty(self) -> "DifficultyCheck":
        """Return what the latest rounds say about the prediction of difficulty."""
