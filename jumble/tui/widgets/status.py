"""The line over a round: which it is and what it is worth, the clock, the score."""

from itertools import takewhile
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from jumble.tui.widgets.drawn import Drawn


class Told(NamedTuple):
    """What the line tells."""

    left: str = ""
    clock: str = ""
    right: str = ""
    late: bool = False
    """Whether the clock is drawn with more weight."""


def lay_out(told: Told, width: int) -> str:
    """Return the line: the clock in the middle of what the two sides leave."""
    room = max(0, width - cell_len(told.left) - cell_len(told.right) - cell_len(told.clock))
    return told.left + " " * (room // 2) + told.clock + " " * (room - room // 2) + told.right


def changed(before: str, now: str) -> tuple[int, int] | None:
    """Return from which cell to which a line differs from the one before; None where it does not."""
    if before == now:
        return None
    same = len([None for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, now, strict=False))])
    tail = len([None for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before[::-1], now[::-1], strict=False))])
    end = len(now) - min(tail, len(now) - same, len(before) - same)
    return cell_len(now[:same]), max(cell_len(now[:end]), cell_len(now[:same]) + 1)


class Status(Drawn):
    """One line; what changes in it is painted, and nothing else."""

    prefix = "status"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--clock", "status--late"}

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self.told = Told()

    @property
    def line(self) -> str:
        """What it says now."""
        return lay_out(self.told, self.size.width)

    def show(self, told: Told) -> None:
        """Tell something else."""
        before, line, self.told = self.told, self.line, told
        if told.late != before.late or len(self.line) != len(line):
            self.refresh()
        elif span := changed(line, self.line):
            self.refresh(Region(span[0], 0, span[1] - span[0], 1))

    def on_resize(self, _: events.Resize) -> None:
        """Tell the same in another width."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw it."""
        told, line = self.told, self.line
        start = line.index(told.clock, len(told.left)) if told.clock else len(line)
        end = start + len(told.clock)
        clock = "late" if told.late else "clock"
        return self.strip([(line[:start], ""), (line[start:end], clock), (line[end:], "")], self.size.width)
