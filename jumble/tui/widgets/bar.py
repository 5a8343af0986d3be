"""The bar above a round that shows how much of its time is left."""

from math import ceil
from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from jumble.tui.widgets.drawn import Drawn


class Bar(Drawn):
    """A line across the screen, drawn heavy over a share of its width."""

    prefix = "bar"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--line", "bar--late"}

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin with no time left."""
        super().__init__(id=id)
        self._share = 0.0
        self._full = 0
        """Cells drawn heavy."""
        self._late = False

    def set_share(self, share: float, *, late: bool = False) -> None:
        """Draw a share from 0 to 1, rounded up to whole cells; `late` changes the colour."""
        self._share = share
        full = ceil(self.size.width * share)
        before, self._full = self._full, full
        if late != self._late:
            self._late = late
            self.refresh()
        elif full != before:
            self.refresh(Region(min(full, before), 0, abs(full - before), 1))

    def on_resize(self, _: events.Resize) -> None:
        """Draw the same share of the new width."""
        self.set_share(self._share, late=self._late)

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        line = "━" * self._full + "─" * (width - self._full)
        return self.strip([(line, "late" if self._late else "line")], width)
