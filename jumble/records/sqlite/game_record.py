"""Writes one game to the record move by move, so that a game that is cut off can be resumed."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from jumble.article import Article
from jumble.game import Game, GameKind, LoggedMove, Mode, Puzzle, most_points, move_as_json
from jumble.records.sqlite.damage import is_damage
from jumble.records.sqlite.database import transaction
from jumble.records.sqlite.hint_counts import pack_hints
from jumble.records.sqlite.play_counts import add_round
from jumble.records.sqlite.stored_articles import write_article
from jumble.records.sqlite.unfinished_games import Unfinished

_INSERT_GAME = """
INSERT INTO game (uid, article_key, kind, mode, level, seed, rounds, most, started, process)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_ROUND = """
INSERT INTO round (game_id, number, answer, scramble, letters, difficulty, stars, value, seconds, outcome, given,
                   seconds_used, seconds_left, hints, wrong_tries, streak, points)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CLAIM = """
UPDATE game SET process = :process, touched = :touched
WHERE uid = :uid AND ended IS NULL AND given_up = 0 AND process IS :before
  AND (SELECT count(*) FROM move WHERE game_id = id) = :moves
"""
_SAVE_TIME = "UPDATE game SET stood = max(stood, ?), touched = ? WHERE uid = ? AND process = ?"
_RELEASE = "UPDATE game SET process = NULL WHERE uid = ? AND process = ?"

_TEMPORARY_ERRORS = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}
"""SQLite's error codes after which writing is tried again with the next move, since the cause may be gone by then."""

Now = Callable[[], datetime]
Write = Callable[[sqlite3.Connection], None]


class PlayedElsewhereError(Exception):
    """Another window has resumed the game, so this one may not write to it any more."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What a GameRecord needs of the whole record to which it belongs."""

    put: Callable[[Write], None]
    """Queues a function for the writing thread, which calls these in order with its connection."""
    now: Now
    process: str
    """The name under which this process plays, see `jumble.records.sqlite.playing_process`."""
    indexed: Callable[[], bool]
    """Returns whether the index of words is in use."""


