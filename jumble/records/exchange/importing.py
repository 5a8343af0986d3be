"""Imports a record that another machine exported: the whole file or nothing.

Importing the same file again changes nothing.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from jumble.article import Article
from jumble.records.exchange.line_format import (
    FORMAT,
    FORMAT_VERSION,
    GAME_ADDITIONS,
    GAME_COLUMNS,
    ExportedArticle,
    ExportedGame,
    article_from,
    game_from,
)
from jumble.records.sqlite.database import transaction
from jumble.records.sqlite.hint_counts import pack_hints
from jumble.records.sqlite.play_counts import count_plays
from jumble.records.sqlite.playing_process import is_playing
from jumble.records.sqlite.stored_articles import pack

_GAME_ROW = (*GAME_COLUMNS, "rounds", *(name for name in GAME_ADDITIONS if name != "player"))
"""Fields of an exported game that go unchanged into the columns of table `game`."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import added to the record."""

    articles: int
    """Number of articles that were new or got their text."""
    games: int
    """Number of games that were new or were played further on the other machine."""


def import_lines(connection: sqlite3.Connection, lines: Iterable[bytes], seconds: float) -> Imported:
    """Import the lines of an exported file; `seconds` is the current Unix time.

    Raises ValueError, which names the line, when a line is not valid; then nothing was imported.
    """
    number = 0
    with transaction(connection):
        importing = _Import(connection, seconds)
        for number, line in enumerate(lines, 1):
            try:
                importing.import_line(line)
            except RecursionError:
                raise ValueError(f"line {number}: nested too deep") from None
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from None
        if not importing.ended:
            raise ValueError(f"line {number + 1}: the file is not whole")
        return importing.finish()


