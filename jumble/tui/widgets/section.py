"""A part of a page whose lines are computed again for each width, as those of charts and tables must be."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]
"""Returns the lines of a section for a width in cells."""

COUNTING = "Counting …"


def counting(_: int) -> Sequence[Content]:
    """Return the line that says that figures are being counted."""
    return [Content.styled(COUNTING, "$quiet")]


class Section(Widget):
    """Draws the lines of its draw function, and is as high as they are many."""

    def __init__(self, draw: Draw = counting, *, id: str | None = None) -> None:  # noqa: A002 as Widget has it
        """Begin with the lines that `draw` returns."""
        super().__init__(id=id)
        self._draw = draw

    def set_draw(self, draw: Draw) -> None:
        """Draw the lines of another function."""
        self._draw = draw
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the lines for the current width."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        return len(self._lines(width))

    def _lines(self, width: int) -> Sequence[Content]:
        """Return the lines for a width, at least 1: `Content.wrap` fails at a width of 0 (Textual 8.2.8)."""
        return self._draw(max(1, width))
