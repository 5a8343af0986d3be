"""Public API of the article room: turns a document from any source into an `Article`, clean text under a headline.

Each name is imported on first use (PEP 562), so that drawing a page loads no reader.
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

# No exported name may equal a module's name in this folder: importing that module would replace the export.
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
