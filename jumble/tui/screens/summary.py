"""Asks what to do about an entry of a feed that has only a summary: its link is offered, never followed unasked."""

from typing import ClassVar
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from jumble.article import Entry, clean_line
from jumble.desk.commands import HELP, Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Dialog
from jumble.tui.widgets.keybar import KeyBar


class SummaryScreen(Dialog[bool | None]):
    """Gives back whether the whole is wanted; None if neither is."""

    place = Place.SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SUMMARY)

    def __init__(self, entry: Entry) -> None:
        """Ask about `entry`, which has a link."""
        super().__init__()
        self._entry = entry

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        host = clean_line(urlsplit(self._entry.link or "").netloc)
        without = {HELP} if self._entry.summary else {HELP, "summary.summary"}
        has = "has only a summary of this" if self._entry.summary else "has only a link to this"
        box = Vertical(classes="dialog")
        box.border_title = "Not the whole article"
        with box:
            yield Static(clean_line(self._entry.title), id="entry", markup=False)
            yield Static(f"The feed {has}. The whole stands at {host}.", classes="quiet", markup=False)
            yield KeyBar(bar_items(Place.SUMMARY, without=without))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the summary where there is one."""
        return action != "summary" or self._entry.summary is not None

    def action_whole(self) -> None:
        """Ask for the whole page."""
        self.dismiss(True)

    def action_summary(self) -> None:
        """Ask for the summary."""
        self.dismiss(False)

    def action_cancel(self) -> None:
        """Ask for neither."""
        self.dismiss(None)
