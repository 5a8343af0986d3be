"""The index of words, which finds articles by the beginnings of words in their titles and texts.

The index can be rebuilt from the texts at any time. Column `article.indexed` says whether an article's words are in the
index. Where SQLite was built without FTS5 there is no index, and only titles are searched.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

MODULE = "fts5"
MAX_WORDS = 12
"""Number of words of a search that are used; further words would hardly narrow it down."""
_SLICE = 20_000
"""Characters normalised in one call, short enough that other threads do not have to wait long."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Character ranges of scripts without spaces between words; each such character is indexed as a word."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_MARKS = re.compile("[\u0300-\u036f]")

# Texts are split into words here and not by SQLite, so that every build does it alike. The `ascii` tokenizer treats all
# non-ASCII characters as letters, so it never splits such a word again (which would make a phrase of it, and an index
# without positions refuses phrases). Each word of a text is indexed once; beginnings of up to four letters have their
# own index. FTS5 stores its input in table `words_content`, with a blank before each word, so it can be searched, too.
_CREATE = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING {module} (
    word, detail = none, columnsize = 0, tokenize = 'ascii', prefix = '1 2 3 4'
)
"""


def create_index(connection: sqlite3.Connection) -> bool:
    """Create the index if it is missing; return whether there is an index that this build of SQLite can read."""
    try:
        connection.execute(_CREATE.format(module=MODULE))
    except sqlite3.OperationalError as error:
        if "no such module" not in str(error):
            raise
        return False
    return has_index(connection)


def has_index(connection: sqlite3.Connection) -> bool:
    """Return whether there is an index that this build of SQLite can read."""
    try:
        connection.execute("SELECT rowid FROM words LIMIT 0")
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):  # "no such table" or "no such module"
            raise
        return False
    return True


def index_words(connection: sqlite3.Connection, serial: int, texts: Iterable[str]) -> None:
    """Index the words of an article's texts, replacing the words indexed for it before."""
    words = "".join(f" {word}" for word in sorted({word for text in texts for word in words_in(text)}))
    connection.execute("REPLACE INTO words (rowid, word) VALUES (?, ?)", (serial, words))
    connection.execute("UPDATE article SET indexed = 1 WHERE serial = ?", (serial,))


def typed_words(search: str) -> list[str]:
    """Return the first MAX_WORDS words that a player typed, in the form in which words are indexed, each once."""
    return list(dict.fromkeys(islice(words_in(search), MAX_WORDS)))


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text in the form in which they are indexed: case-folded and without accents."""
    start = 0
    while start < len(text):
        end = start + _SLICE
        end = end if end >= len(text) else text.rfind(" ", start, end) + 1 or end
        folded = unicodedata.normalize("NFKD", text[start:end]).casefold()
        yield from _WORD.findall(_MARKS.sub("", folded))
        start = end
