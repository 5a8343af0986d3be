"""Widgets that stand still: Textual asks all that share a container with a change for their lines, changed or not.

In a round these are some thirty. To go through the cache of styles for the lines of those that had not changed was more
than half of the time from a key to its repaint; to hand over the lines of the last time is next to nothing.
"""

from typing import Self

from textual.containers import Center, Vertical
from textual.geometry import NULL_SIZE, Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class Still(Widget):
    """Hands over the lines it drew last until it is refreshed, its size or its style changes."""

    _lines: list[Strip] | None = None
    """All of it as it was drawn last; None when it is to be drawn anew."""
    _drawn = (NULL_SIZE, NULL_SIZE)
    """Its size on the screen then, and the size it was told: between a layout and its event they differ."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew when it is asked for next."""
        self._lines = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw anew in another style."""
        self._lines = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines within `crop`."""
        sizes = self.region.size, self.size
        room = sizes[0].region
        if self._lines is None or sizes != self._drawn:
            self._lines, self._drawn = super().render_lines(room), sizes
        if crop == room:
            return self._lines
        return [strip.crop(crop.x, crop.right) for strip in self._lines[crop.y : crop.bottom]]


# Still comes second: Textual takes the style sheet of the first base alone.


class StillCenter(Center, Still):
    """Centres what lies in it."""


class StillColumn(Vertical, Still):
    """Lays what lies in it one below the other."""


class StillText(Static, Still):
    """A text that seldom changes."""
