"""Children where their parent says: Textual's own layouts know margins and fractions, but no pitch and no shares."""

from collections.abc import Callable, Sequence

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget


class Placing(Layout):
    """Asks a function for the regions of so many children in a room of a size."""

    name = "placing"

    def __init__(self, regions: Callable[[int, Size], Sequence[Region]]) -> None:
        """Place children by `regions`, which gets their number and the room there is."""
        self._regions = regions

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 Textual's signature
        """Return where each child goes."""
        regions = self._regions(len(children), size)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child)
            for child, region in zip(children, regions, strict=True)
        ]
