"""Reads a zip archive by the format that its members show it to be: EPUB, DOCX."""

from importlib import import_module
from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.format_detection import FORMAT_ROWS
from jumble.article.formats.zip_archive import Archive


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the ExtractedDocument in an archive, as JSON values; raises ArticleError for any other zip archive.

    The reader of such a format has a function `extract` from an Archive to an ExtractedDocument.
    """
    archive = Archive(raw)
    for row in FORMAT_ROWS:
        if row.zip_member and row.zip_member in archive:
            extracted: dict[str, Any] = import_module(f"{__package__}.{row.reader}").extract(archive).as_json()
            return extracted
    raise ArticleError(f"{name} is an archive; unpack it and give a text of it, or the folder")
