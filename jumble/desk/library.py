"""The library: every article that was opened before, and those of the house edition."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jumble.article import Article, Shelf
    from jumble.desk.keeper import Keeper, KeptArticle
    from jumble.desk.opener import Opener

ORDERS = ("popular", "newest", "unplayed")
"""Orders in which the library can be listed."""


class Story(NamedTuple):
    """A line of the list of articles."""

    title: str
    source: str
    plays: int
    load: Callable[[], Article]
    best_score: int | None = None
    """Of the games that were played to their end."""


class Library:
    """Every article that was opened; it can be played again even if its source is gone."""

    def __init__(self, keeper: Callable[[], Keeper], opener: Opener) -> None:
        """`keeper` returns the record, and opens it at the first call."""
        self._keeper = keeper
        self._opener = opener

    def remember(self, article: Article) -> None:
        """Put an article that was opened into the library."""
        self._keeper().remember(located(article))
        self._keeper().settle()

    def stories(self, search: str = "", order: str = ORDERS[0]) -> list[Story]:
        """Return the articles to choose from: the opened ones in an order, then what else the house edition has.

        With `search` those in which words begin as each word of it. Source and title together name an article: a book
        or a feed has many of one source.
        """
        known: dict[tuple[str, str], Story] = {}
        for kept in self._keeper().library(order=order, search=search):
            place = (kept.source, kept.title)
            if (before := known.get(place)) is None:
                known[place] = Story(kept.title, kept.source, kept.plays, partial(self._recall, kept), kept.best_score)
            else:  # the text has changed since: its games count, the latest is read
                best = max((score for score in (kept.best_score, before.best_score) if score is not None), default=None)
                known[place] = before._replace(plays=before.plays + kept.plays, best_score=best)
        opened = sorted(known.values(), key=lambda story: -story.plays) if order == ORDERS[0] else [*known.values()]
        return opened + self._unopened(known, search.casefold().split())

    def _unopened(self, known: Collection[tuple[str, str]], words: list[str]) -> list[Story]:
        """Return the articles of the house edition that were never opened and have some words in their titles."""
        entries = [entry for entry in self._opener.house.entries if (entry.source, entry.title) not in known]
        opened = self._keeper().plays_of(entry.source for entry in entries)
        return [
            Story(entry.title, entry.source, 0, entry.load)
            for entry in entries
            if (entry.source, entry.title) not in opened and all(word in entry.title.casefold() for word in words)
        ]

    def recent_sources(self) -> list[str]:
        """Return the sources that were opened, the latest first; of a book's chapters the book."""
        sources = (whole_source(kept.source) for kept in self._keeper().library(order=ORDERS[1]))
        return list(dict.fromkeys(source for source in sources if _can_be_opened_again(source)))

    def plays_of_entries(self, shelf: Shelf) -> list[int | None]:
        """Return how often each entry of a shelf was played; None for those that were never opened."""
        places = [(locate(entry.source), entry.title) for entry in shelf.entries]
        known = self._keeper().plays_of({source for source, _ in places})
        return [known.get(place) for place in places]

    def _recall(self, kept: KeptArticle) -> Article:
        """Return the text that was kept, or read the source again where none was kept."""
        from jumble.article import ArticleError

        article = self._keeper().recall(kept.key)
        if article is not None:
            return article
        if not _can_be_opened_again(kept.source):
            raise ArticleError("its text was not kept; paste it again, or start the game with it: jumble -")
        return self._opener.reopen(kept.source, kept.title)


def located(article: Article) -> Article:
    """Return an article with its source made absolute."""
    from dataclasses import replace

    return replace(article, source=locate(article.source))


def locate(source: str) -> str:
    """Return a source that means the same in every folder: paths are made absolute."""
    if not _is_path(source):
        return source
    path = os.path.abspath(source)  # noqa: PTH100 no link is to be followed
    return path.encode("utf-8", "replace").decode()  # a name that is no UTF-8 cannot be written down


def _is_path(source: str) -> bool:
    """Tell a path from the other kinds of source."""
    from jumble.article import HOUSE, PASTED, STANDARD_INPUT, is_address

    return source != STANDARD_INPUT and not source.startswith((HOUSE, PASTED)) and not is_address(source)


def _can_be_opened_again(source: str) -> bool:
    """Tell whether a source is still there later; standard input and pasted text are not."""
    from jumble.article import HOUSE, PASTED, STANDARD_INPUT

    return source != STANDARD_INPUT and not source.startswith((HOUSE, PASTED))


def whole_source(source: str) -> str:
    """Return the book or feed of one of its articles, which is named by its place (book.epub#3)."""
    whole, mark, number = source.rpartition("#")
    return whole if mark and number.isdecimal() else source


def is_part(source: str) -> bool:
    """Tell whether a source names one article of a book or feed that can be opened again."""
    return _can_be_opened_again(source) and whole_source(source) != source


def show_source(source: str) -> str:
    """Return a source as the player knows it: an address, or the name of a file."""
    from jumble.article import STANDARD_INPUT, clean_line

    if source == STANDARD_INPUT:
        return "standard input"
    if not _is_path(source):
        return clean_line(source)
    return clean_line(os.path.basename(source.rstrip(os.sep)).encode("utf-8", "replace").decode()) or source[:40]  # noqa: PTH119 a name alone
