"""A PDF with a text layer becomes an article (pypdf, BSD-3-Clause)."""

import time
from typing import TYPE_CHECKING, Any

from jumble.article.article import ArticleError
from jumble.article.formats.extracted_document import Document, Piece
from jumble.article.formats.pdf_paragraphs import Line, join_pages
from jumble.article.limits import MAX_PAGES, MAX_TEXT_OUT, PDF_SECONDS

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_NO_TITLE = (".", "microsoft word", "untitled", "powerpoint", "slide ")


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the Document of a PDF, as JSON values; raises ArticleError when it is locked or has no text.

    Of a damaged file what can be read; of a long one as many pages as PDF_SECONDS allow.
    """
    from io import BytesIO

    from pypdf import PdfReader

    del name
    try:
        reader = PdfReader(BytesIO(raw))
        locked = reader.is_encrypted and not reader.decrypt("")
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 a parser of hostile files may raise anything
        if "crypt" in f"{type(error).__name__} {error}".lower():
            locked = True
        else:
            raise ArticleError("it is a damaged PDF that cannot be read; give its text") from None
    if locked:
        raise ArticleError("it is locked with a password; save it without one in a PDF reader, and give that file")
    pages = _pages(reader)
    title = _title(reader)
    paragraphs = join_pages(pages)
    if not paragraphs:
        raise ArticleError("there is no text in it, only pictures of pages; give one with a text layer")
    return Document([Piece(paragraphs, title)], title).as_json()


def _pages(reader: "PdfReader") -> list[list[Line]]:
    """Return the lines of each page that can be read."""
    end = time.monotonic() + PDF_SECONDS
    pages: list[list[Line]] = []
    size = failures = 0
    try:
        for page in reader.pages:
            if len(pages) >= MAX_PAGES or size > MAX_TEXT_OUT or time.monotonic() > end:
                break
            try:
                lines = _lines(page)
            except (MemoryError, RecursionError):
                raise
            except Exception:  # noqa: BLE001 a parser of hostile files may raise anything; the other pages count
                failures += 1
                continue
            size += sum(len(line.text) for line in lines)
            pages.append(lines)
    except (MemoryError, RecursionError):
        if not pages:
            raise
    except Exception:  # noqa: BLE001 the tree of pages itself is broken
        failures += 1
    if failures and not any(pages):
        raise ArticleError("it is a damaged PDF that cannot be read; give its text")
    return pages


def _lines(page: "PageObject") -> list[Line]:
    """Return the lines of a page in the order in which they were set."""
    lines: list[Line] = []
    text: list[str] = []
    place: tuple[float, float, float] | None = None

    def end() -> None:
        nonlocal place
        line = " ".join("".join(text).split())
        if line and place:
            lines.append(Line(line, *place))
        text.clear()
        place = None

    def visit(part: str, cm: list[float], tm: list[float], _font: object, size: float | None) -> None:
        nonlocal place
        for number, piece in enumerate(part.split("\n")):
            if number:
                end()
            if piece.strip() and place is None:
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                place = (x, y, round((size or 1.0) * scale, 1))
            text.append(piece)

    page.extract_text(visitor_text=visit)
    end()
    return lines


def _title(reader: "PdfReader") -> str:
    """Return the title among the document's properties, unless it is the name of a file."""
    try:
        title = str((reader.metadata.title if reader.metadata else None) or "").strip()
    except Exception:  # noqa: BLE001 damaged properties are no reason to read nothing
        return ""
    lower = title.lower()
    is_name = lower.startswith(_NO_TITLE[1:]) or (_NO_TITLE[0] in lower.split(" ")[-1][1:-1] and " " not in title)
    return "" if is_name or not any(map(str.isalpha, title)) else title
