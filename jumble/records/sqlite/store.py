"""The open record: reads in any thread, and writes games and articles as they are played and opened.

All writing happens in one thread of its own, in the order in which moves are made, so that no key press waits for the
disk.
"""

import atexit
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TypeVar, cast

from jumble.article import Article
from jumble.game import Game, GameKind, Mode, Puzzle
from jumble.records.sqlite.article_lists import LibraryArticle, Order, list_articles
from jumble.records.sqlite.damage import is_damage, mark_damaged
from jumble.records.sqlite.database import Readers, connect, transaction
from jumble.records.sqlite.game_record import GameRecord, Now, Write, Writer
from jumble.records.sqlite.migration import back_up, check_tables, check_writable, migrate, version_of
from jumble.records.sqlite.playing_process import name_process
from jumble.records.sqlite.schema import VERSION
from jumble.records.sqlite.search_index import create_index, has_index, index_words
from jumble.records.sqlite.stored_articles import read_article, texts_of, write_article
from jumble.records.sqlite.unfinished_games import Unfinished, find_unfinished

_PLAYS_OF = """
SELECT source, title, sum(plays) AS plays FROM article
WHERE source IN (SELECT value FROM json_each(?)) GROUP BY source, title
"""
DEFAULT_LIMIT = 50
"""Default number of articles in a list: at 50,000 articles, any search for so many fits well into one frame; searching
for 200 takes the whole frame."""
INDEXED_AT_ONCE = 20
"""Number of articles indexed in one transaction; waiting moves are written between two such transactions."""

Answer = TypeVar("Answer")


class RecordsError(Exception):
    """The record cannot be opened; the message says why and what to do, in one line."""


def local_now() -> datetime:
    """Return the current local time with its offset from UTC."""
    return datetime.now().astimezone()


