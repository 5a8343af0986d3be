"""A shelf to choose from: the chapters of a book, the entries of a feed, the texts of a folder."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from jumble.article import Entry, Shelf, clean_line
from jumble.commands import HELP, Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.library import show_source
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.stories import show_plays

MAX_SHOWN = 500
"""Lines laid out at a time; in a longer list nobody looks for anything but by its letters."""
PAGE = 10
"""Lines that page up and page down go."""


class ChooseScreen(Screen[Entry | None]):
    """A list that letters narrow; gives back the entry that was chosen, or None."""

    place = Place.CHOOSE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CHOOSE)
    AUTO_FOCUS = "Input"

    def __init__(self, shelf: Shelf, plays: Sequence[int | None], current: str = "") -> None:
        """Choose from `shelf`; `plays` of each entry, None where it was never opened; `current` is a title."""
        super().__init__()
        self._shelf = shelf
        self._plays = plays
        self._current = current
        self._searched = [f"{clean_line(entry.title)} {_file(entry)}".casefold() for entry in shelf.entries]
        self._places: list[int] = []
        """Places of the entries that are listed."""
        self._marked = 0
        """The line that is marked."""

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Static(Content(clean_line(self._shelf.name)), id="shelf")
        yield Static(id="count", classes="quiet")
        yield Input(placeholder="type to narrow the list", compact=True)
        yield OptionList(id="entries", compact=True, markup=False)
        yield KeyBar(bar_items(Place.CHOOSE, without={HELP}))

    def on_mount(self) -> None:
        """Mark the entry that is on the front page."""
        self._list()
        here = next((n for n, entry in enumerate(self._shelf.entries) if entry.title == self._current), 0)
        self._lay_out(self._places.index(here) if here in self._places else 0)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to another width."""
        self._lay_out(self._marked)

    @on(Input.Changed)
    def _list(self) -> None:
        """List the entries that have every word of the line in their titles or the names of their files."""
        words = self.query_one(Input).value.casefold().split()
        found = [n for n, text in enumerate(self._searched) if all(word in text for word in words)]
        self._places = found[:MAX_SHOWN]
        count = f"{len(found)} of {len(self._searched)}" if words else f"{len(self._searched)} to choose from"
        more = f", the first {MAX_SHOWN} shown" if len(found) > MAX_SHOWN else ""
        self.query_one("#count", Static).update(f"{count}{more}" if found else "none of that name; backspace")
        self._lay_out(0)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Take note of the line that is marked."""
        self._marked = event.option_index

    def _lay_out(self, marked: int) -> None:
        """Write the lines, one of them marked."""
        self._marked = marked
        lines = self.query_one(OptionList)
        width = lines.scrollable_content_region.width
        lines.clear_options()
        if width > 0:
            lines.add_options([self._line(place, width) for place in self._places])
            lines.highlighted = marked if marked < len(self._places) else None

    def _line(self, place: int, width: int) -> Content:
        """Return place, title and what is known of an entry."""
        entry, plays = self._shelf.entries[place], self._plays[place]
        told = "summary" if entry.link else Content(_file(entry)).truncate(width // 3, ellipsis=True).plain
        if plays is not None:
            told = show_plays(plays) if plays else "opened"
        head = f"{place + 1:>{len(str(len(self._searched)))}}  "
        room = max(8, width - cell_len(head) - cell_len(told) - 2)
        title = Content(clean_line(entry.title)).truncate(room, ellipsis=True)
        style = "bold" if entry.title == self._current else ""
        space = " " * (room - title.cell_length + 1)
        return Content.assemble((head, "dim"), title.stylize(style), space, (told, "dim"))

    def action_down(self) -> None:
        """Mark the next one."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Mark the one before."""
        self.query_one(OptionList).action_cursor_up()

    def on_key(self, event: events.Key) -> None:
        """Go by pages."""
        if event.key in {"pagedown", "pageup"} and self._places:
            event.stop()
            step = PAGE if event.key == "pagedown" else -PAGE
            lines = self.query_one(OptionList)
            lines.highlighted = max(0, min(len(self._places) - 1, (lines.highlighted or 0) + step))

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Give back the entry that is marked."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._shelf.entries[self._places[place]])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the entry that was clicked."""
        self.dismiss(self._shelf.entries[self._places[event.option_index]])

    def action_back(self) -> None:
        """Give nothing back."""
        self.dismiss(None)


def _file(entry: Entry) -> str:
    """Return the name of the file that an entry of a folder is; empty for what is part of a file."""
    return show_source(entry.source) if entry.shelf is not None else ""
