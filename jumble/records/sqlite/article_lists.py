"""Lists of the library, in any order, whole or searched: within a frame at 50,000 articles, at each key typed."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jumble.records.sqlite.search_index import MAX_WORDS, typed_words


class Order(StrEnum):
    """How the library is listed."""

    POPULAR = "popular"
    """Most plays first; of as many the one played last, then the one opened last."""
    NEWEST = "newest"
    """The one opened last first."""
    UNPLAYED = "unplayed"
    """Only those not played yet, the one opened last first."""


@dataclass(frozen=True, slots=True)
class LibraryArticle:
    """An article as a list shows it."""

    key: str
    title: str
    source: str
    plays: int
    """Games of it in which at least one round was finished."""
    best_score: int | None
    """Of the games that were played to the end."""
    last_played: str | None
    """When the latest of its plays began: ISO 8601 with the offset from UTC."""
    opened: str | None
    """When it was opened last, likewise; None when that was before there was a library."""
    kept: bool
    """Whether its text is here, so that it can be recalled; otherwise only its source may have it."""


FEW = 2000
"""Fewer matches than these are sorted."""
COMMON = 0.3
"""Where this share of all articles matches, enough of them stand near the head of the list, which is looked through:
to have the index name 50,000 takes 40 ms."""

_POPULAR = "plays DESC, played_at DESC, opened_at DESC, serial DESC"
_NEWEST = "opened_at DESC, serial DESC"
_ORDERED = {
    Order.POPULAR: ("article_popular", "TRUE", _POPULAR),
    Order.NEWEST: ("article_newest", "TRUE", _NEWEST),
    Order.UNPLAYED: ("article_unplayed", "plays = 0", _NEWEST),
}
"""Of each order the index that has it, which articles are in it, and how they stand."""

_ALL = "SELECT serial FROM article INDEXED BY {index} WHERE {only} ORDER BY {order} LIMIT :limit OFFSET :offset"
_TITLES = """
SELECT serial FROM article INDEXED BY {index} WHERE {only} AND {matching} ORDER BY {order} LIMIT :limit OFFSET :offset
"""
_WALK = """
SELECT serial
FROM (SELECT serial, plays, played_at, opened_at FROM article INDEXED BY {index}
      WHERE {only} ORDER BY {order} LIMIT :walk)
CROSS JOIN words_content ON id = serial
WHERE {matching} ORDER BY {order} LIMIT :limit OFFSET :offset
"""
_SORT = """
SELECT serial FROM article NOT INDEXED WHERE serial IN ({serials}) AND {only}
ORDER BY {order} LIMIT :limit OFFSET :offset
"""
_PICK = """
SELECT serial FROM article INDEXED BY {index}
WHERE {only} AND serial IN (SELECT rowid FROM words WHERE words MATCH :query)
ORDER BY {order} LIMIT :limit OFFSET :offset
"""
_LIST = """
SELECT key, title, source, plays, best_score, last_played, opened,
       EXISTS (SELECT 1 FROM body WHERE serial = article.serial) AS kept
FROM article WHERE serial IN ({serials}) ORDER BY {order}
"""


def list_articles(
    connection: sqlite3.Connection, order: Order, search: str, limit: int, offset: int, *, indexed: bool
) -> list[LibraryArticle]:
    """Return the articles in which words begin with each of those typed, in order; all when no word was typed."""
    index, only, ordered = _ORDERED[order]
    names = {"index": index, "only": only, "order": ordered}
    values: dict[str, Any] = {"limit": limit, "offset": offset}
    words = typed_words(search)
    if not words:
        serials = _column(connection, _ALL.format(**names), values)
    elif indexed:
        serials = _search(connection, names, values, words)
    else:
        serials = _search_titles(connection, names, values, search)
    rows = connection.execute(_LIST.format(serials=",".join(map(str, serials)), **names))
    return [LibraryArticle(**{**row, "kept": bool(row["kept"])}) for row in rows]


def _search(
    connection: sqlite3.Connection, names: dict[str, str], values: dict[str, Any], words: list[str]
) -> list[int]:
    """Return which articles have the words, in order: the quickest of three ways, by how many there are."""
    query = " ".join(f'"{word}"*' for word in words)
    found = _column(
        connection, "SELECT rowid FROM words WHERE words MATCH :query LIMIT :few", {"query": query, "few": FEW}
    )
    if len(found) < FEW:
        return _column(connection, _SORT.format(serials=",".join(map(str, found)), **names), values)
    share = FEW / found[-1]  # they came by their numbers, from 1
    if share >= COMMON:
        begins = {f"word{number}": f" {word}" for number, word in enumerate(words)}
        matching = " AND ".join(f"instr(c0, :{name})" for name in begins)
        walk = int((values["limit"] + values["offset"]) / share * 1.5)
        serials = _column(connection, _WALK.format(matching=matching, **names), {**values, **begins, "walk": walk})
        if len(serials) == values["limit"]:
            return serials
    return _column(connection, _PICK.format(**names), {**values, "query": query})


def _search_titles(
    connection: sqlite3.Connection, names: dict[str, str], values: dict[str, Any], search: str
) -> list[int]:
    """Return which articles have the words in their titles, in order, where there is no index."""
    begins = {f"word{number}": f"% {_escape(word)}%" for number, word in enumerate(search.split()[:MAX_WORDS])}
    matching = " AND ".join(f"' ' || title LIKE :{name} ESCAPE '\\'" for name in begins)
    return _column(connection, _TITLES.format(matching=matching, **names), {**values, **begins})


def _column(connection: sqlite3.Connection, query: str, values: dict[str, Any]) -> list[int]:
    """Return the only column of a query."""
    return [row[0] for row in connection.execute(query, values)]


def _escape(word: str) -> str:
    """Return a word that LIKE takes as it is."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
