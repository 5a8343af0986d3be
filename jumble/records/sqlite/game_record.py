"""One game, written down move by move: what is kept of it, and when each part of it is on disk."""

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
_TAKE = """
UPDATE game SET process = :process, touched = :touched
WHERE uid = :uid AND ended IS NULL AND given_up = 0 AND process IS :before
  AND (SELECT count(*) FROM move WHERE game_id = id) = :moves
"""
_BEAT = "UPDATE game SET stood = max(stood, ?), touched = ? WHERE uid = ? AND process = ?"
_LEAVE = "UPDATE game SET process = NULL WHERE uid = ? AND process = ?"

_PASSING = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}
"""Failures that may be gone by the next move."""

Now = Callable[[], datetime]
Write = Callable[[sqlite3.Connection], None]


class TakenError(Exception):
    """Another window has gone on with the game."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What the record of a game needs of the whole record that it is part of."""

    put: Callable[[Write], None]
    """Takes what is to be written, in order."""
    now: Now
    process: str
    """The name of the one who plays, see `jumble.records.sqlite.playing_process`."""
    indexed: Callable[[], bool]
    """Tells whether words are indexed."""


class GameRecord:
    """Writes one game down as it is played."""

    def __init__(
        self,
        writer: Writer,
        article: Article,
        puzzle: Puzzle,
        mode: Mode,
        ago: float = 0.0,
        kind: GameKind = GameKind.ARTICLE,
    ) -> None:
        """See `Records.begin`."""
        self._writer = writer
        self.uid = uuid4().hex
        """Names the game on every machine."""
        self._moves = 0
        self._rounds = 0
        self._unwritten: list[Write] = []
        """Moves for which there is no room now, tried again with the next. The writing thread alone sees these."""
        self._told = False
        """Whether the player was told so."""
        self._broken = False
        """Whether a move cannot be written; those after it would make no game."""
        self._article = article
        self._puzzle = puzzle
        self._mode = mode
        self._kind = kind
        self._started = (writer.now() - timedelta(seconds=ago)).isoformat(timespec="seconds")

    @classmethod
    def resumed(cls, writer: Writer, game: Unfinished) -> "GameRecord":
        """Return the record of a game that goes on; see `Records.resume`."""
        record = cls(writer, game.article, game.puzzle, game.mode)
        record.uid = game.uid
        record._moves, record._rounds, record._started = len(game.log), game.rounds, game.started
        take = {
            "uid": game.uid,
            "process": writer.process,
            "before": game.process,
            "moves": len(game.log),
            "touched": int(writer.now().timestamp()),
        }

        def write(connection: sqlite3.Connection) -> None:
            if connection.execute(_TAKE, take).rowcount != 1:
                record._broken = True
                raise TakenError("it is being played elsewhere")

        writer.put(write)
        return record

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Write a move down, and the round or the game that it ended."""
        self._moves += 1
        number, first = self._moves, self._moves == 1
        ended = len(game.results) > self._rounds
        self._rounds = len(game.results)
        last = ended and game.finished
        now = self._writer.now()

        def write(connection: sqlite3.Connection) -> None:
            if first:
                self._write_beginning(connection)
            game_id = self._own(connection)
            move = json.dumps(move_as_json(logged.move), ensure_ascii=False)
            connection.execute("INSERT INTO move VALUES (?, ?, ?, ?)", (game_id, number, logged.at, move))
            connection.execute(_BEAT, (logged.at, int(now.timestamp()), self.uid, self._writer.process))
            if ended:
                self._write_round(connection, game_id, game, last=last)
            if last:
                over = now.isoformat(timespec="seconds")
                connection.execute("UPDATE game SET ended = ? WHERE id = ?", (over, game_id))

        def write_in_order(connection: sqlite3.Connection) -> None:
            if write not in self._unwritten:  # it is when the job is tried again
                self._unwritten.append(write)
            self._write_all(connection)

        self._writer.put(write_in_order)

    def beat(self, elapsed: float) -> None:
        """Note the seconds of play, to be called each second: so far the clock has come when the game is cut off."""
        beat = (elapsed, int(self._writer.now().timestamp()), self.uid, self._writer.process)

        def write(connection: sqlite3.Connection) -> None:
            if self._unwritten:
                self._write_all(connection)
            elif not self._broken:
                connection.execute(_BEAT, beat)

        self._writer.put(write)

    def leave(self) -> None:
        """Leave the game as it stands: from now on any window may go on with it, and this one may not."""

        def write(connection: sqlite3.Connection) -> None:
            self._write_all(connection)
            connection.execute(_LEAVE, (self.uid, self._writer.process))

        self._writer.put(write)

    def _write_all(self, connection: sqlite3.Connection) -> None:
        """Write what is not written yet, all or nothing. What there is no room for now is kept; that is told once."""
        if self._broken or not self._unwritten:
            return
        try:
            with transaction(connection):
                for write in self._unwritten:
                    write(connection)
        except sqlite3.Error as error:
            if is_damage(error) and self._writer.indexed():
                raise  # it is tried again at once, without the index
            self._broken = getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING
            if self._told and not self._broken:
                return
            self._told = True
            raise
        except BaseException:
            self._broken = True
            raise
        self._unwritten.clear()
        self._told = False

    def _own(self, connection: sqlite3.Connection) -> int:
        """Return the game's number; raises TakenError when it is not ours to write any more."""
        row = connection.execute("SELECT id, process FROM game WHERE uid = ?", (self.uid,)).fetchone()
        if row is None or row["process"] != self._writer.process:
            raise TakenError("it is being played elsewhere")
        return int(row["id"])

    def _write_beginning(self, connection: sqlite3.Connection) -> None:
        """Write the article and the game."""
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
        """Write the round that has just ended."""
        connection.execute(_INSERT_ROUND, round_row(game_id, game))
        score = game.score if last else None
        add_round(connection, self._article.key, self._started, first=len(game.results) == 1, score=score)


def round_row(game_id: int, game: Game) -> tuple[object, ...]:
    """Return the row of the round that has just ended."""
    this, result = game.round, game.results[-1]
    return (
        game_id,
        len(game.results),
        this.answer,
        this.scramble,
        len(game.answer_letters),
        this.difficulty,
        this.stars,
        this.value,
        this.seconds,
        result.outcome.value,
        result.given,
        result.seconds_used,
        result.seconds_left,
        pack_hints(result.hints_taken),
        result.wrong_tries,
        result.streak,
        result.points,
    )
