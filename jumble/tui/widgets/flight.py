"""A letter on its way from the rack to its slot."""

from textual.content import Content
from textual.timer import Timer

from jumble.tui.widgets.row import NOTHING, Cell, Face, Row

SECONDS = 0.08
"""How long a letter is seen half way between rack and slot: each place more would have to be painted twice."""


class Spot(Cell):
    """A place between a tile and a slot; empty but for the moment in which a letter crosses it."""

    def render(self) -> Content:
        """Draw the letter where it stands over its slot."""
        letter = self.face.letter
        return Content.styled(" " * ((self.size.width - 1) // 2) + letter, "$quiet") if letter else Content("")


class Flight(Row):
    """The line between rack and slots."""

    cell = Spot

    def __init__(self, count: int) -> None:
        """Begin empty."""
        super().__init__(count)
        self._timer: Timer | None = None

    def fly(self, letter: str, start: int, end: int) -> None:
        """Let a letter cross from one place to another, unless nothing is to move or letters come too fast."""
        if self.app.animation_level != "full" or self._timer is not None:
            return
        spot = self.cells[(start + end) // 2]
        spot.show(Face(-1, letter))
        self._timer = self.set_timer(SECONDS, lambda: self._land(spot))

    def _land(self, spot: Cell) -> None:
        """Vanish."""
        self._timer = None
        spot.show(NOTHING)
