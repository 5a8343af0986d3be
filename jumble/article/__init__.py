"""A document becomes an `Article`: whatever the source, clean text in paragraphs under a headline.

What a name needs is loaded when the name is first used: a page that is being drawn needs no reader.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.article.article import Article, ArticleError, Dateline
    from jumble.article.formats.text_or_markdown import read_text
    from jumble.article.pasted_text import read_pasted
    from jumble.article.prose.cleaning import clean, clean_line
    from jumble.article.prose.notes import GAP, without_notes
    from jumble.article.prose.sentence_ends import sentences
    from jumble.article.read_control import Cancel, CancelledError
    from jumble.article.shelf import Entry, Shelf
    from jumble.article.source_names import HOUSE, HOUSE_EDITION, PASTED, STANDARD_INPUT
    from jumble.article.sources import LISTED, load_article, open_source, refuse_missing
    from jumble.article.web.addresses import is_address

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
        "prose.cleaning": ("clean", "clean_line"),
        "article": ("Article", "ArticleError", "Dateline"),
        "prose.notes": ("GAP", "without_notes"),
        "pasted_text": ("read_pasted",),
        "read_control": ("Cancel", "CancelledError"),
        "prose.sentence_ends": ("sentences",),
        "shelf": ("Entry", "Shelf"),
        "source_names": ("HOUSE", "HOUSE_EDITION", "PASTED", "STANDARD_INPUT"),
        "sources": ("LISTED", "load_article", "open_source", "refuse_missing"),
        "formats.text_or_markdown": ("read_text",),
        "web.addresses": ("is_address",),
    },
)
