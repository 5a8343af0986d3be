"""A part of a page that is drawn anew for every width: figures and pictures have no lines of their own length."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], Sequence[Content]]
"""Gives the lines for a width in cells."""

COUNTING = "Counting …"


def counting(_: int) -> Sequence[Content]:
    """Say that figures are on their way."""
    return [Content.styled(COUNTING, "$quiet")]


class Section(Widget):
    """Lines, and as high as there are of them."""

    def __init__(self, draw: Draw = counting, *, id: str | None = None) -> None:  # noqa: A002 as Widget has it
        """Begin with some lines."""
        super().__init__(id=id)
        self._draw = draw

    def show(self, draw: Draw) -> None:
        """Show other lines."""
        self._draw = draw
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the lines."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(self._lines(width))

    def _lines(self, width: int) -> Sequence[Content]:
        """Return the lines for a width; `Content.wrap` fails at none (Textual 8.2.8)."""
        return self._draw(max(1, width))
