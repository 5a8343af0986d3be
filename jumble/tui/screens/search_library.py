"""Everything that was ever opened, and the house edition: searched by typing, in one of three orders."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from jumble.desk.background import in_background
from jumble.desk.commands import Place
from jumble.desk.library import ORDERS, Story
from jumble.tui.bindings import bindings
from jumble.tui.screens.picking import PickScreen
from jumble.tui.widgets.stories import show_plays

BEST_FROM = 70
"""Columns from which there is room for best scores."""

Find = Callable[[str, str], list[Story]]
"""Gives the stories that have some words, in an order."""


class LibraryScreen(PickScreen[Story]):
    """Gives back the story that was chosen."""

    place = Place.LIBRARY
    placeholder = "type words of a title or a text"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.LIBRARY)

    def __init__(self, find: Find) -> None:
        """Search with `find`, which may take a while."""
        super().__init__("Library")
        self._find = find
        self._order = ORDERS[0]
        self._stories: Sequence[Story] = ()

    @work(exclusive=True, group="search")
    async def look(self, typed: str) -> None:  # type: ignore[override]
        """Search beside the screen; the newest request wins."""
        order = self._order
        self._stories = await in_background(lambda: self._find(typed, order))
        count = len(self._stories)
        shown_count = f"{count} {'article' if count == 1 else 'articles'}" if count else "nothing found; backspace"
        self.show(f"{shown_count} · {order}" + (" first" if order != "unplayed" else ""), count)

    def thing(self, number: int) -> Story:
        """Return the story in a line."""
        return self._stories[number]

    def line(self, number: int, width: int) -> Content:
        """Return title, best score and plays of a story."""
        story = self._stories[number]
        best = f"best {story.best_score}  " if story.best_score is not None and width >= BEST_FROM else ""
        figures = f"{best}{show_plays(story.plays):>9}"
        title = Content(story.title).truncate(max(8, width - cell_len(figures) - 2), ellipsis=True)
        space = " " * max(1, width - title.cell_length - cell_len(figures) - 1)
        return Content.assemble(title, space, figures)

    def action_order(self) -> None:
        """List in the next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._look(self.query_one(Input).value)
