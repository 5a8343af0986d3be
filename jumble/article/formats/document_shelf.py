"""The bytes of a document, wherever they came from, become a shelf: the content decides by which reader."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jumble.article.article import Article, ArticleError
from jumble.article.formats.encoding import declared_encoding, decode
from jumble.article.formats.format_detection import Kind, kind_of
from jumble.article.formats.text_or_markdown import read_any_text, show_name, stem
from jumble.article.limits import (
    MAX_PLAIN_BYTES,
    MAX_TEXT_BYTES,
    MAX_UNPACKED_BYTES,
    MAX_UNWRAPPINGS,
    OPEN_SECONDS,
    PAGE_SECONDS,
)
from jumble.article.prose.cleaning import clean_line
from jumble.article.prose.sections import shelf_of
from jumble.article.read_control import CancelledError, Reading
from jumble.article.shelf import Entry, Shelf

if TYPE_CHECKING:
    from jumble.article.formats.extracted_document import Document, Piece

_READERS = {Kind.FEED: "feed", Kind.PDF: "pdf", Kind.ZIP: "epub_or_docx"}
"""The module of `jumble.article.formats` that reads a kind: its `read` runs in a process of its own."""
OpenLink = Callable[[str], Article]


def open_document(
    raw: bytes,
    source: str,
    name: str,
    reading: Reading,
    *,
    content_type: str = "",
    open_link: OpenLink | None = None,
) -> Shelf:
    """Return the articles in the bytes of a document; raises ArticleError, which begins with the document's name.

    `source` is where it came from, `name` its file's name, `content_type` what its server calls it. `open_link` opens
    the whole of an entry of which a feed has only the summary; without it the summary is the article.
    """
    shown = show_name(name)
    if not raw[:4096].strip() and not raw.strip():
        raise ArticleError(f"{shown} is empty; give a text with a few paragraphs")
    try:
        return _open(raw, source, name, reading, content_type, open_link)
    except CancelledError:
        raise
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}" if shown not in str(error) else str(error)) from None


def _open(raw: bytes, source: str, name: str, reading: Reading, content_type: str, open_link: OpenLink | None) -> Shelf:
    shown = show_name(name)
    raw, kind = _unwrap(raw, name, content_type)
    most = {Kind.PDF: len(raw), Kind.ZIP: len(raw), Kind.TEXT: MAX_PLAIN_BYTES}.get(kind, MAX_TEXT_BYTES)
    if len(raw) > most:
        raise ArticleError(f"{shown} is longer than {most // 2**20} MB; give a shorter text")
    if kind is Kind.TEXT:
        declared = content_type.partition("charset=")[2].partition(";")[0].strip(" \"'") or None
        return open_text(decode(raw, shown, declared=declared), source, name, reading)
    if kind is Kind.HTML:
        document = _read_page(_in_utf8(raw, shown, content_type), shown, reading)
    else:
        document = _read(_READERS[kind], raw, shown, reading)
    return _shelf(document, source, name, open_link)


def _shelf(document: "Document", source: str, name: str, open_link: OpenLink | None) -> Shelf:
    """Return the shelf of what a reader found."""
    from jumble.article.formats.extracted_document import make_article

    shown = show_name(name)
    if len(document.pieces) == 1 and not document.pieces[0].link:
        piece = document.pieces[0]
        return shelf_of(make_article(piece, source, stem(name)), shown, piece.levels)
    entries = tuple(
        _entry(piece, f"{source}#{number}", stem(name), open_link) for number, piece in enumerate(document.pieces, 1)
    )
    return Shelf(clean_line(document.title) or shown, entries)


def open_text(text: str, source: str, name: str, reading: Reading) -> Shelf:
    """Return the article that a text makes, plain or Markdown, or its sections; raises ArticleError."""
    article, levels = read_any_text(text, source, name, reading)
    return shelf_of(article, show_name(name), levels)


def _read_page(raw: bytes, shown: str, reading: Reading) -> "Document":
    """Return the article of a page; all its text when the article takes too long to find or its parser gives up."""
    try:
        return _read("html", raw, shown, reading, PAGE_SECONDS)
    except CancelledError:
        raise
    except ArticleError:
        return _read("html_fallback", raw, shown, reading)


def _read(reader: str, raw: bytes, shown: str, reading: Reading, seconds: float = OPEN_SECONDS) -> "Document":
    """Return what a reader finds in a process of its own."""
    from jumble.article.formats.extracted_document import Document
    from jumble.article.formats.reader_process import read_apart  # a plain text needs neither

    return Document.from_json(read_apart(reader, raw, shown, reading, seconds))


def _entry(piece: "Piece", source: str, name: str, open_link: OpenLink | None) -> Entry:
    """Return a chapter of a book, or an entry of a feed."""
    from jumble.article.formats.extracted_document import make_article

    title = clean_line(piece.title) or clean_line(" ".join(piece.paragraphs)[:80]) or name
    link = clean_line(piece.link) or None
    summary = partial(make_article, piece, source, name) if link and piece.paragraphs else None
    return Entry(title, source, partial(_load, piece, source, name, open_link), link, summary=summary)


def _load(piece: "Piece", source: str, name: str, open_link: OpenLink | None) -> Article:
    """Return the article of a piece; of a summary the whole, if it can be had."""
    from jumble.article.formats.extracted_document import make_article

    if piece.link and open_link is not None:
        try:
            return open_link(piece.link)
        except CancelledError:
            raise
        except ArticleError:
            if not piece.paragraphs:
                raise
    if piece.link and not piece.paragraphs:
        raise ArticleError(f"the feed has only a link to it; open {clean_line(piece.link)}")
    return make_article(piece, source, name)


def _unwrap(raw: bytes, name: str, content_type: str) -> tuple[bytes, Kind]:
    """Return the bytes of a document and its kind, a compressed one unpacked; raises ArticleError."""
    for _ in range(MAX_UNWRAPPINGS + 1):
        kind = kind_of(raw, name, content_type)
        if kind is not Kind.GZIP:
            return raw, kind
        raw = gunzip(raw)
        name = name.removesuffix(".gz")
    raise ArticleError("it is compressed more than once; unpack it and give the text")


def gunzip(raw: bytes) -> bytes:
    """Return what gzip-compressed bytes unpack to; raises ArticleError when damaged or beyond MAX_UNPACKED_BYTES."""
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
    """Return a page in UTF-8; its server's word on the encoding counts more than its own."""
    declared = content_type.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return decode(raw, shown, declared=declared or declared_encoding(raw)).encode("utf-8", "replace")
