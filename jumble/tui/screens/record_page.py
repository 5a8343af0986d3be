"""The record on one page: figures, bests, pictures and the last games."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jumble.desk.background import in_background
from jumble.desk.commands import Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.drawing.past_game_lines import last_lines
from jumble.tui.drawing.record_charts import difficulty_lines, score_lines, time_lines
from jumble.tui.drawing.record_figures import headline_lines, kind_lines, letters_lines, stars_lines
from jumble.tui.screens.game_list import GamesScreen
from jumble.tui.screens.page import Page
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.section import COUNTING, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jumble.desk.history import History
    from jumble.figures import ListedGame, Summary

LAST = 5
"""Games told of on the page itself; the list has all."""
RISING = "▁ ▂ ▃ ▅ ▆ █"
NO_GAMES = "No games yet."
BEGIN_ONE = Content.assemble(("enter", "bold $primary"), (" on the front page begins one.", "$quiet"))


class RecordsScreen(Page):
    """All that the record has to say, as soon as it is counted: the headline figures first."""

    place = Place.RECORDS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.RECORDS)
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (100, "-double")]  # noqa: RUF012 as Screen declares it
    AUTO_FOCUS = "#record"

    def __init__(self) -> None:
        """Begin without a figure."""
        super().__init__()
        self._played = 0

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(None, self.desk.today())
        with VerticalScroll(id="record"):
            yield Static(COUNTING, id="counting", classes="quiet", markup=False)
        self._bar = KeyBar(bar_items(Place.RECORDS, without={"records.games", "records.scroll"}))
        yield self._bar

    def on_mount(self) -> None:
        """Have everything counted."""
        self.count()

    @work
    async def count(self) -> None:
        """Fill the page, part by part: what takes longest comes last."""
        try:
            first = await in_background(self._first)
            if first is None:
                await self._show_nothing()
                return
            history, figures, last = first
            await self._show(figures, last)
            points = await in_background(history.scores)
            self.query_one("#scores", Section).show(partial(score_lines, points))
            check = await in_background(history.difficulty)
            self.query_one("#difficulty", Section).show(partial(difficulty_lines, check))
        except OSError as error:
            self.notify(str(error), title="Records", severity="warning", markup=False)
            for counting in self.query("#counting").results(Static):
                counting.update("The record cannot be read.")

    def _first(self) -> "tuple[History, Summary, Sequence[ListedGame]] | None":
        """Open the record and return what the page begins with; None where no game was played."""
        history = self.desk.history
        if history is None:
            return None
        figures = history.summary(self.desk.today())
        return (history, figures, history.games(LAST, 0)) if figures.games_played else None

    async def _show(self, figures: "Summary", last: "Sequence[ListedGame]") -> None:
        """Show what was counted, and where the rest will stand."""
        self._played = figures.games_played
        await self.query_one("#counting").remove()
        await self.query_one("#record").mount(
            Section(partial(headline_lines, figures), id="figures"),
            Container(
                Vertical(
                    Section(id="scores"),
                    Section(partial(kind_lines, figures.level_modes)),
                    Section(partial(time_lines, figures.times)),
                ),
                Vertical(
                    Section(partial(stars_lines, figures.stars)),
                    Section(partial(letters_lines, figures.letters)),
                    Section(id="difficulty"),
                ),
                id="halves",
            ),
            Section(partial(last_lines, last)),
        )
        self._bar.show(bar_items(Place.RECORDS))
        self.jumble.tell_notice()

    async def _show_nothing(self) -> None:
        """Say what is to be done for a record."""
        await self.query_one("#counting").remove()
        await self.query_one("#record").mount(
            Vertical(
                Static(RISING, id="rising"), Static(NO_GAMES, id="none"), Static(BEGIN_ONE, id="begin"), id="empty"
            )
        )
        self.jumble.tell_notice()

    def action_games(self) -> None:
        """List the games."""
        if self._played:
            self.app.push_screen(GamesScreen(self._played))

    def action_scroll_on(self) -> None:
        """Scroll by a page; the arrows are the scrolling part's own."""
        self.query_one(VerticalScroll).scroll_page_down()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
