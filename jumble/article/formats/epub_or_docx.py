"""Reads a zip archive as EPUB or DOCX, whichever its members show it to be."""

from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.docx import MAIN_PART, extract_docx
from jumble.article.formats.epub import CONTAINER, extract_epub
from jumble.article.formats.zip_archive import Archive


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the ExtractedDocument in an archive, as JSON values; raises ArticleError for any other zip archive."""
    archive = Archive(raw)
    if CONTAINER in archive:
        return extract_epub(archive).as_json()
    if MAIN_PART in archive:
        return extract_docx(archive).as_json()
    raise ArticleError(f"{name} is an archive; unpack it and give a text of it, or the folder")
