"""Lists and searches the articles of the library, fast enough for every key typed: one frame at 50,000 articles."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jumble.records.sqlite.search_index import MAX_WORDS, typed_words


class Order(StrEnum):
    """The order in which the library is listed."""

    POPULAR = "popular"
    """Most plays first; of equally many plays, the article played last, then the article opened last."""
    NEWEST = "newest"
    """The article opened last first."""
    UNPLAYED = "unplayed"
    """Only articles not played yet, the one opened last first."""


@dataclass(frozen=True, slots=True)
class LibraryArticle:
    """An article as a list shows it."""

    key: str
    title: str
    source: str
    plays: int
    """Number of games of the article in which at least one round was finished."""
    best_score: int | None
    """Best score of the games played to their end; None when there is none."""
    last_played: str | None
    """When the latest of those games began: ISO 8601 with the offset from UTC."""
    opened: str | None
    """When the article was last opened: ISO 8601; None for articles recorded before times of opening were."""
    kept: bool
    """Whether the record has the article's text, so that it can be played without its source."""


SORTED_MATCHES = 2000
"""Below this number of matches, a search sorts all of them."""
COMMON_SHARE = 0.3
"""If at least this share of all articles matches, a search walks down the list until it has enough matches: reading
50,000 matches from the index would take 40 ms."""

_POPULAR = "plays DESC, played_at DESC, opened_at DESC, serial DESC"
_NEWEST = "opened_at DESC, serial DESC"
_ORDERED = {
    Order.POPULAR: ("article_popular", "TRUE", _POPULAR),
    Order.NEWEST: ("article_newest", "TRUE", _NEWEST),
    Order.UNPLAYED: ("article_unplayed", "plays = 0", _NEWEST),
}
"""For each order: the SQL index that is sorted so, the condition for an article to be listed, and ORDER BY's terms."""

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
    """Return the articles with words that begin as the words of `search` do; all articles if `search` has no word.

    At most `limit` articles in `order`, after skipping `offset`. Without an index of words (`indexed`), only titles are
    searched.
    """
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
    """Return the serials of matching articles, in order; the number of matches decides which query is fastest."""
    query = " ".join(f'"{word}"*' for word in words)
    first_matches = _column(
        connection,
        "SELECT rowid FROM words WHERE words MATCH :query LIMIT :few",
        {"query": query, "few": SORTED_MATCHES},
    )
    if len(first_matches) < SORTED_MATCHES:
        return _column(connection, _SORT.format(serials=",".join(map(str, first_matches)), **names), values)
    share = SORTED_MATCHES / first_matches[-1]  # matches come by serial, and serials count from 1
    if share >= COMMON_SHARE:
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
    """Return the serials of articles with the words in their titles, in order; for records without an index."""
    begins = {f"word{number}": f"% {_escape(word)}%" for number, word in enumerate(search.split()[:MAX_WORDS])}
    matching = " AND ".join(f"' ' || title LIKE :{name} ESCAPE '\\'" for name in begins)
    return _column(connection, _TITLES.format(matching=matching, **names), {**values, **begins})


def _column(connection: sqlite3.Connection, query: str, values: dict[str, Any]) -> list[int]:
    """Return the values of a query's only column."""
    return [row[0] for row in connection.execute(query, values)]


def _escape(word: str) -> str:
    """Return a word with LIKE's wildcards escaped by a backslash."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
