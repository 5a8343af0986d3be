"""Lists of the library, in any order, whole or searched: within a frame at 50,000 articles, at each key typed."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from jumble.records.words import MAX_WORDS, typed_words


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


WALKS = (2, 10)
"""Articles looked through before the index is asked, in times those wanted: measured, see `_search`."""

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
_FOUND = """
SELECT serial FROM words CROSS JOIN article ON serial = words.rowid
WHERE words MATCH :query AND {only} ORDER BY {order} LIMIT :limit OFFSET :offset
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
    values: dict[str, object] = {"limit": limit, "offset": offset}
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
    connection: sqlite3.Connection, names: dict[str, str], values: dict[str, object], words: list[str]
) -> list[int]:
    """Return which articles have the words, in order.

    The index takes long to name the many articles that have a word with a common beginning (40 ms for 50,000), and
    then they are to be sorted; but of those, enough stand near the head of the list. So the head is looked through
    first.
    """
    wanted = int(str(values["limit"])) + int(str(values["offset"]))
    begins = {f"word{number}": f" {word}" for number, word in enumerate(words)}
    matching = " AND ".join(f"instr(c0, :{name})" for name in begins)
    for times in WALKS:
        walked = {**values, **begins, "walk": wanted * times}
        serials = _column(connection, _WALK.format(matching=matching, **names), walked)
        if len(serials) == values["limit"]:
            return serials
    query = " ".join(f'"{word}"*' for word in words)
    return _column(connection, _FOUND.format(**names), {**values, "query": query})


def _search_titles(
    connection: sqlite3.Connection, names: dict[str, str], values: dict[str, object], search: str
) -> list[int]:
    """Return which articles have the words in their titles, in order, where there is no index."""
    begins = {f"word{number}": f"% {_escape(word)}%" for number, word in enumerate(search.split()[:MAX_WORDS])}
    matching = " AND ".join(f"' ' || title LIKE :{name} ESCAPE '\\'" for name in begins)
    return _column(connection, _TITLES.format(matching=matching, **names), {**values, **begins})


def _column(connection: sqlite3.Connection, query: str, values: dict[str, object]) -> list[int]:
    """Return the only column of a query."""
    return [row[0] for row in connection.execute(query, values)]


def _escape(word: str) -> str:
    """Return a word that LIKE takes as it is."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
