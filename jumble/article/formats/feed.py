"""An RSS or Atom feed becomes a list of articles: each entry's text, or its summary with the link to the whole."""

import time
from io import BytesIO
from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.extracted_document import Document, Piece
from jumble.article.formats.html_blocks import html_blocks
from jumble.article.limits import MAX_PIECES

MIN_WHOLE = 1500
"""Characters of a description that is the whole text; summaries are shorter, and say no more than that themselves."""


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the Document of a feed, as JSON values: a piece an entry; raises ArticleError when it has none."""
    import feedparser

    # Bytes in a stream: given a string, feedparser would open what it names.
    feed = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=True)
    pieces = [_piece(entry, feed.feed.get("language", "")) for entry in feed.entries[:MAX_PIECES]]
    pieces = [piece for piece in pieces if piece.paragraphs or piece.link]
    if not pieces:
        raise ArticleError(f"{name} is a feed without entries; give another, or the page itself")
    return Document(pieces, feed.feed.get("title", "")).as_json()


def _piece(entry: Any, language: str) -> Piece:  # noqa: ANN401 feedparser has no types
    """Return one entry."""
    content = "\n".join(each.get("value", "") for each in entry.get("content", []))
    summary = entry.get("summary", "")
    text = content if len(content) >= len(summary) else summary
    paragraphs = [block.text for block in html_blocks(text)]
    is_whole = bool(content) or sum(map(len, paragraphs)) >= MIN_WHOLE
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    title = " ".join(block.text for block in html_blocks(entry.get("title", "")))
    return Piece(
        paragraphs,
        title,
        time.strftime("%Y-%m-%d", day) if day else "",
        entry.get("language", "") or language,
        "" if is_whole else _link(entry),
    )


def _link(entry: Any) -> str:  # noqa: ANN401
    """Return the address of the whole text, if it is one on the web: a feed may name no other kind."""
    link = str(entry.get("link", "")).strip()
    return link if link.lower().startswith(("http://", "https://")) and link.isprintable() and " " not in link else ""
