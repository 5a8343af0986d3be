"""What a source holds: a shelf of entries, each an article that is read when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from jumble.article.article import Article, ArticleError


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a shelf, not read yet."""

    title: str
    source: str
    load: Callable[[], Article]
    """Reads it; raises ArticleError."""
    link: str | None = None
    """Where the whole text stands on the web, when a feed has only a summary of it: to be offered, not followed."""
    shelf: "Callable[[], Shelf] | None" = None
    """Opens it as a shelf of its own, for a book or a feed inside a folder; raises ArticleError."""
    summary: Callable[[], Article] | None = None
    """Reads the summary that the feed has, where `load` would read what the link leads to."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a source holds: at least one entry, in reading order."""

    name: str
    entries: tuple[Entry, ...]
    whole: Callable[[], Article] | None = None
    """Reads all entries as one article, where they are the sections of one text."""

    def first(self) -> tuple[int, Article]:
        """Return the first article that can be read, and its place; raises the first ArticleError if none can."""
        failure: ArticleError | None = None
        for number, entry in enumerate(self.entries):
            try:
                return number, entry.load()
            except ArticleError as error:
                failure = failure or error
        raise failure or ArticleError(f"nothing to read in {self.name}")

    def whole_or_first(self) -> Article:
        """Return the whole text of which the entries are sections; of any other shelf the first article.

        Raises ArticleError as `first` does.
        """
        return self.whole() if self.whole is not None else self.first()[1]