class _Import:
    """The import of one file, line by line, within one transaction."""

    def __init__(self, connection: sqlite3.Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._header_read = False
        self.ended = False
        """Whether the last line of the file was read."""
        self._read = {"articles": 0, "games": 0}
        self._changed = {"articles": 0, "games": 0}
        self._played_keys: set[str] = set()
        """Keys of the articles of which games were imported."""

    def import_line(self, line: bytes) -> None:
        """Import one line; raises ValueError when the line is not valid or comes after the end."""
        if self.ended:
            raise ValueError("nothing may follow the end")
        try:
            stored = json.loads(line.decode(), parse_constant=_refuse)
        except json.JSONDecodeError as error:
            raise ValueError(f"no JSON ({error.msg} at {error.pos})") from None
        if not self._header_read:
            self._check_header(stored)
        elif not isinstance(stored, dict) or len(stored) != 1:
            raise ValueError("neither an article nor a game")
        elif "article" in stored:
            self._read["articles"] += 1
            self._changed["articles"] += self._import_article(article_from(stored["article"]))
        elif "game" in stored:
            self._read["games"] += 1
            self._changed["games"] += self._import_game(game_from(stored["game"]))
        elif "end" in stored:
            if stored["end"] != self._read:
                raise ValueError("articles or games are missing")
            self.ended = True
        else:
            raise ValueError("neither an article nor a game")

    def finish(self) -> Imported:
        """Count the plays of all articles of which games were imported; return what the import changed."""
        for key in self._played_keys:
            count_plays(self._connection, key)
        return Imported(**self._changed)

    def _check_header(self, stored: Any) -> None:  # noqa: ANN401
        """Check the first line; raises ValueError unless this version of the game can import the file."""
        if not isinstance(stored, dict) or stored.get("format") != FORMAT:
            raise ValueError("this is no exported record")
        if stored.get("version") != FORMAT_VERSION:
            raise ValueError("a newer version of the game wrote this; update the game to import it")
        self._header_read = True

    def _import_article(self, article: ExportedArticle) -> bool:
        """Import an article; return whether the article or its text is new. Of two times opened the later is kept."""
        values = dict(article.row)
        paragraphs = article.paragraphs
        if paragraphs is not None and Article(values["title"], paragraphs).key != values["key"]:
            raise ValueError("the key is not that of the text")
        existing = self._first_row("SELECT serial, opened, opened_at FROM article WHERE key = ?", values["key"])
        if existing is None:
            self._insert("article", values)
        elif values["opened"] is not None:
            self._connection.execute(
                "UPDATE article SET opened = :opened WHERE key = :key "
                "AND (opened IS NULL OR opened_at < CAST(strftime('%s', :opened) AS INTEGER))",
                values,
            )
        if paragraphs is None:
            return existing is None
        return self._import_paragraphs(values["key"], paragraphs) or existing is None

    def _import_paragraphs(self, key: str, paragraphs: tuple[str, ...]) -> bool:
        """Store the text of an article unless the record has it already; return whether it was stored."""
        (serial,) = self._first_row("SELECT serial FROM article WHERE key = ?", key) or (0,)
        if self._first_row("SELECT 1 FROM body WHERE serial = ?", serial):
            return False
        self._connection.execute("INSERT INTO body VALUES (?, ?)", (serial, pack(paragraphs)))
        self._connection.execute("UPDATE article SET indexed = 0 WHERE serial = ?", (serial,))
        return True

    def _import_game(self, game: ExportedGame) -> bool:
        """Import a game; return whether it was written.

        A game that is already here is replaced only if the file has more of it and no process here is playing it.
        """
        values = game.row
        if self._first_row("SELECT 1 FROM article WHERE key = ?", values["article_key"]) is None:
            raise ValueError("a game of an article that is not here")
        existing = self._first_row(
            "SELECT id, article_key, ended, process, touched FROM game WHERE uid = ?", values["uid"]
        )
        if existing is not None:
            if existing["article_key"] != values["article_key"]:
                raise ValueError("a game that is of another article here")
            (moves,) = self._first_row("SELECT count(*) FROM move WHERE game_id = ?", existing["id"]) or (0,)
            if (existing["ended"] is not None, moves) >= (values["ended"] is not None, len(game.moves)):
                return False
            if is_playing(existing["process"], self._seconds - existing["touched"]):
                return False
            self._connection.execute("DELETE FROM game WHERE id = ?", (existing["id"],))
        self._write_game(game)
        self._played_keys.add(values["article_key"])
        return True

    def _write_game(self, game: ExportedGame) -> None:
        """Insert a game with its puzzle, moves and rounds."""
        columns = {name: game.row[name] for name in _GAME_ROW}
        game_id = self._insert("game", columns, player_id=self._player_id(game))
        puzzle = json.dumps(game.puzzle, ensure_ascii=False)
        self._connection.execute("INSERT INTO puzzle VALUES (?, ?)", (game_id, puzzle))
        self._connection.executemany(
            "INSERT INTO move VALUES (?, ?, ?, ?)",
            (
                (game_id, number, at, json.dumps(move, ensure_ascii=False))
                for number, (at, move) in enumerate(game.moves, 1)
            ),
        )
        for row in game.rounds:
            self._insert("round", row, game_id=game_id, hints=pack_hints(row["hints"]))

    def _player_id(self, game: ExportedGame) -> int:
        """Return the id of a game's player, who is inserted when new."""
        name = game.row["player"]
        self._connection.execute("INSERT OR IGNORE INTO player (name) VALUES (?)", (name,))
        return int(self._first_row("SELECT id FROM player WHERE name = ?", name)["id"])

    def _insert(self, table: str, row: Mapping[str, Any], **more: object) -> int | None:
        """Insert a row, given as values by column name; return its rowid."""
        values = {**row, **more}
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        return self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid  # noqa: S608

    def _first_row(self, query: str, value: object) -> Any:  # noqa: ANN401 an sqlite3.Row or None
        """Return the first row of a query with one parameter, None if there is none."""
        return self._connection.execute(query, (value,)).fetchone()


def _refuse(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python's parser would accept although JSON does not have them."""
    raise ValueError(f"{name} is no number")
