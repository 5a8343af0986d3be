"""Detects the format of a document: by its bytes first, then by the server's content type, then by its file name."""

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from jumble.article.prose.cleaning import clean_line
from jumble.startup.lazy import regex


class Format(StrEnum):
    """The formats that are distinguished; whatever is none of the others is TEXT (plain or Markdown)."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    PDF = "pdf"
    ZIP = "zip"
    GZIP = "gzip"


class FormatRow(NamedTuple):
    """What is known of a kind of document before it is read. A new format is a row here and its reader's file."""

    format: Format
    reader: str
    """The module of `jumble.article.formats` that reads it, in a process of its own."""
    suffixes: tuple[str, ...]
    """Of its file names; a folder lists these files."""
    content_types: tuple[str, ...] = ()
    """What servers call it, where the bytes alone may not tell."""
    zip_member: str = ""
    """For a format that is a zip archive: a member that shows it to be this one."""


FORMAT_ROWS = (
    FormatRow(Format.HTML, "html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
    FormatRow(
        Format.FEED,
        "feed",
        (".rss", ".atom"),
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    ),
    FormatRow(Format.PDF, "pdf", (".pdf",)),
    FormatRow(Format.ZIP, "epub", (".epub",), zip_member="META-INF/container.xml"),
    FormatRow(Format.ZIP, "docx", (".docx",), zip_member="word/document.xml"),
)
ZIP_READER = "zip_contents"
"""Reads any zip archive: it looks for the members named above."""
FORMAT_OF_SUFFIX = {suffix: row.format for row in FORMAT_ROWS for suffix in row.suffixes}
_FORMAT_OF_TYPE = {content_type: row.format for row in FORMAT_ROWS for content_type in row.content_types}
READER_OF_FORMAT = {row.format: ZIP_READER if row.zip_member else row.reader for row in FORMAT_ROWS}

HEAD_BYTES = 8 * 1024
"""Bytes at the beginning of a document that are searched for markup."""
_PREAMBLE = regex(
    r"(?:\s|\ufeff|<\?[^>]{0,2000}>|<!--.{0,4000}?-->|<!DOCTYPE\s[^>\[]{0,500}(?:\[[^\]]{0,4000}\])?\s*>)+",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = regex(r"<(?P<name>[A-Za-z][\w:.-]{0,40})[\s/>]")
_FEED_ELEMENTS = frozenset({"rss", "feed", "rdf:rdf"})
_PAGE_ELEMENTS = frozenset({"html", "head", "body", "title", "meta"})
_BODY_ELEMENTS = _PAGE_ELEMENTS | frozenset(
    "p div article section main h1 h2 h3 span table ul ol header nav b i a img br script style link center font".split()  # noqa: SIM905
)
_TITLE = regex(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})


def detect_format(raw: bytes, name: str = "", content_type: str = "") -> Format:
    """Return the format of a document; `name` is its file name, `content_type` the HTTP header; both may be empty.

    Magic numbers are those of RFC 1952 (gzip), APPNOTE (zip) and ISO 32000 (PDF).
    """
    if raw.startswith(b"\x1f\x8b"):
        return Format.GZIP
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.ZIP
    if b"%PDF-" in raw[:1024] and raw[:1024].lstrip()[:1] != b"<":
        return Format.PDF
    head = _ascii_head(raw)
    suffix = Path(name).suffix.lower() if name else ""
    claimed = _FORMAT_OF_TYPE.get(content_type.partition(";")[0].strip().lower()) or FORMAT_OF_SUFFIX.get(
        suffix, Format.TEXT
    )
    claimed = claimed if claimed in {Format.HTML, Format.FEED} and "<" in head else Format.TEXT
    return _format_from_markup(head, is_markdown=suffix in _MARKDOWN_SUFFIXES) or claimed


def _format_from_markup(head: str, *, is_markdown: bool) -> Format | None:
    """Return the format that the markup at the beginning shows, or None.

    `is_markdown`: the file name is Markdown's, and a Markdown text may begin with some HTML elements.
    """
    if "<" not in head:
        return None
    preamble = _PREAMBLE.match(head)
    root = _ROOT.match(head, preamble.end() if preamble else 0)
    element = root["name"].lower() if root else ""
    preamble_text = preamble[0].lower() if preamble else ""
    if element in _FEED_ELEMENTS:
        return Format.FEED
    if element in _PAGE_ELEMENTS or "<!doctype html" in preamble_text:
        return Format.HTML
    if is_markdown:
        return Format.TEXT
    return Format.HTML if element in _BODY_ELEMENTS or "<?xml" in preamble_text else None


def page_title(text: str) -> str:
    """Return the text of a page's title element as one clean line, or an empty string."""
    match = _TITLE.search(text[:100_000])
    if match is None:
        return ""
    from html import unescape  # its table of 2,200 entities takes 2 ms to import

    return clean_line(unescape(match[1]))


def _ascii_head(raw: bytes) -> str:
    """Return the first HEAD_BYTES as text in which ASCII markup is readable, also of UTF-16 and UTF-32."""
    head = raw[:HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:64]:
        return head.replace(b"\0", b"").lstrip(b"\xff\xfe").decode("latin-1")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
