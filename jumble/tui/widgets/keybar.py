"""The line at the foot of each screen: which keys do what here, and a place to click."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from jumble.desk.commands import BarItem, show_key
from jumble.tui.widgets.drawn import Drawn

GAP = 3


class KeyBar(Drawn):
    """Shows keys with their labels, as many as fit, the most important first."""

    prefix = "keybar"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key", "keybar--label"}

    def __init__(self, items: Iterable[BarItem] = ()) -> None:
        """Begin with some commands, or none."""
        super().__init__()
        self._items = tuple(items)

    def show(self, items: Iterable[BarItem]) -> None:
        """Show other commands."""
        items = tuple(items)
        if items != self._items:
            self._items = items
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the items that fit, each to be clicked as well."""
        blank, key, label = self.style_of(""), self.style_of("key"), self.style_of("label")
        segments: list[Segment] = []
        gap, shown = self._fitting(self.size.width)
        for item, its_key in shown:
            if segments:
                segments.append(Segment(" " * gap, blank))
            target = item.action if item.action.startswith("app.") else f"screen.{item.action}"
            click = Style.from_meta({"@click": target})
            segments += [Segment(its_key, key + click), Segment(f" {item.label}", label + click)]
        return Strip(segments).adjust_cell_length(self.size.width, blank)

    @property
    def line(self) -> str:
        """What it says."""
        return self.render_line(0).text.rstrip()

    def _fitting(self, room: int) -> tuple[int, list[tuple[BarItem, str]]]:
        """Return the gap between two items, smaller where that lets more of them in, and those that fit, with keys."""
        parts = [(item, shown_key(self.app, item.id, item.key)) for item in self._items]
        widths = [cell_len(key) + 1 + cell_len(item.label) for item, key in parts]
        gap = GAP if sum(widths) + GAP * (len(parts) - 1) <= room else GAP - 1
        reserved = sum(width + gap for (item, _), width in zip(parts, widths, strict=True) if item.pinned)
        shown: list[tuple[BarItem, str]] = []
        used = 0
        for (item, key), width in zip(parts, widths, strict=True):
            if item.pinned:
                reserved -= width + gap
            after = used + width + (gap if shown else 0)
            if after + reserved <= room:
                shown.append((item, key))
                used = after
        return gap, shown


def shown_key(app: object, command: str, key: str) -> str:
    """Return the key of a command as it is shown: the player's own where there is one."""
    own: Mapping[str, tuple[str, ...]] = getattr(app, "own_keys", {})
    return show_key(own[command][0]) if command in own else key
