"""A text in the player's hand is opened without a file: pasted from a page, a letter, a book."""

import re

from jumble.article.article import ArticleError
from jumble.article.formats.document_shelf import open_document, open_text
from jumble.article.formats.format_detection import Kind, kind_of
from jumble.article.limits import MAX_TEXT_BYTES
from jumble.article.prose.cleaning import clean
from jumble.article.read_control import Cancel, CancelledError, Reading
from jumble.article.shelf import Shelf
from jumble.article.source_names import PASTED
from jumble.startup.lazy import regex

_NAME = "the pasted text"
_NO_WORDS = f"there are no words in {_NAME}; copy a few paragraphs and paste them"
_TORN = regex(r"\A\s*(?:</[a-z][a-z0-9]{0,20}\s*>\s*)+", re.IGNORECASE)
"""Ends of elements whose beginnings were not copied."""


def read_pasted(text: str, *, cancel: Cancel | None = None) -> Shelf:
    """Open a text in hand: plain, Markdown, or the source of a page or a feed, told by its looks; long texts too.

    Whatever stands in it, it is a text: no file is read and no address is opened. Setting `cancel` (an Event) ends the
    opening with CancelledError. Raises ArticleError with one line when there are no words in it or it is longer than
    MAX_TEXT_BYTES.
    """
    if len(text) > MAX_TEXT_BYTES or len(text.encode("utf-8", "replace")) > MAX_TEXT_BYTES:
        raise ArticleError(f"{_NAME} is longer than {MAX_TEXT_BYTES // 2**20} MB; paste a part of it")
    try:
        shelf = _open(text, Reading(cancel=cancel))
    except CancelledError:
        raise
    except ArticleError as error:
        raise ArticleError(str(error) if _NAME in str(error) else f"{_NAME}: {error}") from None
    if len(shelf.entries) == 1 and not any(map(str.isalpha, shelf.first()[1].text)):
        raise ArticleError(_NO_WORDS)
    return shelf


def _open(text: str, reading: Reading) -> Shelf:
    """Open a text as what it looks like."""
    if not any(map(str.isalpha, text)):
        raise ArticleError(_NO_WORDS)
    page = _markup(text)
    return open_text(text, PASTED, _NAME, reading) if page is None else open_document(page, PASTED, _NAME, reading)


def _markup(text: str) -> bytes | None:
    """Return the source of a page or a feed, None if the text is none; what else begins a file means nothing here."""
    if "<" not in text[:100]:
        return None
    page = _TORN.sub("", clean(text, indented=True), count=1).lstrip()
    raw = page.encode("utf-8")
    return raw if page.startswith("<") and kind_of(raw) in {Kind.HTML, Kind.FEED} else None
