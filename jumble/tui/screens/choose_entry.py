"""The screen to choose an entry of a shelf: a chapter of a book, an entry of a feed, a text of a folder."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content

from jumble.article import Entry, Shelf, clean_line
from jumble.desk.commands import Place
from jumble.desk.library import show_source
from jumble.tui.bindings import bindings
from jumble.tui.screens.picking import PickScreen
from jumble.tui.widgets.stories import show_plays

MAX_SHOWN = 500
"""Most entries listed; a longer list is searched by typing."""


class ChooseScreen(PickScreen[Entry]):
    """Returns the entry that was chosen, or None."""

    place = Place.CHOOSE
    placeholder = "type to narrow the list"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CHOOSE)

    def __init__(self, shelf: Shelf, plays: Sequence[int | None], current: str = "") -> None:
        """Choose from `shelf`; `current` is the title of the article on the page, whose entry is highlighted.

        `plays` says how often each entry was played, None for one that was never opened.
        """
        super().__init__(clean_line(shelf.name))
        self._shelf = shelf
        self._plays = plays
        self._current = current
        self._searched = [f"{clean_line(entry.title)} {_file(entry)}".casefold() for entry in shelf.entries]
        self._places: list[int] = []
        """Indices, on the shelf, of the entries that are listed."""

    def look(self, typed: str) -> None:
        """List the entries whose title or file name contains every word that was typed."""
        words = typed.casefold().split()
        matches = [index for index, text in enumerate(self._searched) if all(word in text for word in words)]
        self._places = matches[:MAX_SHOWN]
        count = f"{len(matches)} of {len(self._searched)}" if words else f"{len(self._searched)} to choose from"
        limit = f", the first {MAX_SHOWN} shown" if len(matches) > MAX_SHOWN else ""
        current = next((index for index, entry in enumerate(self._shelf.entries) if entry.title == self._current), 0)
        marked = self._places.index(current) if not words and current in self._places else 0
        self.show(f"{count}{limit}" if matches else "none of that name; backspace", len(self._places), marked)

    def thing(self, number: int) -> Entry:
        """Return the entry in a line of the list."""
        return self._shelf.entries[self._places[number]]

    def line(self, number: int, width: int) -> Content:
        """Return number and title of an entry, and its plays, its file, or that it is a summary."""
        place = self._places[number]
        entry, plays = self._shelf.entries[place], self._plays[place]
        note = "summary" if entry.link else Content(_file(entry)).truncate(width // 3, ellipsis=True).plain
        if plays is not None:
            note = show_plays(plays) if plays else "opened"
        head = f"{place + 1:>{len(str(len(self._searched)))}}  "
        room = max(8, width - cell_len(head) - cell_len(note) - 2)
        title = Content(clean_line(entry.title)).truncate(room, ellipsis=True)
        style = "bold" if entry.title == self._current else ""
        space = " " * (room - title.cell_length + 1)
        return Content.assemble(head, title.stylize(style), space, note)


def _file(entry: Entry) -> str:
    """Return the name of an entry's own file; empty for an entry that is only a part of a file."""
    return show_source(entry.source) if entry.shelf is not None else ""
