"""The screen of a game in the record: its result, and what happened in each round."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jumble.article import clean_line
from jumble.desk.background import in_background
from jumble.desk.commands import Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.drawing.past_game_lines import result_text, word_lines
from jumble.tui.screens.page import Page
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.section import COUNTING, Section

if TYPE_CHECKING:
    from jumble.figures import ListedGame

GONE = "This game is not in the record any more."


class GameScreen(Page):
    """Shows a game of the record word by word."""

    place = Place.GAME
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.GAME)
    AUTO_FOCUS = "#past"

    def __init__(self, uid: str, title: str) -> None:
        """Show the game with the id `uid`; `title` is the title of its article."""
        super().__init__()
        self._uid = uid
        self._title = Content(clean_line(title))

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Masthead(None, self.desk.today())
        with VerticalScroll(id="past"):
            yield Static(self._title, id="headline", markup=False)
            yield Static(COUNTING, id="final", classes="quiet", markup=False)
            yield Section(lambda _: [], id="words")
        yield KeyBar(bar_items(Place.GAME))

    def on_mount(self) -> None:
        """Start reading the game."""
        self.load_game()

    @work
    async def load_game(self) -> None:
        """Read the game in a thread and show it, or say that it cannot be read or is gone."""

        def read_game() -> "ListedGame | None":
            history = self.desk.history
            return None if history is None else history.game(self._uid)

        final = self.query_one("#final", Static)
        try:
            game = await in_background(read_game)
        except OSError as error:
            final.update(Content(str(error)))
            return
        if game is None:
            final.update(GONE)
            return
        final.update(result_text(game))
        final.remove_class("quiet")
        self.query_one("#words", Section).set_draw(partial(word_lines, game))

    def action_scroll_on(self) -> None:
        """Scroll down by a page; the arrow keys are bound by the scrolling container."""
        self.query_one(VerticalScroll).scroll_page_down()

    def action_back(self) -> None:
        """Go back to the list of games."""
        self.dismiss()