class Records:
    """An open record. Its reading methods may be called from any thread."""

    def __init__(
        self, database: str, *, now: Now = local_now, notice: str | None = None, writable: bool = True
    ) -> None:
        """Open the database (a path or an SQLite URI), creating or migrating it if `writable`.

        Raises sqlite3.Error when that fails, RecordsError when a newer version of the game wrote the record.
        """
        self.notice = notice
        """A line for the player about a problem with the record, None if there is none; also set by later errors."""
        self._now = now
        self._closed = False
        self._readers = Readers(database)
        with ExitStack() as opened:
            opened.callback(self._readers.close)
            if version_of(self.reading) > VERSION:
                raise RecordsError("a newer version of the game wrote the record; update the game to play with it")
            self._writing = opened.enter_context(closing(connect(database)))
            if writable:
                self._prepare(database)
            self._path = None if database.startswith("file:") else Path(database)
            # Readers of a database in memory see uncommitted changes, in which an index would look damaged.
            self._indexed = self._path is not None and has_index(self.reading)
            check_tables(self.reading)  # raises for damage now, while the caller can still set the file aside
            opened.pop_all()
        self._jobs: SimpleQueue[Write | Event | None] = SimpleQueue()
        self._game_writer = Writer(self._jobs.put, now, name_process(), lambda: self._indexed)
        self._game_records: list[GameRecord] = []
        self._writer = Thread(target=self._write, name="records", daemon=True)
        self._writer.start()
        atexit.register(self.close)
        if writable and self._indexed and self._unindexed(self.reading):
            self._jobs.put(self._index_some)

    @property
    def reading(self) -> sqlite3.Connection:
        """The connection for reading in the calling thread; raises sqlite3.Error."""
        return self._readers.connection

    def begin(
        self, article: Article, puzzle: Puzzle, mode: Mode, ago: float = 0.0, kind: GameKind = GameKind.ARTICLE
    ) -> GameRecord:
        """Return the record of a new game that began `ago` seconds ago; nothing is written before its first move."""
        record = GameRecord(self._game_writer, article, puzzle, mode, ago, kind)
        self._game_records.append(record)
        return record

    def unfinished(self) -> Unfinished | None:
        """Return the latest game that was cut off or left and that no window is playing; None if there is none."""
        return self._read(lambda: find_unfinished(self.reading, self._now()), None)

    def resume(self, unfinished: Unfinished) -> GameRecord:
        """Return the record of a resumed game, to which its further moves are added.

        If another window has resumed the game first, nothing is recorded here, and `notice` says so.
        """
        record = GameRecord.resumed(self._game_writer, unfinished)
        self._game_records.append(record)
        return record

    def give_up(self, uid: str) -> None:
        """Never offer to resume this game again; its finished rounds stay in the record."""

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE game SET given_up = 1 WHERE uid = ?", (uid,))

        self._jobs.put(write)

    def remember(self, article: Article) -> None:
        """Add an opened article with its text to the library; for one that is there, update when it was opened."""
        opened = self._now().isoformat(timespec="seconds")

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                write_article(connection, article, opened, indexed=self._indexed)

        self._jobs.put(write)

    def recall(self, key: str) -> Article | None:
        """Return an article of the library with its text; None when the record does not have the text."""
        return self._read(lambda: read_article(self.reading, key), None)

    def library(
        self, *, order: str = Order.POPULAR, search: str = "", limit: int = DEFAULT_LIMIT, offset: int = 0
    ) -> list[LibraryArticle]:
        """Return the articles of the library with words that begin as each word of `search` does.

        Searches titles and texts, ignoring case and accents. Returns at most `limit` articles in `order`, after
        skipping `offset`. Empty when the record cannot be read; `notice` then says why.
        """
        return self._read(
            lambda: list_articles(self.reading, Order(order), search, limit, offset, indexed=self._indexed), []
        )

    def plays_of(self, sources: Iterable[str]) -> dict[tuple[str, str], int]:
        """Return the number of plays of each article read from one of the sources, by (source, title)."""
        sources_json = json.dumps(list(sources))

        def read() -> dict[tuple[str, str], int]:
            rows = self.reading.execute(_PLAYS_OF, (sources_json,))
            return {(row["source"], row["title"]): row["plays"] for row in rows}

        return self._read(read, {})

    @property
    def persistent(self) -> bool:
        """Whether the record is a file; otherwise it is in memory and ends with the process."""
        return self._path is not None

    @property
    def indexed(self) -> bool:
        """Whether the index of words is in use."""
        return self._indexed

    def run_in_writer(self, job: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Run a job in the writing thread, after all earlier ones, and return its result.

        Closes the connections for reading first, so that the job can lock the file. Raises what the job raises;
        sqlite3.Error becomes RecordsError.
        """
        results: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()

        def run(connection: sqlite3.Connection) -> None:
            try:
                results.put((job(connection), None))
            except BaseException as error:  # noqa: BLE001 raised again in the calling thread
                results.put((None, error))

        self._readers.close_all()  # readers open new connections when they next read
        self._jobs.put(run)
        result, error = results.get()
        if isinstance(error, sqlite3.Error):
            raise RecordsError(f"the record cannot be written: {error}") from None
        if error is not None:
            raise error
        if self._indexed:
            self._jobs.put(self._index_some)
        return cast("Answer", result)

    def bests(self, game: Game, uid: str) -> tuple[str, ...]:
        """Return the ways in which a finished game is better than all others in the record; see `personal_best`."""
        from jumble.figures.bests import personal_best
        from jumble.figures.rows import GameScore
        from jumble.records.sqlite.queries import read_level_modes

        def read() -> tuple[str, ...]:
            row = self.reading.execute("SELECT id FROM game WHERE uid = ?", (uid,)).fetchone()
            return personal_best(GameScore.of(game), read_level_modes(self, apart_from=row and row["id"]))

        return self._read(read, ())

    def disable_index(self) -> bool:
        """Mark the record as damaged and stop using the index; return whether the index was in use until now."""
        was_indexed, self._indexed = self._indexed, False
        if self._path is not None:
            mark_damaged(self._path)
        return was_indexed

    def settle(self) -> None:
        """Wait until everything queued so far is written; returns at once after `close`."""
        if not self._closed:
            done = Event()
            self._jobs.put(done)
            done.wait()

    def close(self) -> None:
        """Release all games, write what is queued, and close; called at the end of the process if not before."""
        if self._closed:
            return
        self._closed = True
        atexit.unregister(self.close)
        for record in self._game_records:
            record.leave()
        self._jobs.put(None)
        self._writer.join()
        self._readers.close()
        self._writing.close()

    def _prepare(self, database: str) -> None:
        """Back up and migrate the database if it is older, and create the index; raises sqlite3.Error.

        Raises sqlite3.OperationalError also for a database of the newest version that cannot be written.
        """
        if not database.startswith("file:"):
            try:
                back_up(self._writing, Path(database))
            except (sqlite3.Error, OSError) as error:
                self.notice = f"The record is of an older version, and no copy of it could be made: {error}"
        migrate(self._writing)
        check_writable(self._writing)
        create_index(self._writing)

    def _read(self, read: Callable[[], Answer], otherwise: Answer) -> Answer:
        """Return what `read` returns, tried again without the index after damage; on failure set `notice`.

        Returns `otherwise` when reading fails.
        """
        try:
            try:
                return read()
            except sqlite3.DatabaseError as error:
                if not (is_damage(error) and self.disable_index()):
                    raise
                return read()
        except (sqlite3.Error, ValueError, TypeError, zlib.error) as error:
            self.notice = f"The record cannot be read: {error}"
            return otherwise

    @staticmethod
    def _unindexed(connection: sqlite3.Connection) -> list[int]:
        """Return the serials of at most INDEXED_AT_ONCE articles that are not indexed yet."""
        query = "SELECT serial FROM article WHERE indexed = 0 ORDER BY serial LIMIT ?"
        return [row["serial"] for row in connection.execute(query, (INDEXED_AT_ONCE,))]

    def _index_some(self, connection: sqlite3.Connection) -> None:
        """Index the words of at most INDEXED_AT_ONCE articles, and queue itself again for the others."""
        with transaction(connection):
            serials = self._unindexed(connection)
            for serial in serials:
                index_words(connection, serial, texts_of(connection, serial))
        if len(serials) == INDEXED_AT_ONCE and not self._closed:
            self._jobs.put(self._index_some)

    def _write(self) -> None:
        """Run the queued jobs in order; the body of the writing thread. A failed job only sets `notice`."""
        while (job := self._jobs.get()) is not None:
            if isinstance(job, Event):
                job.set()
                continue
            try:
                self._do(job)
            except Exception as error:  # noqa: BLE001 whatever failed, the thread must go on to write later games
                self.notice = f"This game is not being recorded: {error}"

    def _do(self, job: Write) -> None:
        """Run a job; if it fails for damage while the index is in use, run it again without the index."""
        try:
            job(self._writing)
        except sqlite3.DatabaseError as error:
            if not (is_damage(error) and self.disable_index()):
                raise
            job(self._writing)
