"""Stands in front of the game while the terminal is too small for it."""

from textual.app import ComposeResult
from textual.widgets import Static

from jumble.tui.screens.page import Dialog

MIN_WIDTH = 60
MIN_HEIGHT = 20


class SmallScreen(Dialog[None]):
    """Says what size is needed; goes away by itself."""

    def compose(self) -> ComposeResult:
        """Say it."""
        yield Static(id="size")

    def on_resize(self) -> None:
        """Say what there is and what is needed."""
        width, height = self.app.size
        self.query_one("#size", Static).update(
            f"The page needs {MIN_WIDTH}×{MIN_HEIGHT}.\nHere are {width}×{height}.\nThe clock stands."
        )
