"""Stands before a game that was asked for on the command line until its article is read and its words are chosen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from jumble.article import Article, Dateline
from jumble.desk.commands import Place, bar_items
from jumble.desk.front_page import CameToFront, StoppedWaiting
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Page
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead

CHOOSING = "One moment: choosing words …"


class WaitScreen(Page):
    """The headline, and what is being done; goes away by itself."""

    place = Place.WAITING
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.WAITING)

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(Dateline(), self.desk.today())
        with Vertical(id="waiting"):
            yield Static(id="headline", markup=False)
            yield Static(id="doing", classes="quiet", markup=False)
        yield KeyBar(bar_items(Place.WAITING))

    def show(self, article: Article) -> None:
        """Show that the words of `article` are being chosen."""
        self.query_one(Masthead).show(article.dateline)
        self.query_one("#headline", Static).update(article.title)
        self.tell(CHOOSING)

    def tell(self, doing: str) -> None:
        """Say what is being done."""
        self.query_one("#doing", Static).update(doing)

    def on_screen_resume(self) -> None:
        """Begin, if the words were chosen while something else was in front."""
        if self.app.screen is self:
            self.jumble.front.happen(CameToFront())

    def action_cancel(self) -> None:
        """Give up waiting."""
        self.jumble.front.happen(StoppedWaiting())
        self.dismiss()
