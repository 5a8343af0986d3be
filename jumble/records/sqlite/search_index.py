"""The index of words: finds articles by the beginnings of words in their titles and texts.

It can be made anew from the texts at any time. `article.indexed` says whose words are in it; where SQLite was built
without FTS5 nobody's are, and titles alone are searched.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

MODULE = "fts5"
MAX_WORDS = 12
"""Words of a search that are looked for; more narrow nothing down."""
_SLICE = 20_000
"""Characters folded at once: other threads have their turn between."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that part no words: each of their characters counts as one."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_MARKS = re.compile("[\u0300-\u036f]")

# What a word is, is decided here, the same for every build of SQLite: its `ascii` tokenizer takes all that is no ASCII
# for letters, so that a word of ours is never parted (and no phrase arises, which an index without positions refuses).
# The words of a text are in it once each. Beginnings of up to four letters have an index of their own. FTS5 keeps what
# it was given in the table `words_content`: a blank before each word, so that a text can be looked through as well.
_CREATE = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING {module} (
    word, detail = none, columnsize = 0, tokenize = 'ascii', prefix = '1 2 3 4'
)
"""


def create_index(connection: sqlite3.Connection) -> bool:
    """Make the index when it is missing; tell whether there is one that this build of SQLite can read."""
    try:
        connection.execute(_CREATE.format(module=MODULE))
    except sqlite3.OperationalError as error:
        if "no such module" not in str(error):
            raise
        return False
    return has_index(connection)


def has_index(connection: sqlite3.Connection) -> bool:
    """Tell whether there is an index that this build of SQLite can read."""
    try:
        connection.execute("SELECT rowid FROM words LIMIT 0")
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):  # table or module
            raise
        return False
    return True


def index_words(connection: sqlite3.Connection, serial: int, texts: Iterable[str]) -> None:
    """Put an article's words into the index, instead of those that were there of it."""
    words = "".join(f" {word}" for word in sorted({word for text in texts for word in words_in(text)}))
    connection.execute("REPLACE INTO words (rowid, word) VALUES (?, ?)", (serial, words))
    connection.execute("UPDATE article SET indexed = 1 WHERE serial = ?", (serial,))


def typed_words(search: str) -> list[str]:
    """Return the words that a player typed, each once, as they are searched."""
    return list(dict.fromkeys(islice(words_in(search), MAX_WORDS)))


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text as they are searched: without case and accents."""
    start = 0
    while start < len(text):
        end = start + _SLICE
        end = end if end >= len(text) else text.rfind(" ", start, end) + 1 or end
        folded = unicodedata.normalize("NFKD", text[start:end]).casefold()
        yield from _WORD.findall(_MARKS.sub("", folded))
        start = end
