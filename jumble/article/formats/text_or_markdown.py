"""A text in hand becomes an article: Markdown or plain is told by its name and its looks; long texts are read apart."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

from jumble.article.article import Article, Dateline
from jumble.article.formats.markdown import looks_like_markdown, read_headed, read_markdown
from jumble.article.formats.plain_text import read_plain
from jumble.article.limits import MARKDOWN_SECONDS, MAX_TEXT_BYTES, SMALL_TEXT_BYTES
from jumble.article.prose.cleaning import clean_line
from jumble.article.read_control import Reading

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
TEXT_SUFFIXES = MARKDOWN_SUFFIXES | {".txt", ".text"}
_MARKDOWN, _PLAIN = "markdown:", "plain:"


def read_text(text: str, source: str = "", name: str | None = None) -> Article:
    """Return the article that a text in hand makes, told by its looks to be Markdown or plain text."""
    reader = read_markdown if is_markdown(text, name) else read_plain
    return reader(text, source, stem(name) if name else None)


def read_any_text(text: str, source: str, name: str, reading: Reading) -> tuple[Article, dict[str, int]]:
    """Return the article that a text of any length makes, and the levels of the headings that a long one marks.

    A long one is read in a process of its own.

    Markdown that takes more than MARKDOWN_SECONDS, or is longer than MAX_TEXT_BYTES, is read as plain text. Raises
    ArticleError.
    """
    if len(text) <= SMALL_TEXT_BYTES:
        return read_text(text, source, name), {}
    from jumble.article.formats.reader_process import TooLongError, read_apart

    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) <= MAX_TEXT_BYTES and is_markdown(text, name):
        try:
            return _article(
                read_apart("text_or_markdown", raw, _MARKDOWN + stem(name), reading, MARKDOWN_SECONDS), source
            )
        except TooLongError:
            pass
    return _article(read_apart("text_or_markdown", raw, _PLAIN + stem(name), reading), source)


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the values of the article in a long text, as JSON values; `name` begins with the reader's."""
    levels: dict[str, int] = {}
    # handed over as it comes, for each name that holds on to a text of 30 MB costs 60
    if name.startswith(_MARKDOWN):
        article, levels = read_headed(raw.decode("utf-8", "surrogatepass"), "", name.removeprefix(_MARKDOWN))
    else:
        article = read_plain(raw.decode("utf-8", "surrogatepass"), "", name.removeprefix(_PLAIN))
    day = article.dateline.date
    return {
        "title": article.title,
        "paragraphs": article.paragraphs,
        "dateline": [article.dateline.place, day.isoformat() if day else None, article.dateline.temperature],
        "language": article.language,
        "section": article.section,
        "levels": levels,
    }


def _article(values: dict[str, Any], source: str) -> tuple[Article, dict[str, int]]:
    """Return the article whose values `read` gave, and the levels of its headings."""
    place, day, temperature = values["dateline"]
    dateline = Dateline(place, dt.date.fromisoformat(day) if day else None, temperature)
    article = Article(
        values["title"], tuple(values["paragraphs"]), dateline, values["language"], source, values["section"]
    )
    return article, values["levels"]


def show_name(path: str | os.PathLike[str]) -> str:
    """Return the last part of a path, safe to show."""
    return clean_line(Path(path).name.encode("utf-8", "replace").decode()) or clean_line(os.fspath(path)) or "."


def stem(path: str | os.PathLike[str]) -> str:
    """Return the last part of a path without its suffix, safe to show: the title of a text that tells none."""
    return show_name(Path(path).stem)


def is_markdown(text: str, name: str | None) -> bool:
    """Tell Markdown by front matter first, by its name next, by its looks last."""
    suffix = Path(name).suffix.lower() if name else ""
    if suffix in MARKDOWN_SUFFIXES:
        return True
    return suffix != ".txt" and looks_like_markdown(text)
