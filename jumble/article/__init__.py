"""A document becomes an `Article`: whatever the source, clean text in paragraphs under a headline."""

from jumble.article.clean import clean, clean_line
from jumble.article.model import Article, ArticleError, Dateline
from jumble.article.notes import GAP, without_notes
from jumble.article.pasted import PASTED, read_pasted
from jumble.article.reading import Cancel, CancelledError
from jumble.article.sentences import sentences
from jumble.article.shelf import Entry, Shelf
from jumble.article.sources import (
    HOUSE,
    HOUSE_EDITION,
    LISTED,
    STANDARD_INPUT,
    load_article,
    open_source,
    refuse_missing,
)
from jumble.article.texts import read_text
from jumble.article.web_address import is_address

__all__ = [
    "GAP",
    "HOUSE",
    "HOUSE_EDITION",
    "LISTED",
    "PASTED",
    "STANDARD_INPUT",
    "Article",
    "ArticleError",
    "Cancel",
    "CancelledError",
    "Dateline",
    "Entry",
    "Shelf",
    "clean",
    "clean_line",
    "is_address",
    "load_article",
    "open_source",
    "read_pasted",
    "read_text",
    "refuse_missing",
    "sentences",
    "without_notes",
]
