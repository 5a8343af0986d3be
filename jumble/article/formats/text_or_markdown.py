"""Decides whether a text is Markdown or plain, and reads it: short texts here, long ones in a subprocess."""

import datetime as dt
from pathlib import Path
from typing import Any

from jumble.article.article import Article, Dateline
from jumble.article.file_names import shown_stem
from jumble.article.formats.markdown import looks_like_markdown, read_markdown, read_markdown_with_levels
from jumble.article.formats.plain_text import read_plain
from jumble.article.limits import MARKDOWN_SECONDS, MAX_TEXT_BYTES, SMALL_TEXT_CHARACTERS
from jumble.article.read_control import ReadControl

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
TEXT_SUFFIXES = MARKDOWN_SUFFIXES | {".txt", ".text"}
_MARKDOWN, _PLAIN = "markdown:", "plain:"
"""Prefixes of the name given to `read`, which say how to read the text."""


def read_text(text: str, source: str = "", name: str | None = None) -> Article:
    """Return the article of a text, read as Markdown or plain text (see `is_markdown`); raises ArticleError.

    `name` is a file name, whose stem becomes the title of a text that names none.
    """
    reader = read_markdown if is_markdown(text, name) else read_plain
    return reader(text, source, shown_stem(name) if name else None)


def read_text_with_levels(text: str, source: str, name: str, control: ReadControl) -> tuple[Article, dict[str, int]]:
    """Return the article of a text of any length and, for a long Markdown text, its headings with their levels.

    A text beyond SMALL_TEXT_CHARACTERS is read in a subprocess. Markdown that needs more than MARKDOWN_SECONDS or
    exceeds MAX_TEXT_BYTES is read as plain text. Raises ArticleError, CancelledError.
    """
    if len(text) <= SMALL_TEXT_CHARACTERS:
        return read_text(text, source, name), {}
    from jumble.article.formats.reader_process import ReaderTimeoutError, read_in_subprocess

    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) <= MAX_TEXT_BYTES and is_markdown(text, name):
        try:
            return _article_from_json(
                read_in_subprocess("text_or_markdown", raw, _MARKDOWN + shown_stem(name), control, MARKDOWN_SECONDS),
                source,
            )
        except ReaderTimeoutError:
            pass
    return _article_from_json(read_in_subprocess("text_or_markdown", raw, _PLAIN + shown_stem(name), control), source)


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the article of a long text as JSON values: called in the subprocess.

    `name` is "markdown:" or "plain:" followed by the title of a text that names none.
    """
    levels: dict[str, int] = {}
    # decoded inside the call: a variable here would keep another 60 MB of a 30 MB text alive
    if name.startswith(_MARKDOWN):
        article, levels = read_markdown_with_levels(
            raw.decode("utf-8", "surrogatepass"), "", name.removeprefix(_MARKDOWN)
        )
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


def _article_from_json(values: dict[str, Any], source: str) -> tuple[Article, dict[str, int]]:
    """Return the article and heading levels that `read` returned as JSON values."""
    place, day, temperature = values["dateline"]
    dateline = Dateline(place, dt.date.fromisoformat(day) if day else None, temperature)
    article = Article(
        values["title"], tuple(values["paragraphs"]), dateline, values["language"], source, values["section"]
    )
    return article, values["levels"]


def is_markdown(text: str, name: str | None) -> bool:
    """Return whether a text is Markdown: by the suffix of its file name, otherwise (unless .txt) by its content."""
    suffix = Path(name).suffix.lower() if name else ""
    if suffix in MARKDOWN_SUFFIXES:
        return True
    return suffix != ".txt" and looks_like_markdown(text)
