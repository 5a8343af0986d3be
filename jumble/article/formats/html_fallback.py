"""Reads a web page by deleting its tags: used when the parser in `html` fails or takes too long."""

import re
from html import unescape
from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.encoding import decode
from jumble.article.formats.extracted_document import ExtractedArticle, ExtractedDocument
from jumble.article.formats.format_detection import page_title

_HIDDEN = re.compile(r"<(script|style|noscript|template|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|font|i|mark|q|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,1000}>", re.IGNORECASE
)
# Each tag that is not inline ends a block of text: it becomes a record separator (\x1e).
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z!?][^<>]*>?", re.DOTALL)


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the ExtractedDocument of a page, as JSON values; raises ArticleError if there is no text in it."""
    text = decode(raw, name)
    title = page_title(text)
    blocks = _TAG.sub("\x1e", _INLINE.sub("", _HIDDEN.sub("", text)))
    paragraphs = [paragraph for block in blocks.split("\x1e") if (paragraph := " ".join(unescape(block).split()))]
    if not any(map(str.isalpha, "".join(paragraphs[:1000]))):
        raise ArticleError("there is no text in it; give a page with a few paragraphs")
    return ExtractedDocument([ExtractedArticle(paragraphs, title)], title).as_json()
