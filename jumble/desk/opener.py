"""Opens what the player names, pastes or chooses. Every method is slow, and meant for a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from jumble.article import Article, Cancel, Entry, Shelf

Progress = Callable[[int], None]
"""Called with the number of bytes read so far."""


class Opened(NamedTuple):
    """The result of opening something: an article to show, a shelf to choose from, or both."""

    article: Article | None
    shelf: Shelf | None = None
    notice: str = ""
    """For the player: which of several sources could not be opened, and why."""


class Opener:
    """Every way to an article. All methods raise ArticleError, and CancelledError when the player gave up."""

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
        """Open what the command line named: by default the house edition at the article of the day.

        Of several articles the first is read if `first` is set; otherwise none is read before it is chosen.
        """
        if not self.sources:
            return self.open_house()
        failures: list[str] = []
        if len(self.sources) == 1:
            shelf = self._open(self.sources[0], progress, cancel)
        else:
            shelf, failures = self._open_several(self.sources, progress, cancel)
        opened = Opened(shelf.first()[1], shelf) if first else _article_or_shelf(shelf)
        return opened._replace(notice=" ".join(failures))

    def open_house(self) -> Opened:
        """Open the house edition at the article of the day."""
        entries = self.house.entries
        return Opened(entries[self._today().toordinal() % len(entries)].load(), self.house)

    def open(self, source: str, progress: Progress, cancel: Cancel) -> Opened:
        """Open what the player names on the page; of several articles none is read before it is chosen."""
        from jumble.article import STANDARD_INPUT, ArticleError

        source = source.strip()
        if source == STANDARD_INPUT:  # the keyboard, once the game has the terminal
            raise ArticleError("standard input cannot be opened from here; start the game with: jumble -")
        return _article_or_shelf(self._open(os.path.expanduser(source), progress, cancel))  # noqa: PTH111 may be no path

    def open_entry(self, entry: Entry, *, whole: bool, progress: Progress, cancel: Cancel) -> Opened:
        """Read an entry of a shelf, or open it if it is a shelf; `whole`: follow its link, not its summary."""
        if whole and entry.link:
            return Opened(self._open(entry.link, progress, cancel).first()[1])
        if entry.shelf is not None:
            return _article_or_shelf(entry.shelf())
        return Opened(entry.load() if entry.summary is None else entry.summary())

    def reopen(self, source: str, title: str) -> Article:
        """Read an article again from its source: the one of that title, or the first if the title is gone."""
        from jumble.article import open_source

        shelf = open_source(source, cache_folder=self._pages)
        entry = next((entry for entry in shelf.entries if entry.title == title), None)
        return entry.load() if entry is not None else shelf.first()[1]

    def open_pasted(self, text: str, progress: Progress, cancel: Cancel) -> Opened:
        """Make an article of a pasted text; where it is only an address or paths, open those."""
        from jumble.article import read_pasted
        from jumble.desk.pasting import sources_in

        named = sources_in(text)
        if not named:
            return _article_or_shelf(read_pasted(text, cancel=cancel))
        if len(named) == 1:
            return self.open(named[0], progress, cancel)
        shelf, failures = self._open_several(named, progress, cancel)
        return Opened(None, shelf, " ".join(failures))

    def _open(self, source: str, progress: Progress, cancel: Cancel) -> Shelf:
        """Open one source."""
        from jumble.article import open_source

        return open_source(source, self._stdin, progress=progress, cancel=cancel, cache_folder=self._pages)

    def _open_several(self, sources: Iterable[str], progress: Progress, cancel: Cancel) -> tuple[Shelf, list[str]]:
        """Open several sources as one shelf; return it, and a line for each source that could not be opened."""
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


def _article_or_shelf(shelf: Shelf) -> Opened:
    """Return the only article of a shelf, or the shelf to choose from."""
    if len(shelf.entries) > 1 or shelf.entries[0].link:
        return Opened(None, shelf)
    only = shelf.entries[0]
    return _article_or_shelf(only.shelf()) if only.shelf is not None else Opened(only.load(), shelf)


def _first_of(shelf: Shelf) -> Article:
    """Return the first article of a shelf."""
    return shelf.first()[1]


def _same(shelf: Shelf) -> Shelf:
    """Return the shelf: an entry asks for its shelf by a call."""
    return shelf
