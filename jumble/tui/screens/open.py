"""Asks for something to open."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from jumble.commands import Place
from jumble.tui.bindings import bindings


class OpenScreen(ModalScreen[str | None]):
    """A line to type a path into; gives it back, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.OPEN)

    def __init__(self, typed: str = "") -> None:
        """Begin with what was typed before."""
        super().__init__()
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        box = Vertical(classes="dialog")
        box.border_title = "Open"
        with box:
            yield Input(self._typed, placeholder="a text or Markdown file, or a folder of them", compact=True)
            yield Static("enter open   esc cancel", classes="quiet")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Give the line back."""
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Give nothing back."""
        self.dismiss(None)
