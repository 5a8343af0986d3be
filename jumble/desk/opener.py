"""Opens what the player names, pastes or chooses. Each way takes a while: it is for a thread beside the screen's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

if TYPE_CHECKING:
    from jumble.article import Article, Cancel, Entry, Shelf
    from jumble.puzzle import Puzzle

Progress = Callable[[int], None]
"""Told the bytes that have come."""


class Opened(NamedTuple):
    """What came of opening something: an article to show, a shelf to choose from, or both."""

    article: Article | None
    shelf: Shelf | None = None
    notice: str = ""
    """What the player should know besides: a source among several that could not be opened."""


class FirstPuzzle(NamedTuple):
    """A puzzle that was made before there was a screen."""

    level: str
    rounds: int
    """As many were asked for."""
    puzzle: Puzzle


class FirstToCome(Protocol):
    """What is being opened and made ahead: what was opened first, then its puzzle; see `startup.prefetch`."""

    def take(self, seconds: float | None = None, cancel: Cancel | None = None) -> Opened | FirstPuzzle | None:
        """Return what comes next; None when nothing does within so many seconds, or before `cancel` is set."""

    def close(self) -> None:
        """Give it up."""


class Opener:
    """Every way to an article; each raises ArticleError, and CancelledError when the player gave up."""

    def __init__(
        self,
        sources: Sequence[str],
        *,
        today: Callable[[], date],
        cache_folder: Callable[[], Path] | None = None,
        stdin: BinaryIO | None = None,
    ) -> None:
        """Open `sources`, which are what the command line named, none for the house edition.

        Fetched pages are kept in what `cache_folder` gives; `stdin` is what `-` reads.
        """
        self.sources = tuple(sources)
        self._today = today
        self._cache_folder = cache_folder
        self._stdin = stdin

    @cached_property
    def house(self) -> Shelf:
        """The house edition."""
        from jumble.article import HOUSE, open_source

        return open_source(HOUSE)

    @property
    def _pages(self) -> Path | None:
        """The folder in which fetched pages are kept; None for the platform's."""
        return self._cache_folder() if self._cache_folder is not None else None

    def open_first(self, progress: Progress, cancel: Cancel, *, first: bool) -> Opened:
        """Open what the command line named; the house edition at the article of the day.

        Of many articles the `first` is read if that is wanted, otherwise none before it is chosen.
        """
        if not self.sources:
            return self.open_house()
        failures: list[str] = []
        if len(self.sources) == 1:
            shelf = self._open(self.sources[0], progress, cancel)
        else:
            shelf, failures = self._open_several(self.sources, progress, cancel)
        opened = Opened(shelf.first()[1], shelf) if first else _of_shelf(shelf)
        return opened._replace(notice=" ".join(failures))

    def open_house(self) -> Opened:
        """Open the house edition at the article of the day: another one each day, the same all day."""
        entries = self.house.entries
        return Opened(entries[self._today().toordinal() % len(entries)].load(), self.house)

    def open(self, source: str, progress: Progress, cancel: Cancel) -> Opened:
        """Open what the player names while the game is on; of many articles none is read before it is chosen."""
        from jumble.article import STANDARD_INPUT, ArticleError

        source = source.strip()
        if source == STANDARD_INPUT:  # which is the keyboard by now
            raise ArticleError("standard input cannot be opened from here; start the game with: jumble -")
        return _of_shelf(self._open(os.path.expanduser(source), progress, cancel))  # noqa: PTH111 may be no path

    def take(self, entry: Entry, *, whole: bool, progress: Progress, cancel: Cancel) -> Opened:
        """Read an entry of a shelf, or open the shelf it is; `whole`: what its link leads to instead of the summary."""
        if whole and entry.link:
            return Opened(self._open(entry.link, progress, cancel).first()[1])
        if entry.shelf is not None:
            return _of_shelf(entry.shelf())
        return Opened(entry.load() if entry.summary is None else entry.summary())

    def again(self, source: str, title: str) -> Article:
        """Read an article anew whose text was not kept: that of its title, or the first if the title is gone."""
        from jumble.article import open_source

        shelf = open_source(source, cache_folder=self._pages)
        entry = next((entry for entry in shelf.entries if entry.title == title), None)
        return entry.load() if entry is not None else shelf.first()[1]

    def paste(self, text: str, progress: Progress, cancel: Cancel) -> Opened:
        """Make an article of a text that was pasted; open what it names if it is no more than paths or an address."""
        from jumble.article import read_pasted
        from jumble.desk.pasting import sources_in

        named = sources_in(text)
        if not named:
            return _of_shelf(read_pasted(text, cancel=cancel))
        if len(named) == 1:
            return self.open(named[0], progress, cancel)
        shelf, failures = self._open_several(named, progress, cancel)
        return Opened(None, shelf, " ".join(failures))

    def _open(self, source: str, progress: Progress, cancel: Cancel) -> Shelf:
        """Open one source."""
        from jumble.article import open_source

        return open_source(source, self._stdin, progress=progress, cancel=cancel, cache_folder=self._pages)

    def _open_several(self, sources: Iterable[str], progress: Progress, cancel: Cancel) -> tuple[Shelf, list[str]]:
        """Open several sources as one shelf; return what is wrong with those that cannot be, too."""
        from jumble.article import ArticleError, CancelledError, Entry, Shelf

        entries, failures = [], []
        for source in sources:
            try:
                shelf = self._open(source, progress, cancel)
            except CancelledError:
                raise
            except ArticleError as error:
                failures.append(f"{error}.")
                continue
            if len(shelf.entries) == 1:
                entries.append(shelf.entries[0])
            else:
                entries.append(Entry(shelf.name, source, partial(_first_of, shelf), shelf=partial(_same, shelf)))
        if not entries:
            raise ArticleError(" ".join(failures).removesuffix("."))
        return Shelf(f"{len(entries)} sources", tuple(entries)), failures


def _of_shelf(shelf: Shelf) -> Opened:
    """Return the only article of a shelf, or the shelf to choose from."""
    if len(shelf.entries) > 1 or shelf.entries[0].link:
        return Opened(None, shelf)
    only = shelf.entries[0]
    return _of_shelf(only.shelf()) if only.shelf is not None else Opened(only.load(), shelf)


def _first_of(shelf: Shelf) -> Article:
    """Return the first article of a shelf."""
    return shelf.first()[1]


def _same(shelf: Shelf) -> Shelf:
    """Return a shelf that is open already."""
    return shelf
