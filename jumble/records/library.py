"""The library: every article that was opened, with its text, to be listed, searched and played again offline."""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumble.article import Article, Dateline
from jumble.records.words import index_words, query_of


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


_ORDERED = {
    Order.POPULAR: ("", "plays DESC, played_at DESC, opened_at DESC, serial DESC"),
    Order.NEWEST: ("", "opened_at DESC, serial DESC"),
    Order.UNPLAYED: ("plays = 0", "opened_at DESC, serial DESC"),
}
# Which articles, first: they are found by walking an index in the order of the list until there are enough. The rows
# themselves are read for those alone.
_LIST = """
SELECT key, title, source, plays, best_score, last_played, opened,
       EXISTS (SELECT 1 FROM body WHERE serial = listed) AS kept
FROM (SELECT serial AS listed FROM article {where} ORDER BY {order} LIMIT :limit OFFSET :offset)
JOIN article ON serial = listed
ORDER BY {order}
"""
_REMEMBER = """
INSERT INTO article (key, title, source, language, section, place, date, temperature, opened)
VALUES (:key, :title, :source, :language, :section, :place, :date, :temperature, :opened)
ON CONFLICT (key) DO UPDATE SET source = excluded.source, opened = excluded.opened, language = excluded.language,
    section = excluded.section, place = excluded.place, date = excluded.date, temperature = excluded.temperature
"""
_RECALL = """
SELECT title, source, language, section, place, date, temperature, paragraphs
FROM article JOIN body USING (serial) WHERE key = ?
"""


def list_articles(
    connection: sqlite3.Connection, order: Order, search: str, limit: int, offset: int, *, indexed: bool
) -> list[LibraryArticle]:
    """Return the articles in which words begin with each of those typed, in order; all when no word was typed."""
    only, ordered = _ORDERED[order]
    conditions = [only] if only else []
    values: dict[str, object] = {"limit": limit, "offset": offset}
    if query := query_of(search):
        if indexed:
            conditions.append("serial IN (SELECT rowid FROM words WHERE words MATCH :query)")
            values["query"] = query
        else:
            for number, word in enumerate(search.split()):
                conditions.append(f"' ' || title LIKE :word{number} ESCAPE '\\'")
                values[f"word{number}"] = f"% {_escape(word)}%"
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = connection.execute(_LIST.format(where=where, order=ordered), values)
    return [LibraryArticle(**{**row, "kept": bool(row["kept"])}) for row in rows]


def write_article(connection: sqlite3.Connection, article: Article, opened: str | None, *, indexed: bool) -> None:
    """Write an article that was opened, with its text; of one that is there already, when and where it was opened."""
    dateline = article.dateline
    about = {
        "key": article.key,
        "title": article.title,
        "source": article.source,
        "language": article.language,
        "section": article.section,
        "place": dateline.place,
        "date": dateline.date.isoformat() if dateline.date else None,
        "temperature": dateline.temperature,
        "opened": opened,
    }
    connection.execute(_REMEMBER, about)
    serial, has_words, has_body = connection.execute(
        "SELECT serial, indexed, EXISTS (SELECT 1 FROM body WHERE serial = article.serial) FROM article WHERE key = ?",
        (article.key,),
    ).fetchone()
    if not has_body:
        connection.execute("INSERT INTO body VALUES (?, ?)", (serial, _pack(article.paragraphs)))
    if indexed and not (has_body and has_words):  # without a text it was its title that was indexed
        index_words(connection, serial, (article.title, *article.paragraphs))


def read_article(connection: sqlite3.Connection, key: str) -> Article | None:
    """Return an article with its text, None when it is not here; raises ValueError or zlib.error when damaged."""
    row = connection.execute(_RECALL, (key,)).fetchone()
    if row is None:
        return None
    day = date.fromisoformat(row["date"]) if row["date"] else None
    return Article(
        title=row["title"],
        paragraphs=unpack(row["paragraphs"]),
        dateline=Dateline(row["place"], day, row["temperature"]),
        language=row["language"],
        source=row["source"],
        section=row["section"],
    )


def texts_of(connection: sqlite3.Connection, serial: int) -> tuple[str, ...]:
    """Return what the index of words holds of an article: its title and, where the text is here, its paragraphs."""
    row = connection.execute(
        "SELECT title, paragraphs FROM article LEFT JOIN body USING (serial) WHERE serial = ?", (serial,)
    ).fetchone()
    return (row["title"], *(unpack(row["paragraphs"]) if row["paragraphs"] is not None else ()))


def _pack(paragraphs: Iterable[str]) -> bytes:
    """Return paragraphs as they are stored; in pieces, so that other threads have their turn."""
    packer = zlib.compressobj(6)
    packed = []
    before = "["
    for each in paragraphs:
        packed.append(packer.compress((before + json.dumps(each, ensure_ascii=False)).encode()))
        before = ","
    packed.append(packer.compress(b"[]" if before == "[" else b"]"))
    return b"".join((*packed, packer.flush()))


def unpack(packed: bytes) -> tuple[str, ...]:
    """Return stored paragraphs; raises ValueError or zlib.error when they are damaged."""
    paragraphs = json.loads(zlib.decompress(packed))
    if not (isinstance(paragraphs, list) and all(isinstance(each, str) for each in paragraphs)):
        raise ValueError("the text is damaged")
    return tuple(paragraphs)


def _escape(word: str) -> str:
    """Return a word that LIKE takes as it is."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
