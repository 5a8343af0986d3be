"""The line at the foot of each screen: which keys do what here, and a place to click."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from jumble.commands import BarItem, show_key
from jumble.tui.widgets.still import Still

GAP = 3


class KeyBar(Still):
    """Shows keys with their labels, as many as fit, the most important first."""

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

    def render(self) -> Content:
        """Draw the items that fit, closer together where that lets more of them in."""
        room = self.size.width
        parts = [(item, _draw(item, shown_key(self.app, item.id, item.key))) for item in self._items]
        widths = sum(part.cell_length for _, part in parts)
        gap = GAP if widths + GAP * (len(parts) - 1) <= room else GAP - 1
        reserved = sum(part.cell_length + gap for item, part in parts if item.pinned)
        line = Content("")
        for item, part in parts:
            if item.pinned:
                reserved -= part.cell_length + gap
            if line.cell_length + part.cell_length + (gap if line else 0) + reserved > room:
                continue
            line = Content.assemble(line, " " * gap, part) if line else part
        return line


def shown_key(app: object, command: str, key: str) -> str:
    """Return the key of a command as it is shown: the player's own where there is one."""
    own: Mapping[str, tuple[str, ...]] = getattr(app, "own_keys", {})
    return show_key(own[command][0]) if command in own else key


def _draw(item: BarItem, key: str) -> Content:
    """Return a key and its label, to be clicked as well."""
    click = item.action if item.action.startswith("app.") else f"screen.{item.action}"
    return Content.assemble((key, "bold $primary"), " ", (item.label, "$quiet")).stylize(f"@click={click}")
