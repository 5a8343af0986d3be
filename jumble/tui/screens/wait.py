"""The screen before a game that the command line asked for, while its article is opened and its words are chosen."""

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
    """Shows headline and progress; the app puts the game in its place as soon as that is ready."""

    place = Place.WAITING
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.WAITING)

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Masthead(Dateline(), self.desk.today())
        with Vertical(id="waiting"):
            yield Static(id="headline", markup=False)
            yield Static(id="doing", classes="quiet", markup=False)
        yield KeyBar(bar_items(Place.WAITING))

    def set_article(self, article: Article) -> None:
        """Show the title of `article`, and that its words are being chosen."""
        self.query_one(Masthead).set_dateline(article.dateline)
        self.query_one("#headline", Static).update(article.title)
        self.set_progress(CHOOSING)

    def set_progress(self, progress: str) -> None:
        """Show what is being done."""
        self.query_one("#doing", Static).update(progress)

    def on_screen_resume(self) -> None:
        """Begin the game if its words were chosen while another screen was in front of this one."""
        if self.app.screen is self:
            self.jumble.front.apply_event(CameToFront())

    def action_cancel(self) -> None:
        """Stop waiting, and show the front page."""
        self.jumble.front.apply_event(StoppedWaiting())
        self.dismiss()
