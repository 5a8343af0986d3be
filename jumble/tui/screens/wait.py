"""Stands before a game that was asked for on the command line until its words are chosen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from jumble.article import Article
from jumble.commands import Place
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Page
from jumble.tui.widgets.masthead import Masthead


class WaitScreen(Page):
    """The headline, and what is being done; goes away by itself."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.WAITING)

    def __init__(self, article: Article) -> None:
        """Wait for the words of `article`."""
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(self._article.dateline, self.desk.today())
        with Vertical(id="waiting"):
            yield Static(self._article.title, id="headline", markup=False)
            yield Static("One moment: choosing words …", classes="quiet")

    def on_screen_resume(self) -> None:
        """Begin, if the words were chosen while something else was in front."""
        self.jumble.front.begin_if_ready()
