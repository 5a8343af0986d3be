"""The notice in front of all screens while the terminal is too small for the game."""

from textual.app import ComposeResult
from textual.widgets import Static

from jumble.tui.screens.page import Dialog

MIN_WIDTH = 60
MIN_HEIGHT = 20


class SmallScreen(Dialog[None]):
    """Says what size is needed; the app dismisses it when the terminal is large enough."""

    def compose(self) -> ComposeResult:
        """Lay out the notice; its text follows with the first resize event."""
        yield Static(id="size")

    def on_resize(self) -> None:
        """Say which size is needed and which the terminal has."""
        width, height = self.app.size
        self.query_one("#size", Static).update(
            f"The page needs {MIN_WIDTH}×{MIN_HEIGHT}.\nHere are {width}×{height}.\nThe clock stands."
        )
