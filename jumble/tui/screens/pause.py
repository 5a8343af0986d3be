"""The dialog in front of a paused game, which stops its clock and hides its letters."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from jumble.desk.commands import Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Dialog
from jumble.tui.widgets.keybar import KeyBar

EXPLANATION = "The clock stands, and the letters wait. A game left here is kept: u on the front page goes on with it."


class PauseScreen(Dialog[bool]):
    """Returns whether the player wants to leave the game."""

    place = Place.PAUSE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.PAUSE, Place.EVERYWHERE)

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("Paused", id="paused")
            yield Static(EXPLANATION, classes="quiet")
            yield KeyBar(bar_items(Place.PAUSE))

    def action_resume(self) -> None:
        """Go on with the game."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """Leave the game for the front page."""
        self.dismiss(True)
