"""Everything that the records screens read, behind one class: they need to know neither SQLite nor the queries."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from jumble.figures.bests import ScorePoint, score_points
from jumble.figures.difficulty_check import DifficultyCheck, check_difficulty
from jumble.figures.rows import ListedGame
from jumble.figures.summary import Summary
from jumble.records.sqlite.damage import is_damage
from jumble.records.sqlite.queries import read_game, read_games, read_listed, read_trials
from jumble.records.sqlite.store import Records
from jumble.records.sqlite.summary import summary

Answer = TypeVar("Answer")

CHECKED_ROUNDS = 10_000
"""Number of latest rounds on which the difficulty check is computed: it fits one number to the player's skill, which
changes over the years, and all 160,000 rounds of 20,000 games would take seconds."""
PLOTTED_GAMES = 500
"""Number of latest games whose scores are plotted: more than any terminal has columns."""


class RecordHistory:
    """Reads what was played. Every method first waits until the moves made so far are written.

    Every method raises OSError with a line for the player as its message, since the screens that call it know neither
    SQLite's errors nor those of this room.
    """

    def __init__(self, records: Records) -> None:
        """Read from an open record."""
        self._records = records

    def summary(self, today: date) -> Summary:
        """Return the main figures of the record; `today` is the player's local day."""
        return self._read(lambda: summary(self._records, today))

    def games(self, limit: int, offset: int) -> list[ListedGame]:
        """Return at most `limit` games with their rounds, the latest first, after skipping `offset` games."""
        return self._read(lambda: read_listed(self._records, limit, offset))

    def game(self, uid: str) -> ListedGame | None:
        """Return one game with its rounds; None if the game is not in the record any more."""
        return self._read(lambda: read_game(self._records, uid))

    def scores(self) -> list[ScorePoint]:
        """Return the scores of the finished games among the last PLOTTED_GAMES, in the order of their beginning."""
        return self._read(lambda: score_points(read_games(self._records, PLOTTED_GAMES)))

    def difficulty(self) -> DifficultyCheck:
        """Return how well the difficulty model predicts the last CHECKED_ROUNDS rounds."""
        return self._read(lambda: check_difficulty(read_trials(self._records, CHECKED_ROUNDS)))

    def _read(self, read: Callable[[], Answer]) -> Answer:
        """Return what `read` returns, called once all moves are written; its errors become OSError."""
        self._records.settle()
        try:
            return read()
        except (sqlite3.Error, ValueError, TypeError) as error:
            if is_damage(error):
                self._records.disable_index()  # also marks the record, so that the next opening checks the whole file
            raise OSError(f"the record cannot be read: {error}") from error
