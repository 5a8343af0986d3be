"""A letter on its way from the rack to its slot."""

from textual.content import Content
from textual.geometry import Region
from textual.timer import Timer
from textual.widget import Widget

STEP_SECONDS = 0.045
STEPS = 2
"""Places at which the letter is seen between rack and slot: more would be seen as a blur, and each is to be painted."""


class Flight(Widget):
    """The line between rack and slots; empty but for the moment in which a letter crosses it."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._letter = ""
        self._way: list[int] = []
        """Cells that are still to be passed."""
        self._at: int | None = None
        self._timer: Timer | None = None

    def fly(self, letter: str, start: int, end: int) -> None:
        """Let a letter cross from one cell to another; where nothing moves, do nothing."""
        if self.app.animation_level != "full":
            return
        self._letter = letter
        self._way = [start + (end - start) * step // (STEPS + 1) for step in range(1, STEPS + 1)]
        if self._timer is None:
            self._timer = self.set_interval(STEP_SECONDS, self._step)
        self._step()

    def _step(self) -> None:
        """Go on to the next cell, or vanish."""
        before, self._at = self._at, self._way.pop(0) if self._way else None
        if self._at is None and self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.refresh(*[Region(cell, 0, 2, 1) for cell in (before, self._at) if cell is not None])

    def render(self) -> Content:
        """Draw the letter where it is."""
        return Content("") if self._at is None else Content.styled(" " * self._at + self._letter, "$quiet")
