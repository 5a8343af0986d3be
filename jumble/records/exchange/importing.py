"""Takes over what another machine exported: all of a file or nothing, and the same file twice changes nothing."""

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
    TravellingArticle,
    TravellingGame,
    article_from,
    game_from,
)
from jumble.records.sqlite.database import transaction
from jumble.records.sqlite.hint_counts import pack_hints
from jumble.records.sqlite.play_counts import count_plays
from jumble.records.sqlite.playing_process import is_playing
from jumble.records.sqlite.stored_articles import pack

_GAME_ROW = (*GAME_COLUMNS, "rounds", *(name for name in GAME_ADDITIONS if name != "player"))
"""What a line tells of a game that stands in its row as it is."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed."""

    articles: int
    """That were new, or whose text was."""
    games: int
    """That were new, or had gone on elsewhere."""


def import_lines(connection: sqlite3.Connection, lines: Iterable[bytes], seconds: float) -> Imported:
    """Take over the lines of a file; `seconds` is the instant it is now.

    Raises ValueError, which names the line, when anything is wrong with one; then nothing was taken over.
    """
    number = 0
    with transaction(connection):
        importing = _Import(connection, seconds)
        for number, line in enumerate(lines, 1):
            try:
                importing.take(line)
            except RecursionError:
                raise ValueError(f"line {number}: nested too deep") from None
            except ValueError as error:
                raise ValueError(f"line {number}: {error}") from None
        if not importing.ended:
            raise ValueError(f"line {number + 1}: the file is not whole")
        return importing.finish()


class _Import:
    """A file on its way into the record, line by line."""

    def __init__(self, connection: sqlite3.Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._begun = self.ended = False
        self._read = {"articles": 0, "games": 0}
        self._changed = {"articles": 0, "games": 0}
        self._played: set[str] = set()

    def take(self, line: bytes) -> None:
        """Take over one line; raises ValueError when it says nothing that can be."""
        if self.ended:
            raise ValueError("nothing may follow the end")
        try:
            stored = json.loads(line.decode(), parse_constant=_refuse)
        except json.JSONDecodeError as error:
            raise ValueError(f"no JSON ({error.msg} at {error.pos})") from None
        if not self._begun:
            self._take_header(stored)
        elif not isinstance(stored, dict) or len(stored) != 1:
            raise ValueError("neither an article nor a game")
        elif "article" in stored:
            self._read["articles"] += 1
            self._changed["articles"] += self._take_article(article_from(stored["article"]))
        elif "game" in stored:
            self._read["games"] += 1
            self._changed["games"] += self._take_game(game_from(stored["game"]))
        elif "end" in stored:
            if stored["end"] != self._read:
                raise ValueError("articles or games are missing")
            self.ended = True
        else:
            raise ValueError("neither an article nor a game")

    def finish(self) -> Imported:
        """Count the plays of what was played anew."""
        for key in self._played:
            count_plays(self._connection, key)
        return Imported(**self._changed)

    def _take_header(self, stored: Any) -> None:  # noqa: ANN401
        """Make sure that it is a file of ours."""
        if not isinstance(stored, dict) or stored.get("format") != FORMAT:
            raise ValueError("this is no exported record")
        if stored.get("version") != FORMAT_VERSION:
            raise ValueError("a newer version of the game wrote this; update the game to import it")
        self._begun = True

    def _take_article(self, article: TravellingArticle) -> bool:
        """Take over an article; tell whether that changed anything that matters."""
        values = dict(article.row)
        text = article.paragraphs
        if text is not None and Article(values["title"], text).key != values["key"]:
            raise ValueError("the key is not that of the text")
        there = self._one("SELECT serial, opened, opened_at FROM article WHERE key = ?", values["key"])
        if there is None:
            self._insert("article", values)
        elif values["opened"] is not None:
            self._connection.execute(
                "UPDATE article SET opened = :opened WHERE key = :key "
                "AND (opened IS NULL OR opened_at < CAST(strftime('%s', :opened) AS INTEGER))",
                values,
            )
        if text is None:
            return there is None
        return self._take_text(values["key"], text) or there is None

    def _take_text(self, key: str, text: tuple[str, ...]) -> bool:
        """Take over an article's text; tell whether it was missing."""
        (serial,) = self._one("SELECT serial FROM article WHERE key = ?", key) or (0,)
        if self._one("SELECT 1 FROM body WHERE serial = ?", serial):
            return False
        self._connection.execute("INSERT INTO body VALUES (?, ?)", (serial, pack(text)))
        self._connection.execute("UPDATE article SET indexed = 0 WHERE serial = ?", (serial,))
        return True

    def _take_game(self, game: TravellingGame) -> bool:
        """Take over a game, unless as much of it is here; tell whether it was taken."""
        values = game.row
        if self._one("SELECT 1 FROM article WHERE key = ?", values["article_key"]) is None:
            raise ValueError("a game of an article that is not here")
        there = self._one("SELECT id, article_key, ended, process, touched FROM game WHERE uid = ?", values["uid"])
        if there is not None:
            if there["article_key"] != values["article_key"]:
                raise ValueError("a game that is of another article here")
            (moves,) = self._one("SELECT count(*) FROM move WHERE game_id = ?", there["id"]) or (0,)
            if (there["ended"] is not None, moves) >= (values["ended"] is not None, len(game.moves)):
                return False
            if is_playing(there["process"], self._seconds - there["touched"]):
                return False
            self._connection.execute("DELETE FROM game WHERE id = ?", (there["id"],))
        self._write_game(game)
        self._played.add(values["article_key"])
        return True

    def _write_game(self, game: TravellingGame) -> None:
        """Write a game, its puzzle, moves and rounds."""
        number = self._insert("game", {name: game.row[name] for name in _GAME_ROW}, player_id=self._player(game))
        puzzle = json.dumps(game.puzzle, ensure_ascii=False)
        self._connection.execute("INSERT INTO puzzle VALUES (?, ?)", (number, puzzle))
        self._connection.executemany(
            "INSERT INTO move VALUES (?, ?, ?, ?)",
            (
                (number, place, at, json.dumps(move, ensure_ascii=False))
                for place, (at, move) in enumerate(game.moves, 1)
            ),
        )
        for row in game.rounds:
            self._insert("round", row, game_id=number, hints=pack_hints(row["hints"]))

    def _player(self, game: TravellingGame) -> int:
        """Return the number of the player of a game, who may be new here."""
        name = game.row["player"]
        self._connection.execute("INSERT OR IGNORE INTO player (name) VALUES (?)", (name,))
        return int(self._one("SELECT id FROM player WHERE name = ?", name)["id"])

    def _insert(self, table: str, row: Mapping[str, Any], **more: object) -> int | None:
        """Write a row, whose names are those of its columns; return its number."""
        values = {**row, **more}
        names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        return self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid  # noqa: S608

    def _one(self, query: str, value: object) -> Any:  # noqa: ANN401 a row of whatever was asked
        """Return the first row that a query gives, None if there is none."""
        return self._connection.execute(query, (value,)).fetchone()


def _refuse(name: str) -> NoReturn:
    """Refuse the numbers that JSON does not have."""
    raise ValueError(f"{name} is no number")
