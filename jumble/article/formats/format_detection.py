"""What a document is: its bytes tell first, its server and its name next."""

import re
from enum import StrEnum
from pathlib import Path

from jumble.article.prose.cleaning import clean_line
from jumble.startup.lazy import regex


class Kind(StrEnum):
    """The formats that are told apart; what has none of their marks is text."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    PDF = "pdf"
    ZIP = "zip"
    GZIP = "gzip"


SUFFIXES = {
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".rss": Kind.FEED, ".atom": Kind.FEED,
    ".pdf": Kind.PDF, ".epub": Kind.ZIP, ".docx": Kind.ZIP,
}  # fmt: skip
"""What a folder lists besides plain text and Markdown."""
_TYPES = {
    "text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML, "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED, "application/rdf+xml": Kind.FEED,
}  # fmt: skip

HEAD = 8 * 1024
"""Bytes looked at."""
_PREAMBLE = regex(
    r"(?:\s|\ufeff|<\?[^>]{0,2000}>|<!--.{0,4000}?-->|<!DOCTYPE\s[^>\[]{0,500}(?:\[[^\]]{0,4000}\])?\s*>)+",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = regex(r"<(?P<name>[A-Za-z][\w:.-]{0,40})[\s/>]")
_FEEDS = frozenset({"rss", "feed", "rdf:rdf"})
_PAGES = frozenset({"html", "head", "body", "title", "meta"})
_PARTS = _PAGES | frozenset(
    "p div article section main h1 h2 h3 span table ul ol header nav b i a img br script style link center font".split()  # noqa: SIM905
)
_TITLE = regex(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})


def kind_of(raw: bytes, name: str = "", content_type: str = "") -> Kind:
    """Tell what the bytes of a document are; `name` is its file's, `content_type` what its server calls it."""
    if raw.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if b"%PDF-" in raw[:1024] and raw[:1024].lstrip()[:1] != b"<":
        return Kind.PDF
    head = _head(raw)
    suffix = Path(name).suffix.lower() if name else ""
    told = _TYPES.get(content_type.partition(";")[0].strip().lower()) or SUFFIXES.get(suffix, Kind.TEXT)
    told = told if told in {Kind.HTML, Kind.FEED} and "<" in head else Kind.TEXT
    return _by_markup(head, is_markdown=suffix in _MARKDOWN) or told


def _by_markup(head: str, *, is_markdown: bool) -> Kind | None:
    """Tell a document by the markup that it begins with; Markdown may begin with a few elements of HTML."""
    if "<" not in head:
        return None
    preamble = _PREAMBLE.match(head)
    root = _ROOT.match(head, preamble.end() if preamble else 0)
    element = root["name"].lower() if root else ""
    said = preamble[0].lower() if preamble else ""
    if element in _FEEDS:
        return Kind.FEED
    if element in _PAGES or "<!doctype html" in said:
        return Kind.HTML
    if is_markdown:
        return Kind.TEXT
    return Kind.HTML if element in _PARTS or "<?xml" in said else None


def page_title(text: str) -> str:
    """Return what a page's title element says, as one clean line; nothing: an empty string."""
    found = _TITLE.search(text[:100_000])
    if found is None:
        return ""
    from html import unescape  # names of 2,200 characters, 2 ms

    return clean_line(unescape(found[1]))


def _head(raw: bytes) -> str:
    """Return the beginning of a document as far as its markup can be told, in whatever encoding."""
    head = raw[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:64]:
        return head.replace(b"\0", b"").lstrip(b"\xff\xfe").decode("latin-1")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
