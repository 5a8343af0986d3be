"""Turns the bytes of any document into a shelf: detects the format, runs its reader, makes articles of the result."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jumble.article.article import Article, ArticleError
from jumble.article.file_names import shown_name, shown_stem
from jumble.article.formats.encoding import declared_encoding, decode
from jumble.article.formats.format_detection import READER_OF_FORMAT, Format, detect_format
from jumble.article.formats.text_or_markdown import read_text_with_levels
from jumble.article.limits import (
    MAX_DECOMPRESSIONS,
    MAX_PLAIN_BYTES,
    MAX_TEXT_BYTES,
    MAX_UNPACKED_BYTES,
    OPEN_SECONDS,
    PAGE_SECONDS,
)
from jumble.article.prose.cleaning import clean_line
from jumble.article.prose.sections import shelf_from_article
from jumble.article.read_control import CancelledError, ReadControl
from jumble.article.shelf import Entry, Shelf

if TYPE_CHECKING:
    from jumble.article.formats.extracted_document import ExtractedArticle, ExtractedDocument

LoadLink = Callable[[str], Article]
"""A function that fetches a web address and returns its article; raises ArticleError."""


def shelf_from_document(
    raw: bytes,
    source: str,
    name: str,
    control: ReadControl,
    *,
    content_type: str = "",
    load_link: LoadLink | None = None,
) -> Shelf:
    """Return the shelf of a document; raises ArticleError, whose message names the document, and CancelledError.

    `source` is where it came from, `name` its file name, `content_type` its HTTP header. `load_link` loads the full
    text of a feed entry that has only a summary; without it the summary is the article.
    """
    shown = shown_name(name)
    if not raw[:4096].strip() and not raw.strip():
        raise ArticleError(f"{shown} is empty; give a text with a few paragraphs")
    try:
        return _shelf_from_bytes(raw, source, name, control, content_type, load_link)
    except CancelledError:
        raise
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}" if shown not in str(error) else str(error)) from None


def _shelf_from_bytes(
    raw: bytes, source: str, name: str, control: ReadControl, content_type: str, load_link: LoadLink | None
) -> Shelf:
    """Return the shelf of a document that is not empty; the messages of its ArticleErrors may lack the name."""
    shown = shown_name(name)
    raw, detected = _decompress(raw, name, content_type)
    max_bytes = {Format.PDF: len(raw), Format.ZIP: len(raw), Format.TEXT: MAX_PLAIN_BYTES}.get(detected, MAX_TEXT_BYTES)
    if len(raw) > max_bytes:
        raise ArticleError(f"{shown} is longer than {max_bytes // 2**20} MB; give a shorter text")
    if detected is Format.TEXT:
        declared = content_type.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
        return shelf_from_text(decode(raw, shown, declared=declared), source, name, control)
    if detected is Format.HTML:
        document = _extract_page(_in_utf8(raw, shown, content_type), shown, control)
    else:
        document = _extract(READER_OF_FORMAT[detected], raw, shown, control)
    return _shelf_from_extracted(document, source, name, load_link)


def _shelf_from_extracted(document: "ExtractedDocument", source: str, name: str, load_link: LoadLink | None) -> Shelf:
    """Return the shelf of an extracted document: an entry for each of its articles, or the sections of a single one."""
    from jumble.article.formats.extracted_document import article_from_extracted

    shown = shown_name(name)
    if len(document.articles) == 1 and not document.articles[0].link:
        extracted = document.articles[0]
        return shelf_from_article(article_from_extracted(extracted, source, shown_stem(name)), shown, extracted.levels)
    entries = tuple(
        _lazy_entry(extracted, f"{source}#{number}", shown_stem(name), load_link)
        for number, extracted in enumerate(document.articles, 1)
    )
    return Shelf(clean_line(document.title) or shown, entries)


def shelf_from_text(text: str, source: str, name: str, control: ReadControl) -> Shelf:
    """Return the shelf of a plain or Markdown text: one article, or the sections of a long one; raises ArticleError."""
    article, levels = read_text_with_levels(text, source, name, control)
    return shelf_from_article(article, shown_name(name), levels)


def _extract_page(raw: bytes, shown: str, control: ReadControl) -> "ExtractedDocument":
    """Return the article of a web page, or all its text if its reader fails or needs more than PAGE_SECONDS."""
    try:
        return _extract("html", raw, shown, control, PAGE_SECONDS)
    except CancelledError:
        raise
    except ArticleError:
        return _extract("html_fallback", raw, shown, control)


def _extract(
    reader: str, raw: bytes, shown: str, control: ReadControl, seconds: float = OPEN_SECONDS
) -> "ExtractedDocument":
    """Return what a reader module extracts in a subprocess."""
    from jumble.article.formats.extracted_document import ExtractedDocument
    from jumble.article.formats.reader_process import read_in_subprocess  # plain text needs no subprocess

    return ExtractedDocument.from_json(read_in_subprocess(reader, raw, shown, control, seconds))


def _lazy_entry(extracted: "ExtractedArticle", source: str, name: str, load_link: LoadLink | None) -> Entry:
    """Return the entry of a book's chapter or of a feed's entry, whose article is made only when loaded."""
    from jumble.article.formats.extracted_document import article_from_extracted

    title = clean_line(extracted.title) or clean_line(" ".join(extracted.paragraphs)[:80]) or name
    link = clean_line(extracted.link) or None
    summary = partial(article_from_extracted, extracted, source, name) if link and extracted.paragraphs else None
    return Entry(title, source, partial(_load_article, extracted, source, name, load_link), link, summary=summary)


def _load_article(extracted: "ExtractedArticle", source: str, name: str, load_link: LoadLink | None) -> Article:
    """Return the article of a chapter or feed entry; of a summary the linked full text, if that can be loaded."""
    from jumble.article.formats.extracted_document import article_from_extracted

    if extracted.link and load_link is not None:
        try:
            return load_link(extracted.link)
        except CancelledError:
            raise
        except ArticleError:
            if not extracted.paragraphs:
                raise
    if extracted.link and not extracted.paragraphs:
        raise ArticleError(f"the feed has only a link to it; open {clean_line(extracted.link)}")
    return article_from_extracted(extracted, source, name)


def _decompress(raw: bytes, name: str, content_type: str) -> tuple[bytes, Format]:
    """Return a document's bytes without gzip compression, and its format; raises ArticleError."""
    for _ in range(MAX_DECOMPRESSIONS + 1):
        detected = detect_format(raw, name, content_type)
        if detected is not Format.GZIP:
            return raw, detected
        raw = gunzip(raw)
        name = name.removesuffix(".gz")
    raise ArticleError("it is compressed more than once; unpack it and give the text")


def gunzip(raw: bytes) -> bytes:
    """Return decompressed gzip data (RFC 1952); raises ArticleError if it is damaged or exceeds MAX_UNPACKED_BYTES."""
    import zlib

    try:
        unpacker = zlib.decompressobj(wbits=31)
        unpacked = unpacker.decompress(raw, MAX_UNPACKED_BYTES + 1)
    except zlib.error:
        raise ArticleError("it is damaged and cannot be unpacked; give its text") from None
    if len(unpacked) > MAX_UNPACKED_BYTES:
        raise ArticleError(f"it unpacks to more than {MAX_UNPACKED_BYTES // 2**20} MB; give a part of it")
    return unpacked


def _in_utf8(raw: bytes, shown: str, content_type: str) -> bytes:
    """Return a page re-encoded in UTF-8; a charset in the HTTP header takes precedence over the page's own."""
    declared = content_type.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return decode(raw, shown, declared=declared or declared_encoding(raw)).encode("utf-8", "replace")
