"""Reads an RSS or Atom feed with feedparser: an article for each entry, its full text or its summary with a link."""

import time
from io import BytesIO
from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.extracted_document import ExtractedArticle, ExtractedDocument
from jumble.article.formats.html_blocks import parse_html_blocks
from jumble.article.limits import MAX_EXTRACTED_ARTICLES

MIN_FULL_TEXT = 1500
"""Characters from which a description counts as the full text, for RSS does not say whether it is only a summary."""


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the ExtractedDocument of a feed, as JSON values: one article an entry; raises ArticleError if none."""
    import feedparser

    # A stream, not the text itself: feedparser opens a string as a file name or URL.
    parsed = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=True)
    articles = [
        _extract_entry(entry, parsed.feed.get("language", "")) for entry in parsed.entries[:MAX_EXTRACTED_ARTICLES]
    ]
    articles = [article for article in articles if article.paragraphs or article.link]
    if not articles:
        raise ArticleError(f"{name} is a feed without entries; give another, or the page itself")
    return ExtractedDocument(articles, parsed.feed.get("title", "")).as_json()


def _extract_entry(entry: Any, language: str) -> ExtractedArticle:  # noqa: ANN401 feedparser has no types
    """Return one entry of a feed; `language` is the feed's own, for entries that name none."""
    content = "\n".join(part.get("value", "") for part in entry.get("content", []))
    summary = entry.get("summary", "")
    text = content if len(content) >= len(summary) else summary
    paragraphs = [block.text for block in parse_html_blocks(text)]
    is_full_text = bool(content) or sum(map(len, paragraphs)) >= MIN_FULL_TEXT
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    title = " ".join(block.text for block in parse_html_blocks(entry.get("title", "")))
    return ExtractedArticle(
        paragraphs,
        title,
        time.strftime("%Y-%m-%d", day) if day else "",
        entry.get("language", "") or language,
        "" if is_full_text else _web_link(entry),
    )


def _web_link(entry: Any) -> str:  # noqa: ANN401
    """Return the http(s) address of the entry's page, or an empty string; a feed must not lead to other schemes."""
    link = str(entry.get("link", "")).strip()
    return link if link.lower().startswith(("http://", "https://")) and link.isprintable() and " " not in link else ""
