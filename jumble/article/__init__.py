"""A document becomes an `Article`: whatever the source, clean text in paragraphs under a headline."""

from jumble.article.clean import clean, clean_line
from jumble.article.model import Article, ArticleError, Dateline
from jumble.article.sentences import sentences
from jumble.article.sources import (
    HOUSE,
    HOUSE_EDITION,
    STANDARD_INPUT,
    Entry,
    Shelf,
    load_article,
    open_source,
    read_text,
)

__all__ = [
    "HOUSE",
    "HOUSE_EDITION",
    "STANDARD_INPUT",
    "Article",
    "ArticleError",
    "Dateline",
    "Entry",
    "Shelf",
    "clean",
    "clean_line",
    "load_article",
    "open_source",
    "read_text",
    "sentences",
]
