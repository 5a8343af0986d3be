"""A document becomes an `Article`: whatever the source, clean text in paragraphs under a headline.

What a name needs is loaded when the name is first used: a page that is being drawn needs no reader.
"""

from typing import TYPE_CHECKING

from jumble.lazily import exports

if TYPE_CHECKING:
    from jumble.article.cleaning import clean, clean_line
    from jumble.article.model import Article, ArticleError, Dateline
    from jumble.article.notes import GAP, without_notes
    from jumble.article.pasted import read_pasted
    from jumble.article.reading import Cancel, CancelledError
    from jumble.article.sentence_ends import sentences
    from jumble.article.shelf import Entry, Shelf
    from jumble.article.source_names import HOUSE, HOUSE_EDITION, PASTED, STANDARD_INPUT
    from jumble.article.sources import LISTED, load_article, open_source, refuse_missing
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

# No name may be that of a file beside this one: once loaded, the file would be found in its place.
__getattr__ = exports(
    "jumble.article",
    {
        "cleaning": ("clean", "clean_line"),
        "model": ("Article", "ArticleError", "Dateline"),
        "notes": ("GAP", "without_notes"),
        "pasted": ("read_pasted",),
        "reading": ("Cancel", "CancelledError"),
        "sentence_ends": ("sentences",),
        "shelf": ("Entry", "Shelf"),
        "source_names": ("HOUSE", "HOUSE_EDITION", "PASTED", "STANDARD_INPUT"),
        "sources": ("LISTED", "load_article", "open_source", "refuse_missing"),
        "texts": ("read_text",),
        "web_address": ("is_address",),
    },
)
