"""A shelf to choose from: the chapters of a book, the entries of a feed, the texts of a folder."""

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
"""Lines laid out at a time; in a longer list nobody looks for anything but by its letters."""


class ChooseScreen(PickScreen[Entry]):
    """Gives back the entry that was chosen."""

    place = Place.CHOOSE
    placeholder = "type to narrow the list"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CHOOSE)

    def __init__(self, shelf: Shelf, plays: Sequence[int | None], current: str = "") -> None:
        """Choose from `shelf`; `plays` of each entry, None where it was never opened; `current` is a title."""
        super().__init__(clean_line(shelf.name))
        self._shelf = shelf
        self._plays = plays
        self._current = current
        self._searched = [f"{clean_line(entry.title)} {_file(entry)}".casefold() for entry in shelf.entries]
        self._places: list[int] = []
        """Places of the entries that are listed."""

    def look(self, typed: str) -> None:
        """List the entries that have every word of the line in their titles or the names of their files."""
        words = typed.casefold().split()
        found = [n for n, text in enumerate(self._searched) if all(word in text for word in words)]
        self._places = found[:MAX_SHOWN]
        count = f"{len(found)} of {len(self._searched)}" if words else f"{len(self._searched)} to choose from"
        more = f", the first {MAX_SHOWN} shown" if len(found) > MAX_SHOWN else ""
        here = next((n for n, entry in enumerate(self._shelf.entries) if entry.title == self._current), 0)
        marked = self._places.index(here) if not words and here in self._places else 0
        self.show(f"{count}{more}" if found else "none of that name; backspace", len(self._places), marked)

    def thing(self, number: int) -> Entry:
        """Return the entry in a line."""
        return self._shelf.entries[self._places[number]]

    def line(self, number: int, width: int) -> Content:
        """Return place, title and what is known of an entry."""
        place = self._places[number]
        entry, plays = self._shelf.entries[place], self._plays[place]
        told = "summary" if entry.link else Content(_file(entry)).truncate(width // 3, ellipsis=True).plain
        if plays is not None:
            told = show_plays(plays) if plays else "opened"
        head = f"{place + 1:>{len(str(len(self._searched)))}}  "
        room = max(8, width - cell_len(head) - cell_len(told) - 2)
        title = Content(clean_line(entry.title)).truncate(room, ellipsis=True)
        style = "bold" if entry.title == self._current else ""
        space = " " * (room - title.cell_length + 1)
        return Content.assemble(head, title.stylize(style), space, told)


def _file(entry: Entry) -> str:
    """Return the name of the file that an entry of a folder is; empty for what is part of a file."""
    return show_source(entry.source) if entry.shelf is not None else ""
