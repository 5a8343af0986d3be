"""The dialog for a feed entry without the whole article: its link is followed only if the player says so."""

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
    """Returns True for the whole page, False for the summary, None for neither."""

    place = Place.SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SUMMARY)

    def __init__(self, entry: Entry) -> None:
        """Ask about `entry`, which must have a link."""
        super().__init__()
        self._entry = entry

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        host = clean_line(urlsplit(self._entry.link or "").netloc)
        unavailable = {HELP} if self._entry.summary else {HELP, "summary.summary"}
        feed_has = "has only a summary of this" if self._entry.summary else "has only a link to this"
        box = Vertical(classes="dialog")
        box.border_title = "Not the whole article"
        with box:
            yield Static(clean_line(self._entry.title), id="entry", markup=False)
            yield Static(f"The feed {feed_has}. The whole stands at {host}.", classes="quiet", markup=False)
            yield KeyBar(bar_items(Place.SUMMARY, without=unavailable))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow `summary` only if the entry has one."""
        return action != "summary" or self._entry.summary is not None

    def action_whole(self) -> None:
        """Return that the whole page is to be opened."""
        self.dismiss(True)

    def action_summary(self) -> None:
        """Return that the summary is to be opened."""
        self.dismiss(False)

    def action_cancel(self) -> None:
        """Return that neither is to be opened."""
        self.dismiss(None)
