"""The `Shelf` of a source and its `Entry` items, whose articles are read only when asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from jumble.article.article import Article, ArticleError


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a shelf, not read yet: title, source, and the functions that read it."""

    title: str
    source: str
    load: Callable[[], Article]
    """Reads and returns the article; raises ArticleError."""
    link: str | None = None
    """Web address of the full text, where a feed has only a summary or nothing of it."""
    shelf: "Callable[[], Shelf] | None" = None
    """For a file in a folder: reads the file as a shelf, such as the chapters of a book; raises ArticleError."""
    summary: Callable[[], Article] | None = None
    """Returns the feed's own summary as an article, where `load` fetches the page behind `link`."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a source holds: its name, and its entries in reading order, at least one."""

    name: str
    entries: tuple[Entry, ...]
    whole: Callable[[], Article] | None = None
    """Where the entries are sections of one text: returns that text as one article."""

    def first(self) -> tuple[int, Article]:
        """Return index and article of the first entry that can be read; raises the first ArticleError if none can."""
        failure: ArticleError | None = None
        for number, entry in enumerate(self.entries):
            try:
                return number, entry.load()
            except ArticleError as error:
                failure = failure or error
        raise failure or ArticleError(f"nothing to read in {self.name}")

    def whole_or_first(self) -> Article:
        """Return the whole text if the entries are its sections, otherwise the first article that can be read.

        Raises ArticleError as `first` does.
        """
        return self.whole() if self.whole is not None else self.first()[1]
