"""The record on disk: opening it, whatever state it is in, and writing games to it as they are played.

Writing happens in a thread of its own, in the order in which moves were made, so that no key waits for the disk.
"""

import atexit
import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from uuid import uuid4

from jumble.article import Article
from jumble.game import Mode, Puzzle
from jumble.records.game_record import GameRecord, Now, Write
from jumble.records.paths import DATABASE, data_folder
from jumble.records.schema import VERSION, check_writable, migrate, version_of

BUSY_SECONDS = 10.0
"""How long a writer waits for another game that is writing."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class RecordsError(Exception):
    """The record cannot be opened; the message says why and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class ArticlePlays:
    """An article and how often it was played: games in which at least one round was finished."""

    key: str
    title: str
    source: str
    plays: int
    best_score: int | None
    """Of the games that were played to the end."""
    last_played: str | None
    """ISO 8601 with the offset from UTC."""


def local_now() -> datetime:
    """Return the time on the player's clock, with its offset."""
    return datetime.now().astimezone()


def connect(database: str) -> sqlite3.Connection:
    """Return a connection to a database file or URI; it may be handed to another thread, but not shared by two."""
    connection = sqlite3.connect(
        database,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        uri=database.startswith("file:"),
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Matters in memory only: there a reader would hold tables against the writer, and no timeout would be waited for.
    connection.execute("PRAGMA read_uncommitted = ON")
    return connection


class Records:
    """An open record."""

    def __init__(
        self, database: str, *, now: Now = local_now, notice: str | None = None, writable: bool = True
    ) -> None:
        """Open or make the database; raises sqlite3.Error when that fails, RecordsError for a newer version."""
        self.notice = notice
        """What the player should know about the record, in one line; set when writing fails later, too."""
        self._now = now
        self._closed = False
        with ExitStack() as opened:
            self._reading = opened.enter_context(closing(connect(database)))
            if version_of(self._reading) > VERSION:
                raise RecordsError("a newer version of the game wrote the record; update the game to play with it")
            if writable:
                migrate(self._reading)
            self._read_plays()  # damage shows here, while the file can still be set aside
            self._writing = opened.enter_context(closing(connect(database)))
            if writable:
                check_writable(self._writing)
            opened.pop_all()
        self._jobs: SimpleQueue[Write | Event | None] = SimpleQueue()
        self._writer = Thread(target=self._write, name="records", daemon=True)
        self._writer.start()
        atexit.register(self.close)

    @property
    def reading(self) -> sqlite3.Connection:
        """The connection to read from, for the thread that opened the record."""
        return self._reading

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode) -> "GameRecord":
        """Return the record of a game that begins now; nothing is written before its first move."""
        return GameRecord(self._jobs.put, article, puzzle, mode, self._now)

    def plays(self) -> list[ArticlePlays]:
        """Return the articles that were played, most popular first, of equally popular ones the latest.

        What cannot be read leaves a notice, not an error.
        """
        try:
            return self._read_plays()
        except sqlite3.Error as error:
            self.notice = f"The record cannot be read: {error}"
            return []

    def settle(self) -> None:
        """Wait until everything so far is written; after `close` it is."""
        if not self._closed:
            done = Event()
            self._jobs.put(done)
            done.wait()

    def close(self) -> None:
        """Write what is left and close; at the end of the process, too, when no one did before."""
        if self._closed:
            return
        self._closed = True
        atexit.unregister(self.close)
        self._jobs.put(None)
        self._writer.join()
        self._writing.close()
        self._reading.close()

    def _read_plays(self) -> list[ArticlePlays]:
        """Return what `plays` promises; raises sqlite3.Error."""
        # The latest game is the one with the highest id: times of day with their offsets do not sort.
        rows = self._reading.execute(
            """
            SELECT key, title, source, plays, best_score, started AS last_played
            FROM (SELECT article_key, max(id) AS latest, count(*) AS plays,
                         max(CASE WHEN ended IS NOT NULL THEN score END) AS best_score
                  FROM game JOIN (SELECT game_id, sum(points) AS score FROM round GROUP BY game_id) ON game_id = id
                  GROUP BY article_key)
            JOIN game ON id = latest JOIN article ON key = game.article_key
            ORDER BY plays DESC, latest DESC
            """
        )
        return [ArticlePlays(**row) for row in rows]

    def _write(self) -> None:
        """Do the jobs in order. A failure ends the recording of a game, never the game, and leaves a notice."""
        while (job := self._jobs.get()) is not None:
            if isinstance(job, Event):
                job.set()
                continue
            try:
                job(self._writing)
            except Exception as error:  # noqa: BLE001 whatever it is, later games are to be written
                self.notice = f"This game is not being recorded: {error}"


def open_records(folder: Path | None = None, *, now: Now = local_now) -> Records:
    """Open the player's record, and one in memory for this sitting only when it cannot be written.

    A damaged database is set aside under another name. `Records.notice` tells of both.
    """
    folder = folder or data_folder()
    path = folder.absolute() / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Records(str(path), now=now)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
            return _in_memory(f"{path} cannot be written ({error})", now)
        try:
            aside = _set_aside(path, now())
            notice = f"The record was damaged; it was set aside as {aside}, and a new one begun"
            return Records(str(path), now=now, notice=notice)
        except (OSError, sqlite3.Error) as failure:
            return _in_memory(f"{path} is damaged ({failure})", now)
    except RecordsError as error:
        return _in_memory(str(error), now)
    except OSError as error:
        return _in_memory(f"{folder} cannot be used ({error.strerror})", now)


def read_records(folder: Path | None = None) -> Records:
    """Open the player's record only to read it: nothing is made or changed on disk.

    Raises RecordsError when there is one that cannot be read.
    """
    path = (folder or data_folder()).absolute() / DATABASE
    try:
        if not path.exists() or path.stat().st_size == 0:
            return Records(f"file:jumble-{uuid4().hex}?mode=memory&cache=shared")
        return Records(f"{path.as_uri()}?mode=ro", writable=False)
    except (sqlite3.Error, OSError) as error:
        raise RecordsError(f"the record {path} cannot be read: {error}") from None


def _in_memory(reason: str, now: Now) -> Records:
    """Return a record that ends with the process."""
    return Records(
        f"file:jumble-{uuid4().hex}?mode=memory&cache=shared",
        now=now,
        notice=f"Playing without records: {reason}",
    )


def _set_aside(path: Path, when: datetime) -> Path:
    """Move a damaged database and its journal out of the way, over no other; return where it is now."""
    stem = f"{path.stem}-damaged-{when:%Y%m%dT%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    for number in count(2):
        if not aside.exists():
            break
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    path.rename(aside)
    for journal in ("-wal", "-shm"):
        beside = path.with_name(path.name + journal)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + journal))
    return aside
