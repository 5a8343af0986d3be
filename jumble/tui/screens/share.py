"""The dialog that shares a result: it shows the text, and copies it where the terminal allows that."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from jumble.desk.commands import HELP, Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Dialog
from jumble.tui.widgets.keybar import KeyBar

COPIED = "Copied, if your terminal lets programs copy; otherwise mark it with the mouse (shift held in most terminals)."


class ShareScreen(Dialog[None]):
    """Shows the text, since nothing tells whether the terminal has copied it."""

    place = Place.SHARE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SHARE)

    def __init__(self, text: str) -> None:
        """Share `text`, which spoils no word."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        box = Vertical(classes="dialog", id="share")
        box.border_title = "Share"
        with box:
            yield Static(self._text, markup=False)
            yield Static(COPIED, classes="quiet", id="copied")
            yield KeyBar(bar_items(Place.SHARE, without={HELP}))

    def on_mount(self) -> None:
        """Copy the text at once."""
        self.app.copy_to_clipboard(self._text)

    def action_copy(self) -> None:
        """Copy the text again."""
        self.app.copy_to_clipboard(self._text)

    def action_close(self) -> None:
        """Close the dialog."""
        self.dismiss()
