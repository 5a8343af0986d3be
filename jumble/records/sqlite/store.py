"""The record on disk: reading from it in any thread, and writing games and articles to it as they come.

Writing happens in a thread of its own, in the order in which moves were made, so that no key waits for the disk.
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
from jumble.records.sqlite.damage import is_damage, mark
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
LISTED = 50
"""Articles that a list has unless more are wanted: found at each key, however common the beginning, within a frame at
50,000 articles; 200 take the whole of it."""
INDEXED_AT_ONCE = 20
"""Articles whose words are indexed in one transaction; moves made meanwhile are written between two of them."""

Answer = TypeVar("Answer")


class RecordsError(Exception):
    """The record cannot be opened; the message says why and what to do, in one line."""


def local_now() -> datetime:
    """Return the time on the player's clock, with its offset."""
    return datetime.now().astimezone()


class Records:
    """An open record. Its reading methods may be called from any thread."""

    def __init__(
        self, database: str, *, now: Now = local_now, notice: str | None = None, writable: bool = True
    ) -> None:
        """Open or make the database; raises sqlite3.Error when that fails, RecordsError for a newer version."""
        self.notice = notice
        """What the player should know about the record, in one line; set when writing fails later, too."""
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
            # In memory a reader may look into what a writer has only half done, and an index would seem damaged.
            self._indexed = self._path is not None and has_index(self.reading)
            check_tables(self.reading)  # damage shows here, while the file can still be set aside
            opened.pop_all()
        self._jobs: SimpleQueue[Write | Event | None] = SimpleQueue()
        self._games = Writer(self._jobs.put, now, name_process(), lambda: self._indexed)
        self._begun: list[GameRecord] = []
        self._writer = Thread(target=self._write, name="records", daemon=True)
        self._writer.start()
        atexit.register(self.close)
        if writable and self._indexed and self._unindexed(self.reading):
            self._jobs.put(self._index_some)

    @property
    def reading(self) -> sqlite3.Connection:
        """The connection that the calling thread reads from."""
        return self._readers.mine

    def begin(
        self, article: Article, puzzle: Puzzle, mode: Mode, ago: float = 0.0, kind: GameKind = GameKind.ARTICLE
    ) -> GameRecord:
        """Return the record of a game that began so many seconds ago; nothing is written before its first move."""
        game = GameRecord(self._games, article, puzzle, mode, ago, kind)
        self._begun.append(game)
        return game

    def unfinished(self) -> Unfinished | None:
        """Return the game that was cut off or left last and that is not being played; None when there is none."""
        return self._read(lambda: find_unfinished(self.reading, self._now()), None)

    def resume(self, unfinished: Unfinished) -> GameRecord:
        """Return the record of a game that goes on from where it stood.

        When another window was faster, the game is not recorded here, and a notice says so.
        """
        game = GameRecord.resumed(self._games, unfinished)
        self._begun.append(game)
        return game

    def give_up(self, uid: str) -> None:
        """Never offer a game again; it stays in the record as far as it went."""

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE game SET given_up = 1 WHERE uid = ?", (uid,))

        self._jobs.put(write)

    def remember(self, article: Article) -> None:
        """Put an article that was opened into the library, with its text; once more when it is opened again."""
        opened = self._now().isoformat(timespec="seconds")

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                write_article(connection, article, opened, indexed=self._indexed)

        self._jobs.put(write)

    def recall(self, key: str) -> Article | None:
        """Return an article of the library with its text; None when its text is not there."""
        return self._read(lambda: read_article(self.reading, key), None)

    def library(
        self, *, order: str = Order.POPULAR, search: str = "", limit: int = LISTED, offset: int = 0
    ) -> list[LibraryArticle]:
        """Return the articles of the library in which words begin with each of those typed, in order.

        `search` is whatever was typed; words are found in titles and texts, whatever their case and accents. `limit`
        articles at the most, after leaving out the first `offset`.
        """
        return self._read(
            lambda: list_articles(self.reading, Order(order), search, limit, offset, indexed=self._indexed), []
        )

    def plays_of(self, sources: Iterable[str]) -> dict[tuple[str, str], int]:
        """Return the plays of the articles that came from some sources, by source and title."""
        wanted = json.dumps(list(sources))

        def read() -> dict[tuple[str, str], int]:
            rows = self.reading.execute(_PLAYS_OF, (wanted,))
            return {(row["source"], row["title"]): row["plays"] for row in rows}

        return self._read(read, {})

    @property
    def lasting(self) -> bool:
        """Whether what is written is there the next time."""
        return self._path is not None

    @property
    def indexed(self) -> bool:
        """Whether words are indexed."""
        return self._indexed

    def ask(self, job: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Have a job done in its turn, alone with the file as far as this process goes, and wait for what comes of it.

        Raises what it raises, RecordsError for SQLite's errors.
        """
        answers: SimpleQueue[tuple[Answer | None, BaseException | None]] = SimpleQueue()

        def answer(connection: sqlite3.Connection) -> None:
            try:
                answers.put((job(connection), None))
            except BaseException as error:  # noqa: BLE001 it is the asker's
                answers.put((None, error))

        self._readers.close_all()  # they come again with the next question
        self._jobs.put(answer)
        found, error = answers.get()
        if isinstance(error, sqlite3.Error):
            raise RecordsError(f"the record cannot be written: {error}") from None
        if error is not None:
            raise error
        if self._indexed:
            self._jobs.put(self._index_some)
        return cast("Answer", found)

    def bests(self, game: Game, uid: str) -> tuple[str, ...]:
        """Return in which ways a finished game is better than all others in the record; see `personal_best`."""
        from jumble.figures.bests import personal_best
        from jumble.figures.rows import GameScore
        from jumble.records.sqlite.queries import read_kinds

        def read() -> tuple[str, ...]:
            row = self.reading.execute("SELECT id FROM game WHERE uid = ?", (uid,)).fetchone()
            return personal_best(GameScore.of(game), read_kinds(self, apart_from=row and row["id"]))

        return self._read(read, ())

    def doubt(self) -> bool:
        """Use the index no more after damage has shown, and mark the record; tell whether the index was in use."""
        used, self._indexed = self._indexed, False
        if self._path is not None:
            mark(self._path)
        return used

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
        for game in self._begun:
            game.leave()
        self._jobs.put(None)
        self._writer.join()
        self._readers.close()
        self._writing.close()

    def _prepare(self, database: str) -> None:
        """Bring the database to the newest version, of which it is told whether it can be written."""
        if not database.startswith("file:"):
            try:
                back_up(self._writing, Path(database))
            except (sqlite3.Error, OSError) as error:
                self.notice = f"The record is of an older version, and no copy of it could be made: {error}"
        migrate(self._writing)
        check_writable(self._writing)
        create_index(self._writing)

    def _read(self, read: Callable[[], Answer], otherwise: Answer) -> Answer:
        """Return what was read; what cannot be read leaves a notice."""
        try:
            try:
                return read()
            except sqlite3.DatabaseError as error:
                if not (is_damage(error) and self.doubt()):
                    raise
                return read()
        except (sqlite3.Error, ValueError, TypeError, zlib.error) as error:
            self.notice = f"The record cannot be read: {error}"
            return otherwise

    @staticmethod
    def _unindexed(connection: sqlite3.Connection) -> list[int]:
        """Return some of the articles whose words are not indexed yet."""
        query = "SELECT serial FROM article WHERE indexed = 0 ORDER BY serial LIMIT ?"
        return [row["serial"] for row in connection.execute(query, (INDEXED_AT_ONCE,))]

    def _index_some(self, connection: sqlite3.Connection) -> None:
        """Index the words of some articles that are not yet, and come back for the others."""
        with transaction(connection):
            serials = self._unindexed(connection)
            for serial in serials:
                index_words(connection, serial, texts_of(connection, serial))
        if len(serials) == INDEXED_AT_ONCE and not self._closed:
            self._jobs.put(self._index_some)

    def _write(self) -> None:
        """Do the jobs in order. A failure ends the recording of a game, never the game, and leaves a notice."""
        while (job := self._jobs.get()) is not None:
            if isinstance(job, Event):
                job.set()
                continue
            try:
                self._do(job)
            except Exception as error:  # noqa: BLE001 whatever it is, later games are to be written
                self.notice = f"This game is not being recorded: {error}"

    def _do(self, job: Write) -> None:
        """Do a job; once more without the index of words when that is damaged."""
        try:
            job(self._writing)
        except sqlite3.DatabaseError as error:
            if not (is_damage(error) and self.doubt()):
                raise
            job(self._writing)
