"""A web page becomes an article: trafilatura finds the text among the furniture.

Trafilatura (Apache-2.0) has the best figures of all extractors that need no browser; on the corpus F1 .992.
"""

import re
from collections.abc import Iterator
from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.encoding import declared_encoding, decode
from jumble.article.formats.extracted_document import Document, Piece
from jumble.article.formats.format_detection import page_title
from jumble.article.formats.html_blocks import html_blocks, join_lines
from jumble.article.prose.dateline import is_dated_label
from jumble.article.prose.notes import CELL, MIN_PROSE_CELL

_META = re.compile(r"\b(?:date|byline|author|meta|postmeta|entry-meta|dateline|timestamp|posted-on)\b", re.IGNORECASE)
MAX_META = 120
"""Characters of a line that only says who wrote it and when."""
_ANCHOR = re.compile(r"\s*[#¶§]$")
"""The sign behind a heading that links to it."""
_LANGUAGE = re.compile(r"""<html\b[^>]{0,500}?\blang\s*=\s*["']?([A-Za-z-]{2,12})""", re.IGNORECASE)


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the Document of a page, as JSON values; raises ArticleError when there is no text in it."""
    text = decode(raw, name, declared=declared_encoding(raw))
    piece = _extract(text) or _whole(text)
    if piece is None:
        raise ArticleError("there is no text in it; give a page with a few paragraphs")
    return Document([piece], piece.title).as_json()


def _extract(text: str) -> Piece | None:
    """Return the article among the furniture, None where none is found."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        text,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    if found is None or found.body is None:
        return None
    paragraphs = list(_paragraphs(found.body))
    if not paragraphs:
        return None
    title = _title(found, page_title(text), paragraphs[0])
    top = 1 if _letters(paragraphs[0]) == _letters(title) else 0
    if top + 1 < len(paragraphs) and is_dated_label(paragraphs[top]):
        del paragraphs[top]
    return Piece(paragraphs, title, found.date or "", _language(text))


def _title(found: Any, named: str, first: str) -> str:  # noqa: ANN401 a trafilatura document
    """Return the headline; `named` is what the page calls itself, `first` how the text begins.

    A heading over the text that the page's own name says is the headline, rather than what was found elsewhere on the
    page: the site's name, or the heading of a form under the article.
    """
    headed = next(iter(found.body), None)
    is_headline = headed is not None and headed.tag == "head" and _letters(first) in _letters(named) != ""
    title = str(found.title or named)
    return first if is_headline and (len(first) > len(title) or _letters(title) not in _letters(named)) else title


def _letters(text: str) -> str:
    """Return a text by its letters and figures alone."""
    return "".join(filter(str.isalnum, text.casefold()))


def _whole(text: str) -> Piece | None:
    """Return all text of a page, for one in which no article stands out."""
    blocks = html_blocks(text)
    heading = next((block for block in blocks if block.level), None)
    title = heading.text if heading else page_title(text)
    paragraphs = [block.text for block in blocks if block is not heading]
    if not paragraphs:
        return None
    return Piece(paragraphs, title, language=_language(text))


def _paragraphs(body: Any) -> Iterator[str]:  # noqa: ANN401 an lxml tree
    """Yield the paragraphs of trafilatura's tree, which has p, head, list, item, quote, code, table, row and cell."""
    tables: dict[Any, bool] = {}
    inside = {"p", "head", "item", "cell", "quote", "code"}
    for element in body.iter(*inside, "row"):
        parent = element.getparent()
        if element.tag == "code" and parent is not None and parent.tag in inside:
            continue  # part of a sentence
        if any(ancestor.tag in inside for ancestor in element.iterancestors()) and element.tag != "item":
            continue  # said with what it stands in
        if element.tag in {"cell", "row"}:
            is_data = _is_data(next(element.iterancestors("table"), None), tables)
            if is_data == (element.tag == "cell"):
                continue  # facts are told by rows, columns of prose by cells
        text = _row(element) if element.tag == "row" else _text(element)
        if element.tag == "head":
            text = _ANCHOR.sub("", text)
        is_meta = _META.search(element.get("class") or "") and len(text) <= MAX_META
        if text and not is_meta:
            yield text


def _row(row: Any) -> str:  # noqa: ANN401
    """Return the row of a table of facts."""
    return CELL.join(text for cell in row.iterchildren("cell") if (text := _text(cell)))


def _is_data(table: Any, known: dict[Any, bool]) -> bool:  # noqa: ANN401
    """Tell a table of facts from one that lays a text out: it has rows, and less than half of it in cells of prose."""
    if table is None:
        return False
    if table not in known:
        cells = [" ".join("".join(cell.itertext()).split()) for cell in table.iter("cell")]
        prose = sum(len(cell) for cell in cells if len(cell) >= MIN_PROSE_CELL)
        rows = sum(1 for _ in table.iter("row"))
        known[table] = rows > 1 and 2 * prose < sum(map(len, cells))
    return known[table]


def _text(element: Any) -> str:  # noqa: ANN401 an lxml element
    """Return the text of an element, line breaks judged; items inside items are paragraphs of their own."""
    parts: list[str] = []
    _gather(element, parts)
    return join_lines("".join(parts).split("\x1e"))


def _gather(element: Any, parts: list[str]) -> None:  # noqa: ANN401
    """Collect the text under an element; a record separator stands for each line break."""
    parts.append(element.text or "")
    for child in element:
        if child.tag == "lb":
            parts.append("\x1e")
        elif child.tag == "item" and element.tag != "list":
            pass
        elif child.tag != "list":
            _gather(child, parts)
            parts.append(" " if child.tag in {"p", "cell", "row", "quote"} else "")
        parts.append(child.tail or "")


def _language(text: str) -> str:
    """Return the language that the page names."""
    found = _LANGUAGE.search(text[:10_000])
    return found[1] if found else ""
