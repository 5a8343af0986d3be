"""Turns a pasted text into a shelf: plain text, Markdown, or the HTML or XML source of a page or feed."""

import re

from jumble.article.article import ArticleError
from jumble.article.formats.document_shelf import shelf_from_document, shelf_from_text
from jumble.article.formats.format_detection import Format, detect_format
from jumble.article.limits import MAX_TEXT_BYTES
from jumble.article.prose.cleaning import clean
from jumble.article.read_control import Cancel, CancelledError, ReadControl
from jumble.article.shelf import Shelf
from jumble.article.source_names import PASTED
from jumble.startup.lazy import regex

_NAME = "the pasted text"
_NO_WORDS = f"there are no words in {_NAME}; copy a few paragraphs and paste them"
_ORPHANED_END_TAGS = regex(r"\A\s*(?:</[a-z][a-z0-9]{0,20}\s*>\s*)+", re.IGNORECASE)
"""End tags at the beginning of a copied part of a page, whose start tags were not copied."""


def read_pasted(text: str, *, cancel: Cancel | None = None) -> Shelf:
    """Return the shelf of a pasted text, which is recognised as plain text, Markdown, or the source of a page or feed.

    A file name or address in it is never opened. Raises ArticleError, one line, if it has no letters or more than
    MAX_TEXT_BYTES in UTF-8; CancelledError once `cancel` is set.
    """
    if len(text) > MAX_TEXT_BYTES or len(text.encode("utf-8", "replace")) > MAX_TEXT_BYTES:
        raise ArticleError(f"{_NAME} is longer than {MAX_TEXT_BYTES // 2**20} MB; paste a part of it")
    try:
        shelf = _shelf_from_pasted(text, ReadControl(cancel=cancel))
    except CancelledError:
        raise
    except ArticleError as error:
        raise ArticleError(str(error) if _NAME in str(error) else f"{_NAME}: {error}") from None
    if len(shelf.entries) == 1 and not any(map(str.isalpha, shelf.first()[1].text)):
        raise ArticleError(_NO_WORDS)
    return shelf


def _shelf_from_pasted(text: str, control: ReadControl) -> Shelf:
    """Return the shelf of a pasted text as plain text or Markdown, or as a page or feed if it is the source of one."""
    if not any(map(str.isalpha, text)):
        raise ArticleError(_NO_WORDS)
    page = _page_or_feed_source(text)
    return (
        shelf_from_text(text, PASTED, _NAME, control)
        if page is None
        else shelf_from_document(page, PASTED, _NAME, control)
    )


def _page_or_feed_source(text: str) -> bytes | None:
    """Return the text as UTF-8 if it is the source of a page or feed, else None; no other format can be pasted."""
    if "<" not in text[:100]:
        return None
    page = _ORPHANED_END_TAGS.sub("", clean(text, indented=True), count=1).lstrip()
    raw = page.encode("utf-8")
    return raw if page.startswith("<") and detect_format(raw) in {Format.HTML, Format.FEED} else None
