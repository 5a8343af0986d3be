"""The record on disk: opening it, whatever state it is in, and writing games to it as they are played.

Writing happens in a thread of its own, in the order in which moves were made, so that no key waits for the disk.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from uuid import uuid4

from jumble.article import Article
from jumble.game import Game, LoggedMove, Mode, Phase, Puzzle, most_points, move_as_json
from jumble.records.paths import DATABASE, data_folder
from jumble.records.schema import VERSION, migrate, version_of

BUSY_SECONDS = 10.0
"""How long a writer waits for another game that is writing."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_INSERT_ROUND = "INSERT INTO round VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

Now = Callable[[], datetime]
Write = Callable[[sqlite3.Connection], None]


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
    """Return a connection to a database file or URI, in the journal mode that lets two games go on at once."""
    connection = sqlite3.connect(database, timeout=BUSY_SECONDS, isolation_level=None, uri=database.startswith("file:"))
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


class Records:
    """An open record."""

    def __init__(self, database: str, *, now: Now = local_now, notice: str | None = None) -> None:
        """Open or make the database; raises sqlite3.Error when that fails, RecordsError for a newer version."""
        self.notice = notice
        """What the player should know about the record, in one line; set when writing fails later, too."""
        self._database = database
        self._now = now
        self._reading = connect(database)
        if version_of(self._reading) > VERSION:
            self._reading.close()
            raise RecordsError("the record was written by a newer version of the game; update it to play with records")
        migrate(self._reading)
        self._jobs: SimpleQueue[Write | Event | None] = SimpleQueue()
        self._writer = Thread(target=self._write, name="records", daemon=True)
        self._writer.start()

    @property
    def reading(self) -> sqlite3.Connection:
        """The connection to read from, for the thread that opened the record."""
        return self._reading

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode) -> "GameRecord":
        """Return the record of a game that begins now; nothing is written before its first move."""
        return GameRecord(self._jobs.put, article, puzzle, mode, self._now)

    def plays(self) -> list[ArticlePlays]:
        """Return the articles that were played, most popular first, of equally popular ones the latest."""
        rows = self._reading.execute(
            """
            SELECT article.key, title, source, count(*) AS plays, max(game.started) AS last_played,
                   max(CASE WHEN ended IS NOT NULL THEN score END) AS best_score
            FROM article JOIN game ON article_key = article.key
            JOIN (SELECT game_id, sum(points) AS score FROM round GROUP BY game_id) ON game_id = game.id
            GROUP BY article.key ORDER BY plays DESC, last_played DESC, title
            """
        )
        return [ArticlePlays(**row) for row in rows]

    def settle(self) -> None:
        """Wait until everything so far is written."""
        done = Event()
        self._jobs.put(done)
        done.wait()

    def close(self) -> None:
        """Write what is left and close."""
        self._jobs.put(None)
        self._writer.join()
        self._reading.close()

    def _write(self) -> None:
        """Do the jobs in order. A failure ends recording, never the game: later jobs are dropped, with a notice."""
        with closing(connect(self._database)) as connection:
            failed = False
            while (job := self._jobs.get()) is not None:
                if isinstance(job, Event):
                    job.set()
                    continue
                try:
                    if not failed:
                        job(connection)
                except sqlite3.Error as error:
                    failed = True
                    self.notice = f"This game is not being recorded: {error}"


class GameRecord:
    """Writes one game down as it is played."""

    def __init__(
        self,
        put: Callable[[Write], None],
        article: Article,
        puzzle: Puzzle,
        mode: Mode,
        now: Now,
    ) -> None:
        """`put` takes the jobs; see `Records.begin`."""
        self._put = put
        self._now = now
        self._uid = uuid4().hex
        self._moves = 0
        self._rounds = 0
        self._article = (article.key, article.title, article.source, article.language)
        self._game = (
            self._uid,
            article.key,
            mode.name,
            json.dumps(puzzle.as_json(), ensure_ascii=False),
            puzzle.level,
            puzzle.seed,
            len(puzzle.rounds),
            most_points(puzzle, mode),
            now().isoformat(timespec="seconds"),
        )

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Write a move down, and the round or the game that it ended."""
        self._moves += 1
        number, first = self._moves, self._moves == 1
        ended = len(game.results) > self._rounds
        self._rounds = len(game.results)
        over = self._now().isoformat(timespec="seconds") if game.phase is Phase.OVER else None

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if first:
                    self._write_beginning(connection)
                game_id = connection.execute("SELECT id FROM game WHERE uid = ?", (self._uid,)).fetchone()[0]
                move = json.dumps(move_as_json(logged.move), ensure_ascii=False)
                connection.execute("INSERT INTO move VALUES (?, ?, ?, ?)", (game_id, number, logged.at, move))
                if ended:
                    connection.execute(_INSERT_ROUND, _round_row(game_id, game))
                if over:
                    connection.execute("UPDATE game SET ended = ? WHERE id = ?", (over, game_id))
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

        self._put(write)

    def _write_beginning(self, connection: sqlite3.Connection) -> None:
        """Write the article and the game."""
        connection.execute(
            "INSERT INTO article VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET source = excluded.source",
            self._article,
        )
        connection.execute(
            "INSERT INTO game (uid, article_key, mode, puzzle, level, seed, rounds, most, started) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._game,
        )


def _round_row(game_id: int, game: Game) -> tuple[object, ...]:
    """Return the row of the round that has just ended."""
    this, result = game.round, game.results[-1]
    return (
        game_id,
        len(game.results),
        this.answer,
        this.scramble,
        this.difficulty,
        this.stars,
        this.value,
        this.seconds,
        result.outcome.value,
        result.given,
        result.seconds_used,
        result.seconds_left,
        int(result.clue),
        result.letter_hints,
        result.wrong_tries,
        result.streak,
        result.points,
    )


def open_records(folder: Path | None = None, *, now: Now = local_now) -> Records:
    """Open the player's record, and one in memory for this sitting only when it cannot be written.

    A damaged database is set aside under another name. `Records.notice` tells of both.
    """
    folder = folder or data_folder()
    path = folder / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Records(str(path), now=now)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _DAMAGED:
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


def _in_memory(reason: str, now: Now) -> Records:
    """Return a record that ends with the process."""
    return Records(
        f"file:jumble-{uuid4().hex}?mode=memory&cache=shared",
        now=now,
        notice=f"Playing without records: {reason}",
    )


def _set_aside(path: Path, when: datetime) -> Path:
    """Move a damaged database and its journal out of the way; return where it is now."""
    aside = path.with_name(f"{path.stem}-damaged-{when:%Y%m%dT%H%M%S}{path.suffix}")
    path.rename(aside)
    for journal in ("-wal", "-shm"):
        beside = path.with_name(path.name + journal)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + journal))
    return aside
