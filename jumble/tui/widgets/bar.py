"""The time left as a line across the screen, in pieces: Textual repaints a change and all left of it in its widget."""

from functools import cached_property
from itertools import pairwise
from math import ceil

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.layout import Layout

from jumble.tui.widgets.placing import Placing
from jumble.tui.widgets.still import Still

PIECES = 5
"""A second repaints one or two of them: more would cost more to lay out, fewer more to write."""


def pieces(count: int, size: Size) -> list[Region]:
    """Return the regions of `count` pieces that fill a line."""
    cuts = [size.width * number // count for number in range(count + 1)]
    return [Region(start, 0, end - start, size.height) for start, end in pairwise(cuts)]


class Piece(Still):
    """A part of the line."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._full = 0

    def show(self, full: int) -> None:
        """Show so many of its cells full."""
        if full != self._full:
            self._full = full
            self.refresh()

    def render(self) -> Content:
        """Draw it."""
        return Content("━" * self._full + "─" * (self.size.width - self._full))


class Bar(Still):
    """Shows a share of its width full."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self._pieces = [Piece() for _ in range(PIECES)]
        self._share = 0.0

    @cached_property
    def layout(self) -> Layout:
        """Where the pieces lie."""
        return Placing(pieces)

    def compose(self) -> ComposeResult:
        """Lay the pieces."""
        yield from self._pieces

    def show(self, share: float) -> None:
        """Show a share from 0 to 1, rounded up to whole cells."""
        self._share = share
        full = ceil(self.size.width * share)
        for piece, region in zip(self._pieces, pieces(PIECES, self.size), strict=True):
            piece.show(max(0, min(region.width, full - region.x)))

    def on_resize(self, _: events.Resize) -> None:
        """Show the same share of another width."""
        self.show(self._share)
