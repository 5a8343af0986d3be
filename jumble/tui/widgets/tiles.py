"""Letters on the table: the rack of tiles, and the slots where the word comes together."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

MAX_PITCH = 6
"""Columns from one tile to the next: a tile of five and a gap."""
MIN_PITCH = 4


def pitch_for(count: int, width: int, letter_width: int = 1) -> int:
    """Return the columns from one tile to the next so that `count` tiles fit into `width`."""
    return max(MIN_PITCH + letter_width - 1, min(MAX_PITCH + letter_width - 1, (width + 1) // max(1, count)))


@dataclass(frozen=True, slots=True)
class Face:
    """A tile as it is shown."""

    tile: int
    """Its place in the scramble; −1 for what is no tile."""
    letter: str
    """As it is shown; empty where one is wanted."""
    used: bool = False


class Row(Widget):
    """What the rack and the slots have in common: letters in a row, centred, at one pitch."""

    @dataclass
    class Picked(Message):
        """A letter was clicked."""

        tile: int
        row: "Row"

        @property
        def control(self) -> "Row":
            """The row it lies in."""
            return self.row

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin with nothing on the table."""
        super().__init__(id=id)
        self.faces: tuple[Face, ...] = ()
        self.letter_width = 1
        """Cells that the widest letter of the word takes: rack and slots keep in step."""

    def _grid(self) -> tuple[int, int]:
        """Return where the first tile begins, and the pitch, in cells."""
        pitch = pitch_for(len(self.faces), self.size.width, self.letter_width)
        used = pitch * len(self.faces) - 1
        return max(0, (self.size.width - used) // 2), pitch

    def middle(self, place: int) -> int:
        """Return the cell in which the letter at a place stands."""
        start, pitch = self._grid()
        return start + place * pitch + (pitch - 2) // 2

    def on_click(self, event: events.Click) -> None:
        """Tell which letter was hit."""
        start, pitch = self._grid()
        place, inside = divmod(event.get_content_offset_capture(self).x - start, pitch)
        if 0 <= place < len(self.faces) and inside < pitch - 1:
            self.post_message(self.Picked(self.faces[place].tile, self))


class Rack(Row):
    """The scrambled letters as tiles; a letter that was laid leaves its place empty."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin with no tiles."""
        super().__init__(id=id)
        self._frame = "$primary"

    def show(self, faces: tuple[Face, ...], frame: str = "$primary") -> None:
        """Put other tiles into the row, framed in a colour of the theme."""
        if (faces, frame) != (self.faces, self._frame):
            self.faces, self._frame = faces, frame
            self.refresh()

    def render(self) -> Content:
        """Draw three lines."""
        start, pitch = self._grid()
        inner = pitch - 3
        lines = [Content(" " * start)] * 3
        for face in self.faces:
            letter = face.letter
            space = inner - cell_len(letter)
            middle = " " * (space // 2) + letter + " " * (space - space // 2)
            frame = "$rule" if face.used else self._frame
            edge = "┄" if face.used else "─"
            side = "┆" if face.used else "│"
            shown = (" " * inner, frame) if face.used else (middle, "bold $foreground")
            lines[0] = Content.assemble(lines[0], (f"╭{edge * inner}╮", frame), " ")
            lines[1] = Content.assemble(lines[1], (side, frame), shown, (side, frame), " ")
            lines[2] = Content.assemble(lines[2], (f"╰{edge * inner}╯", frame), " ")
        return Content("\n").join(lines)


class Slots(Row):
    """Where the word comes together: a line under each letter, a dot where one is wanted."""

    EMPTY = "·"

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin with no slots."""
        super().__init__(id=id)
        self.locked = 0
        """How many of the first letters a hint has fixed."""

    def show_word(self, faces: tuple[Face, ...], locked: int = 0) -> None:
        """Show letters laid and slots still empty (faces without a letter)."""
        self.locked = locked
        self.faces = faces
        self.refresh()

    def render(self) -> Content:
        """Draw the letters and the lines under them; a fixed letter stands on a double line."""
        start, pitch = self._grid()
        inner = pitch - 1
        letters, lines = Content(" " * start), Content(" " * start)
        for place, face in enumerate(self.faces):
            letter = face.letter or self.EMPTY
            space = inner - cell_len(letter)
            shown = " " * (space // 2) + letter + " " * (space - space // 2)
            letters = Content.assemble(letters, (shown, "bold" if face.letter else "$quiet"), " ")
            fixed = place < self.locked
            lines = Content.assemble(lines, (("═" if fixed else "─") * inner, "$primary" if fixed else "$rule"), " ")
        return Content.assemble(letters, "\n", lines)
