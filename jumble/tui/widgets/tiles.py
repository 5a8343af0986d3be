"""Letters on the table: the rack of tiles, and the slots where the word comes together."""

from textual.content import Content
from textual.geometry import Region

from jumble.tui.widgets.row import Cell, Face, Row, centred


class Tile(Cell):
    """A letter of the rack in its frame; a letter that was laid leaves its place empty."""

    def render(self) -> Content:
        """Draw three lines."""
        face, inner = self.face, self.size.width - 2
        if face.used:
            return Content.styled(f"╭{'┄' * inner}╮\n┆{' ' * inner}┆\n╰{'┄' * inner}╯", "$rule")
        return Content.assemble(
            (f"╭{'─' * inner}╮\n│", face.frame),
            (centred(face.letter, inner), "bold $foreground"),
            (f"│\n╰{'─' * inner}╯", face.frame),
        )


class Rack(Row):
    """The scrambled letters."""

    cell = Tile


class Slot(Cell):
    """A letter of the word over a line, a dot where one is wanted; what a hint has fixed stands on a double line."""

    EMPTY = "·"

    def repaint(self, before: Face) -> None:
        """Have the letter painted, and the line under it only when that is another one."""
        if self.face.fixed == before.fixed and self.size:
            self.refresh(Region(0, 0, self.size.width, 1))
        else:
            self.refresh()

    def render(self) -> Content:
        """Draw two lines."""
        face, width = self.face, self.size.width
        return Content.assemble(
            (centred(face.letter or self.EMPTY, width), "bold" if face.letter else "$quiet"),
            "\n",
            (("═" if face.fixed else "─") * width, "$primary" if face.fixed else "$rule"),
        )


class Slots(Row):
    """Where the word comes together."""

    cell = Slot
