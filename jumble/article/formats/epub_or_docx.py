"""A zip archive is a book, a word processor's document, or nothing to read: its members tell which."""

from typing import Any

from jumble.article.article import ArticleError
from jumble.article.formats.docx import MAIN, read_docx
from jumble.article.formats.epub import CONTAINER, read_epub
from jumble.article.formats.zip_archive import Archive


def read(raw: bytes, name: str) -> dict[str, Any]:
    """Return the Document in an archive, as JSON values; raises ArticleError when it holds none that is read."""
    archive = Archive(raw)
    if CONTAINER in archive:
        return read_epub(archive).as_json()
    if MAIN in archive:
        return read_docx(archive).as_json()
    raise ArticleError(f"{name} is an archive; unpack it and give a text of it, or the folder")
