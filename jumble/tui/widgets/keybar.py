"""The line at the foot of each screen: keys with their labels, which can also be clicked."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from jumble.desk.commands import BarItem, show_key
from jumble.tui.widgets.drawn import Drawn

GAP = 3
"""Cells between two commands, one less where they would not all fit."""


class KeyBar(Drawn):
    """Draws as many commands as fit, in the order of their importance."""

    prefix = "keybar"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key", "keybar--label"}

    def __init__(self, items: Iterable[BarItem] = ()) -> None:
        """Begin with `items`."""
        super().__init__()
        self._items = tuple(items)

    def set_items(self, items: Iterable[BarItem]) -> None:
        """Draw other commands; the same ones are not painted again."""
        items = tuple(items)
        if items != self._items:
            self._items = items
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the commands that fit; a click on one runs its action."""
        blank, key, label = self.style_of(""), self.style_of("key"), self.style_of("label")
        segments: list[Segment] = []
        gap, fitting = self._fitting(self.size.width)
        for item, item_key in fitting:
            if segments:
                segments.append(Segment(" " * gap, blank))
            target = item.action if item.action.startswith("app.") else f"screen.{item.action}"
            click = Style.from_meta({"@click": target})
            segments += [Segment(item_key, key + click), Segment(f" {item.label}", label + click)]
        return Strip(segments).adjust_cell_length(self.size.width, blank)

    @property
    def line(self) -> str:
        """The text of the line."""
        return self.render_line(0).text.rstrip()

    def _fitting(self, room: int) -> tuple[int, list[tuple[BarItem, str]]]:
        """Return the gap between two commands, and the commands that fit into `room` cells, each with its key.

        Pinned commands keep their room, so that they are drawn even if others before them are left out.
        """
        parts = [(item, displayed_key(self.app, item.id, item.key)) for item in self._items]
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


def displayed_key(app: object, command: str, key: str) -> str:
    """Return the first key that the player has set for a command as written on a keyboard; otherwise `key`."""
    own_keys: Mapping[str, tuple[str, ...]] = getattr(app, "own_keys", {})
    return show_key(own_keys[command][0]) if command in own_keys else key