class GameRecord:
    """Writes one game to the record while it is played."""

    def __init__(
        self,
        writer: Writer,
        article: Article,
        puzzle: Puzzle,
        mode: Mode,
        ago: float = 0.0,
        kind: GameKind = GameKind.ARTICLE,
    ) -> None:
        """Prepare the record of a new game; see `Records.begin` for the arguments. Nothing is written yet."""
        self._writer = writer
        self.uid = uuid4().hex
        """Identifies the game on every machine."""
        self._moves = 0
        self._rounds = 0
        self._unwritten: list[Write] = []
        """Moves that could not be written yet; tried again with the next move. Used in the writing thread only."""
        self._notified = False
        """Whether the player was told that moves could not be written yet."""
        self._broken = False
        """Whether writing a move failed for good; later moves are not written, since the log would have a gap."""
        self._article = article
        self._puzzle = puzzle
        self._mode = mode
        self._kind = kind
        self._started = (writer.now() - timedelta(seconds=ago)).isoformat(timespec="seconds")

    @classmethod
    def resumed(cls, writer: Writer, game: Unfinished) -> "GameRecord":
        """Return the record of a resumed game, and claim the game for this process; see `Records.resume`."""
        record = cls(writer, game.article, game.puzzle, game.mode)
        record.uid = game.uid
        record._moves, record._rounds, record._started = len(game.log), game.rounds, game.started
        claim = {
            "uid": game.uid,
            "process": writer.process,
            "before": game.process,
            "moves": len(game.log),
            "touched": int(writer.now().timestamp()),
        }

        def write(connection: sqlite3.Connection) -> None:
            if connection.execute(_CLAIM, claim).rowcount != 1:
                record._broken = True
                raise PlayedElsewhereError("it is being played elsewhere")

        writer.put(write)
        return record

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Queue a move to be written, with the round or the game that the move ended; `game` is the state after it."""
        self._moves += 1
        number, first = self._moves, self._moves == 1
        ended = len(game.results) > self._rounds
        self._rounds = len(game.results)
        last = ended and game.finished
        now = self._writer.now()

        def write(connection: sqlite3.Connection) -> None:
            if first:
                self._write_beginning(connection)
            game_id = self._own_game_id(connection)
            move = json.dumps(move_as_json(logged.move), ensure_ascii=False)
            connection.execute("INSERT INTO move VALUES (?, ?, ?, ?)", (game_id, number, logged.at, move))
            connection.execute(_SAVE_TIME, (logged.at, int(now.timestamp()), self.uid, self._writer.process))
            if ended:
                self._write_round(connection, game_id, game, last=last)
            if last:
                ended_at = now.isoformat(timespec="seconds")
                connection.execute("UPDATE game SET ended = ? WHERE id = ?", (ended_at, game_id))

        def write_in_order(connection: sqlite3.Connection) -> None:
            if write not in self._unwritten:  # already there when this job is tried a second time
                self._unwritten.append(write)
            self._write_all(connection)

        self._writer.put(write_in_order)

    def beat(self, elapsed: float) -> None:
        """Save the seconds of play, so that a resumed clock goes on there; to be called each second."""
        values = (elapsed, int(self._writer.now().timestamp()), self.uid, self._writer.process)

        def write(connection: sqlite3.Connection) -> None:
            if self._unwritten:
                self._write_all(connection)
            elif not self._broken:
                connection.execute(_SAVE_TIME, values)

        self._writer.put(write)

    def leave(self) -> None:
        """Stop playing the game here: from now on any window may resume it, and this record may not write to it."""

        def write(connection: sqlite3.Connection) -> None:
            self._write_all(connection)
            connection.execute(_RELEASE, (self.uid, self._writer.process))

        self._writer.put(write)

    def _write_all(self, connection: sqlite3.Connection) -> None:
        """Write all moves not written yet in one transaction.

        After an error that may be temporary they are kept for the next attempt; such an error is raised only once.
        """
        if self._broken or not self._unwritten:
            return
        try:
            with transaction(connection):
                for write in self._unwritten:
                    write(connection)
        except sqlite3.Error as error:
            if is_damage(error) and self._writer.indexed():
                raise  # the caller tries again at once, without the index
            self._broken = getattr(error, "sqlite_errorcode", 0) & 0xFF not in _TEMPORARY_ERRORS
            if self._notified and not self._broken:
                return
            self._notified = True
            raise
        except BaseException:
            self._broken = True
            raise
        self._unwritten.clear()
        self._notified = False

    def _own_game_id(self, connection: sqlite3.Connection) -> int:
        """Return the game's id; raises PlayedElsewhereError if this process may not write to the game any more."""
        row = connection.execute("SELECT id, process FROM game WHERE uid = ?", (self.uid,)).fetchone()
        if row is None or row["process"] != self._writer.process:
            raise PlayedElsewhereError("it is being played elsewhere")
        return int(row["id"])

    def _write_beginning(self, connection: sqlite3.Connection) -> None:
        """Insert the article, the game and its puzzle."""
        write_article(connection, self._article, self._started, indexed=self._writer.indexed())
        puzzle, mode = self._puzzle, self._mode
        game = connection.execute(
            _INSERT_GAME,
            (
                self.uid,
                self._article.key,
                self._kind.value,
                mode.name,
                puzzle.level,
                puzzle.seed,
                len(mode.rounds_of(puzzle)),
                most_points(puzzle, mode),
                self._started,
                self._writer.process,
            ),
        )
        stored = json.dumps(puzzle.as_json(), ensure_ascii=False)
        connection.execute("INSERT INTO puzzle VALUES (?, ?)", (game.lastrowid, stored))

    def _write_round(self, connection: sqlite3.Connection, game_id: int, game: Game, *, last: bool) -> None:
        """Insert the round that has just ended and add it to the article's counts; `last` if the game ended with it."""
        connection.execute(_INSERT_ROUND, round_row(game_id, game))
        score = game.score if last else None
        add_round(connection, self._article.key, self._started, first=len(game.results) == 1, score=score)


def round_row(game_id: int, game: Game) -> tuple[object, ...]:
    """Return the values of the row, in the order of _INSERT_ROUND, for the round that has just ended."""
    puzzle_round, result = game.round, game.results[-1]
    return (
        game_id,
        len(game.results),
        puzzle_round.answer,
        puzzle_round.scramble,
        len(game.answer_letters),
        puzzle_round.difficulty,
        puzzle_round.stars,
        puzzle_round.value,
        puzzle_round.seconds,
        result.outcome.value,
        result.given,
        result.seconds_used,
        result.seconds_left,
        pack_hints(result.hints_taken),
        result.wrong_tries,
        result.streak,
        result.points,
    )
