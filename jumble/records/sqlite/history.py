"""The record to look back at: what the records screens ask for, behind one class that they can be handed."""

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

RECENT = 10_000
"""Rounds by which difficulty is checked: the check fits one number to the player, who gets better over the years. And
of all the 160,000 rounds of 20,000 games it takes seconds."""


SHOWN = 500
"""Games whose scores are told: more than any terminal has columns to plot."""


class RecordHistory:
    """Answers about what was played. Every method reads all that was written until now, and raises OSError.

    OSError, for who asks knows neither SQLite nor this room's own errors; its message is a line for the player.
    """

    def __init__(self, records: Records) -> None:
        """Look back at an open record."""
        self._records = records

    def summary(self, today: date) -> Summary:
        """Return the record in figures, as it stands on the player's day."""
        return self._read(lambda: summary(self._records, today))

    def games(self, limit: int, offset: int) -> list[ListedGame]:
        """Return games with their rounds, the latest first: `limit` of them after the first `offset`."""
        return self._read(lambda: read_listed(self._records, limit, offset))

    def game(self, uid: str) -> ListedGame | None:
        """Return one game with its rounds; None when it is not in the record any more."""
        return self._read(lambda: read_game(self._records, uid))

    def scores(self) -> list[ScorePoint]:
        """Return the scores of the last games that were played to their end, in the order in which they were begun."""
        return self._read(lambda: score_points(read_games(self._records, SHOWN)))

    def difficulty(self) -> DifficultyCheck:
        """Return what the latest rounds say about the prediction of difficulty."""
        return self._read(lambda: check_difficulty(read_trials(self._records, RECENT)))

    def _read(self, read: Callable[[], Answer]) -> Answer:
        """Return what was read, after the game just played was written."""
        self._records.settle()
        try:
            return read()
        except (sqlite3.Error, ValueError, TypeError) as error:
            if is_damage(error):
                self._records.doubt()  # the next opening looks at the whole file
            raise OSError(f"the record cannot be read: {error}") from error
