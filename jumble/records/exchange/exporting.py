"""Exports the whole record as lines that another machine can import; `line_format` describes the lines."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from math import isfinite
from typing import Any

from jumble.records.exchange.hint_columns import hint_columns, other_hints
from jumble.records.exchange.line_format import (
    ARTICLE_COLUMNS,
    FORMAT,
    FORMAT_VERSION,
    GAME_ADDITIONS,
    GAME_COLUMNS,
    ROUND_COLUMNS,
)
from jumble.records.sqlite.hint_counts import unpack_hints
from jumble.records.sqlite.schema import VERSION
from jumble.records.sqlite.stored_articles import unpack

_GAMES = """
SELECT game.*, puzzle, player.name AS player
FROM game JOIN puzzle ON game_id = game.id LEFT JOIN player ON player.id = player_id ORDER BY game.id
"""


def export_lines(connection: sqlite3.Connection, now: datetime) -> Iterator[str]:
    """Yield the lines of an export, all from one snapshot of the record.

    Raises sqlite3.Error, ValueError or zlib.error when the record is damaged.
    """
    connection.execute("BEGIN")
    try:
        yield _line(format=FORMAT, version=FORMAT_VERSION, schema=VERSION, written=now.isoformat(timespec="seconds"))
        articles = games = 0
        for row in connection.execute("SELECT * FROM article LEFT JOIN body USING (serial) ORDER BY serial"):
            packed = row["paragraphs"]
            paragraphs = None if packed is None else unpack(packed)
            columns = {name: row[name] for name in ARTICLE_COLUMNS}
            if not isfinite(columns["temperature"] or 0.0):  # JSON cannot express infinity
                columns["temperature"] = None
            yield _line(article={**columns, "paragraphs": paragraphs})
            articles += 1
        for row in connection.execute(_GAMES):
            if (game := _game(connection, row)) is not None:
                yield _line(game=game)
                games += 1
        yield _line(end={"articles": articles, "games": games})
    finally:
        connection.execute("ROLLBACK")


def _game(connection: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any] | None:
    """Return the JSON object of a game with its puzzle, moves and rounds; None for a game without a move."""
    game_id = (row["id"],)
    moves = connection.execute("SELECT at, move FROM move WHERE game_id = ? ORDER BY number", game_id).fetchall()
    if not moves:
        return None
    rounds = connection.execute("SELECT * FROM round WHERE game_id = ? ORDER BY number", game_id)
    return {
        **{name: row[name] for name in GAME_COLUMNS},
        "rounds_of_puzzle": row["rounds"],
        "puzzle": json.loads(row["puzzle"]),
        "moves": [[move["at"], json.loads(move["move"])] for move in moves],
        "rounds": [_round(round_row) for round_row in rounds],
        **{name: row[name] for name, default in GAME_ADDITIONS.items() if row[name] not in {default, None}},
    }


def _round(row: sqlite3.Row) -> dict[str, Any]:
    """Return the JSON object of a round."""
    hints_taken = unpack_hints(row["hints"])
    values = {**row, **hint_columns(hints_taken)}
    others = other_hints(hints_taken)
    return {**{name: values[name] for name in ROUND_COLUMNS}, **({"hints": others} if others else {})}


def _line(**values: Any) -> str:  # noqa: ANN401 whatever JSON has
    """Return one line of JSON in ASCII: control characters in texts cannot reach a terminal that shows the line."""
    return json.dumps(values, ensure_ascii=True, allow_nan=False) + "\n"
