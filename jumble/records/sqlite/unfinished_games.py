"""Finds the game that was cut off last, with all that is needed to resume it."""

import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from jumble.article import Article
from jumble.game import MODES, LoggedMove, Mode, Puzzle, move_from_json
from jumble.records.sqlite.playing_process import is_playing
from jumble.records.sqlite.stored_articles import read_article

OFFERED_DAYS = 14
"""Days after which a game that was cut off is not offered any more, since the player has forgotten the article."""

_CANDIDATES = """
SELECT id, uid, article_key, mode, started, stood, touched, process
FROM game INDEXED BY game_unfinished
WHERE ended IS NULL AND given_up = 0 AND touched >= ? ORDER BY touched DESC, id DESC
"""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A game that was cut off or left, in its last state."""

    uid: str
    article: Article
    puzzle: Puzzle
    mode: Mode
    log: tuple[LoggedMove, ...]
    rounds: int
    """Number of finished rounds."""
    elapsed: float
    """Seconds of play when the game was cut off, pauses not counted."""
    started: str
    """When the game began: ISO 8601 with the offset from UTC."""
    process: str | None
    """Name of the process that played the game last; None if it was left properly."""


def find_unfinished(connection: sqlite3.Connection, now: datetime) -> Unfinished | None:
    """Return the latest unfinished game that no process is playing; None if there is none. Raises sqlite3.Error."""
    seconds = now.timestamp()
    with closing(connection.execute(_CANDIDATES, (int(seconds) - OFFERED_DAYS * 86_400,))) as candidates:
        for row in candidates:
            if is_playing(row["process"], seconds - row["touched"]):
                continue
            try:
                game = _read(connection, row)
            except (ValueError, KeyError, TypeError, zlib.error):  # written by another version, or damaged
                continue
            if game is not None:
                return game
    return None


def _read(connection: sqlite3.Connection, row: sqlite3.Row) -> Unfinished | None:
    """Return the game of a row of _CANDIDATES; None if the record lacks its text or its moves.

    Raises ValueError, KeyError, TypeError or zlib.error when the game was written by another version or is damaged.
    """
    game_id = (row["id"],)
    moves = connection.execute("SELECT at, move FROM move WHERE game_id = ? ORDER BY number", game_id)
    log = tuple(LoggedMove(move_from_json(json.loads(move["move"])), move["at"]) for move in moves)
    if not log or (article := read_article(connection, row["article_key"])) is None:
        return None
    puzzle = connection.execute("SELECT puzzle FROM puzzle WHERE game_id = ?", game_id).fetchone()
    return Unfinished(
        uid=row["uid"],
        article=article,
        puzzle=Puzzle.from_json(json.loads(puzzle["puzzle"])),
        mode=MODES[row["mode"]],
        log=log,
        rounds=connection.execute("SELECT count(*) FROM round WHERE game_id = ?", game_id).fetchone()[0],
        elapsed=max(row["stood"], log[-1].at),
        started=row["started"],
        process=row["process"],
    )
