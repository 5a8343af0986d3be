"""The library: stores every opened article with its text, so that it can be played again offline."""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from datetime import date

from jumble.article import Article, Dateline
from jumble.records.sqlite.search_index import index_words

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


def write_article(connection: sqlite3.Connection, article: Article, opened: str | None, *, indexed: bool) -> None:
    """Insert an opened article with its text; if the record has it, update its details and when it was opened.

    `opened` is ISO 8601; `indexed` says whether the index of words is in use.
    """
    dateline = article.dateline
    values = {
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
    connection.execute(_REMEMBER, values)
    serial, has_words, has_body = connection.execute(
        "SELECT serial, indexed, EXISTS (SELECT 1 FROM body WHERE serial = article.serial) FROM article WHERE key = ?",
        (article.key,),
    ).fetchone()
    if not has_body:
        connection.execute("INSERT INTO body VALUES (?, ?)", (serial, pack(article.paragraphs)))
    if indexed and not (has_body and has_words):  # without a text, only the title was indexed
        index_words(connection, serial, (article.title, *article.paragraphs))


def read_article(connection: sqlite3.Connection, key: str) -> Article | None:
    """Return an article with its text; None if the record does not have the text.

    Raises ValueError or zlib.error when the text is damaged.
    """
    row = connection.execute(_RECALL, (key,)).fetchone()
    if row is None:
        return None
    day = date.fromisoformat(row["date"]) if row["date"] else None
    article = Article(
        title=row["title"],
        paragraphs=unpack(row["paragraphs"]),
        dateline=Dateline(row["place"], day, row["temperature"]),
        language=row["language"],
        source=row["source"],
        section=row["section"],
    )
    if article.key != key:
        raise ValueError("the text is damaged")
    return article


def texts_of(connection: sqlite3.Connection, serial: int) -> tuple[str, ...]:
    """Return the texts to index for an article: its title and, if the record has them, its paragraphs.

    Raises ValueError or zlib.error when the text is damaged.
    """
    row = connection.execute(
        "SELECT title, paragraphs FROM article LEFT JOIN body USING (serial) WHERE serial = ?", (serial,)
    ).fetchone()
    return (row["title"], *(unpack(row["paragraphs"]) if row["paragraphs"] is not None else ()))


def pack(paragraphs: Iterable[str]) -> bytes:
    """Return paragraphs as they are stored: a JSON list, compressed by zlib.

    Compresses one paragraph at a time, so that other threads do not have to wait long.
    """
    compressor = zlib.compressobj(6)
    pieces = []
    separator = "["
    for paragraph in paragraphs:
        pieces.append(compressor.compress((separator + json.dumps(paragraph, ensure_ascii=False)).encode()))
        separator = ","
    pieces.append(compressor.compress(b"[]" if separator == "[" else b"]"))
    return b"".join((*pieces, compressor.flush()))


def unpack(packed: bytes) -> tuple[str, ...]:
    """Return the paragraphs that `pack` stored; raises ValueError or zlib.error when they are damaged."""
    paragraphs = json.loads(zlib.decompress(packed))
    if not (isinstance(paragraphs, list) and all(isinstance(paragraph, str) for paragraph in paragraphs)):
        raise ValueError("the text is damaged")
    return tuple(paragraphs)
