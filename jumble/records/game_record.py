"""One game, written down move by move: what is kept of it, and when each part of it is on disk."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from jumble.article import Article
from jumble.game import Game, LoggedMove, Mode, Puzzle, most_points, move_as_json
from jumble.records.database import transaction
from jumble.records.library import write_article
from jumble.records.plays import add_round

_INSERT_ROUND = "INSERT INTO round VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

Now = Callable[[], datetime]
Write = Callable[[sqlite3.Connection], None]


class GameRecord:
    """Writes one game down as it is played."""

    def __init__(
        self,
        put: Callable[[Write], None],
        article: Article,
        puzzle: Puzzle,
        mode: Mode,
        now: Now,
        *,
        indexed: bool,
    ) -> None:
        """`put` takes the jobs; see `Records.begin`."""
        self._put = put
        self._now = now
        self._uid = uuid4().hex
        self._moves = 0
        self._rounds = 0
        self._broken = False
        """Whether writing a move failed; those after it would make no game. Known to the writing thread alone."""
        self._article = article
        self._indexed = indexed
        self._started = now().isoformat(timespec="seconds")
        self._game = (
            self._uid,
            article.key,
            mode.name,
            json.dumps(puzzle.as_json(), ensure_ascii=False),
            puzzle.level,
            puzzle.seed,
            len(puzzle.rounds),
            most_points(puzzle, mode),
            self._started,
        )

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Write a move down, and the round or the game that it ended."""
        self._moves += 1
        number, first = self._moves, self._moves == 1
        ended = len(game.results) > self._rounds
        self._rounds = len(game.results)
        last = ended and len(game.results) == len(game.puzzle.rounds)
        over = self._now().isoformat(timespec="seconds") if last else None

        def write(connection: sqlite3.Connection) -> None:
            if self._broken:
                return
            try:
                with transaction(connection):
                    if first:
                        self._write_beginning(connection)
                    game_id = connection.execute("SELECT id FROM game WHERE uid = ?", (self._uid,)).fetchone()[0]
                    move = json.dumps(move_as_json(logged.move), ensure_ascii=False)
                    connection.execute("INSERT INTO move VALUES (?, ?, ?, ?)", (game_id, number, logged.at, move))
                    if ended:
                        connection.execute(_INSERT_ROUND, _round_row(game_id, game))
                        add_round(
                            connection,
                            self._article.key,
                            self._started,
                            first=len(game.results) == 1,
                            score=game.score if last else None,
                        )
                    if over:
                        connection.execute("UPDATE game SET ended = ? WHERE id = ?", (over, game_id))
            except BaseException:
                self._broken = True
                raise

        self._put(write)

    def _write_beginning(self, connection: sqlite3.Connection) -> None:
        """Write the article and the game."""
        write_article(connection, self._article, self._started, indexed=self._indexed)
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
