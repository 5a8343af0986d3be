"""What the record pages ask about games of the past, as a protocol: the record satisfies it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jumble.figures import ListedGame, ScorePoint, Summary
    from jumble.figures.difficulty_check import DifficultyCheck


class History(Protocol):
    """Answers about games of the past. Each may take a while; raises OSError whose message is a line for the player."""

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
