"""Letters in a row, each a widget of its own: Textual repaints a change and all left of it in its widget."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.layout import Layout
from textual.message import Message

from jumble.tui.widgets.placing import Placing
from jumble.tui.widgets.still import Still

MAX_PITCH = 6
"""Columns from one tile to the next: a tile of five and a gap."""
MIN_PITCH = 4


def pitch_for(count: int, width: int, letter_width: int = 1) -> int:
    """Return the columns from one tile to the next so that `count` tiles fit into `width`."""
    return max(MIN_PITCH + letter_width - 1, min(MAX_PITCH + letter_width - 1, (width + 1) // max(1, count)))


def places(count: int, size: Size, letter_width: int = 1) -> list[Region]:
    """Return the regions of `count` letters, centred in a row of this size."""
    pitch = pitch_for(count, size.width, letter_width)
    start = max(0, (size.width - (pitch * count - 1)) // 2)
    return [Region(start + place * pitch, 0, pitch - 1, size.height) for place in range(count)]


def centred(letter: str, width: int) -> str:
    """Return a letter in the middle of so many cells."""
    space = width - cell_len(letter)
    return " " * (space // 2) + letter + " " * (space - space // 2)


@dataclass(frozen=True, slots=True)
class Face:
    """A letter as it is shown."""

    tile: int
    """Its place in the scramble; −1 for what is no tile."""
    letter: str
    """As it is shown; empty where one is wanted."""
    used: bool = False
    """Laid: its place in the rack is empty."""
    fixed: bool = False
    """Laid by a hint: not to be taken back."""
    frame: str = "$primary"
    """The colour of the theme it is framed in."""


NOTHING = Face(-1, "")


class Cell(Still):
    """One place in a row."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.face = NOTHING

    def show(self, face: Face) -> None:
        """Show a face; where it is the same, nothing is painted."""
        before, self.face = self.face, face
        if face != before:
            self.repaint(before)

    def repaint(self, before: Face) -> None:
        """Have painted what differs from the face before."""
        self.refresh()


class Row(Still):
    """What rack, slots and flight have in common: cells in a row, centred, at one pitch."""

    cell: ClassVar[type[Cell]] = Cell

    @dataclass
    class Picked(Message):
        """A letter was clicked."""

        tile: int
        row: "Row"

        @property
        def control(self) -> "Row":
            """The row it lies in."""
            return self.row

    def __init__(self, count: int, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        """Begin with so many empty cells: those that come with the row cost less than those that follow."""
        super().__init__(id=id)
        self._cells = [self.cell() for _ in range(count)]
        self._letter_width = 1

    @cached_property
    def layout(self) -> Layout:
        """Where the cells stand."""
        return Placing(lambda count, size: places(count, size, self._letter_width))

    def compose(self) -> ComposeResult:
        """Bring the cells along."""
        yield from self._cells

    def render(self) -> Content:
        """Draw nothing between the cells."""
        return Content("")

    @property
    def cells(self) -> list[Cell]:
        """Those that are shown."""
        return [cell for cell in self._cells if cell.display]

    def lay(self, faces: tuple[Face, ...], letter_width: int) -> None:
        """Show these faces; the widest letter of the word takes so many cells, so that rows keep in step."""
        if missing := [self.cell() for _ in range(len(faces) - len(self._cells))]:
            self._cells += missing
            self.mount(*missing)
        for place, cell in enumerate(self._cells):
            cell.show(faces[place] if place < len(faces) else NOTHING)
            if cell.display != (place < len(faces)):
                cell.display = place < len(faces)
        if letter_width != self._letter_width:
            self._letter_width = letter_width
            self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        """Tell which letter was hit."""
        if isinstance(event.widget, Cell):
            self.post_message(self.Picked(event.widget.face.tile, self))
