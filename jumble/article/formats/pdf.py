"""Reads a PDF with a text layer as an article, with pypdf."""

import time
from typing import TYPE_CHECKING, Any

from jumble.article.article import ArticleError
from jumble.article.formats.extracted_document import ExtractedArticle, ExtractedDocument
from jumble.article.formats.pdf_paragraphs import Line, paragraphs_from_pages
from jumble.article.limits import MAX_EXTRACTED_CHARACTERS, MAX_PAGES, PDF_SECONDS

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_FILE_NAME_SIGNS = (".", "microsoft word", "untitled", "powerpoint", "slide ")


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the ExtractedDocument of a PDF, as JSON values; raises ArticleError if it is locked or has no text.

    Pages that cannot be read are skipped; after PDF_SECONDS the remaining pages are left out.
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
    pages = _read_pages(reader)
    title = _document_title(reader)
    paragraphs = paragraphs_from_pages(pages)
    if not paragraphs:
        raise ArticleError("there is no text in it, only pictures of pages; give one with a text layer")
    return ExtractedDocument([ExtractedArticle(paragraphs, title)], title).as_json()


def _read_pages(reader: "PdfReader") -> list[list[Line]]:
    """Return the lines of each page that can be read, up to the limits; raises ArticleError if no page can be."""
    end_line = time.monotonic() + PDF_SECONDS
    pages: list[list[Line]] = []
    size = failures = 0
    try:
        for page in reader.pages:
            if len(pages) >= MAX_PAGES or size > MAX_EXTRACTED_CHARACTERS or time.monotonic() > end_line:
                break
            try:
                lines = _read_lines(page)
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
    except Exception:  # noqa: BLE001 the page tree itself is damaged
        failures += 1
    if failures and not any(pages):
        raise ArticleError("it is a damaged PDF that cannot be read; give its text")
    return pages


def _read_lines(page: "PageObject") -> list[Line]:
    """Return the lines of a page in the order of its content stream."""
    lines: list[Line] = []
    text: list[str] = []
    origin: tuple[float, float, float] | None = None

    def end_line() -> None:
        """Append the collected text as a line, unless it is blank."""
        nonlocal origin
        line = " ".join("".join(text).split())
        if line and origin:
            lines.append(Line(line, *origin))
        text.clear()
        origin = None

    def add_text(text_run: str, cm: list[float], tm: list[float], _font: object, size: float | None) -> None:
        """Collect a run of text, as pypdf's `visitor_text`; `cm` and `tm` are the transformation and text matrices."""
        nonlocal origin
        for number, segment in enumerate(text_run.split("\n")):
            if number:
                end_line()
            if segment.strip() and origin is None:
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                origin = (x, y, round((size or 1.0) * scale, 1))
            text.append(segment)

    page.extract_text(visitor_text=add_text)
    end_line()
    return lines


def _document_title(reader: "PdfReader") -> str:
    """Return the title in the document's metadata, or an empty string if there is none or it looks like a file name."""
    try:
        title = str((reader.metadata.title if reader.metadata else None) or "").strip()
    except Exception:  # noqa: BLE001 damaged properties are no reason to read nothing
        return ""
    lower = title.lower()
    is_file_name = lower.startswith(_FILE_NAME_SIGNS[1:]) or (
        _FILE_NAME_SIGNS[0] in lower.split(" ")[-1][1:-1] and " " not in title
    )
    return "" if is_file_name or not any(map(str.isalpha, title)) else title
