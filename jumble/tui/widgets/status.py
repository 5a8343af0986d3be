"""The status line above a round: its number, stars and worth, the clock, score and streak."""

from itertools import takewhile
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from jumble.tui.widgets.drawn import Drawn


class StatusText(NamedTuple):
    """The three parts of the status line."""

    left: str = ""
    clock: str = ""
    right: str = ""
    late: bool = False
    """Whether little time is left, which changes the colour of the clock."""


def lay_out(text: StatusText, width: int) -> str:
    """Return the line, `width` cells wide, with the clock in the middle of the room between the two sides."""
    room = max(0, width - cell_len(text.left) - cell_len(text.right) - cell_len(text.clock))
    return text.left + " " * (room // 2) + text.clock + " " * (room - room // 2) + text.right


def changed(before: str, now: str) -> tuple[int, int] | None:
    """Return the first changed cell of a line and the one after the last; None if nothing has changed."""
    if before == now:
        return None
    same = len([None for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, now, strict=False))])
    tail = len([None for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before[::-1], now[::-1], strict=False))])
    end = len(now) - min(tail, len(now) - same, len(before) - same)
    return cell_len(now[:same]), max(cell_len(now[:end]), cell_len(now[:same]) + 1)


class Status(Drawn):
    """Draws the status line, and repaints only the cells that change."""

    prefix = "status"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--clock", "status--late"}

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self.text = StatusText()

    @property
    def line(self) -> str:
        """The line as drawn."""
        return lay_out(self.text, self.size.width)

    def set_text(self, text: StatusText) -> None:
        """Draw another text."""
        before, line, self.text = self.text, self.line, text
        if text.late != before.late or len(self.line) != len(line):
            self.refresh()
        elif span := changed(line, self.line):
            self.refresh(Region(span[0], 0, span[1] - span[0], 1))

    def on_resize(self, _: events.Resize) -> None:
        """Draw the same text in the new width."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line, with the clock in a style of its own."""
        text, line = self.text, self.line
        start = line.index(text.clock, len(text.left)) if text.clock else len(line)
        end = start + len(text.clock)
        clock = "late" if text.late else "clock"
        return self.strip([(line[:start], ""), (line[start:end], clock), (line[end:], "")], self.size.width)
