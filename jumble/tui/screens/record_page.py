"""The page of records: headline figures, charts, words by stars and length, and the latest games."""

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

LATEST_GAMES = 5
"""Games listed on the page itself; the list of games has all."""
RISING = "▁ ▂ ▃ ▅ ▆ █"
NO_GAMES = "No games yet."
BEGIN_ONE = Content.assemble(("enter", "bold $primary"), (" on the front page begins one.", "$quiet"))


class RecordsScreen(Page):
    """Shows each figure as soon as it is counted, the headline figures first."""

    place = Place.RECORDS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.RECORDS)
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (100, "-double")]  # noqa: RUF012 as Screen declares it
    AUTO_FOCUS = "#record"

    def __init__(self) -> None:
        """Begin with an empty page."""
        super().__init__()
        self._played = 0

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Masthead(None, self.desk.today())
        with VerticalScroll(id="record"):
            yield Static(COUNTING, id="counting", classes="quiet", markup=False)
        self._bar = KeyBar(bar_items(Place.RECORDS, without={"records.games", "records.scroll"}))
        yield self._bar

    def on_mount(self) -> None:
        """Start counting."""
        self.load_record()

    @work
    async def load_record(self) -> None:
        """Count the figures in a thread and fill the page section by section, the slowest ones last."""
        try:
            first_figures = await in_background(self._first_figures)
            if first_figures is None:
                await self._show_no_games()
                return
            history, figures, latest_games = first_figures
            await self._show_sections(figures, latest_games)
            points = await in_background(history.scores)
            self.query_one("#scores", Section).set_draw(partial(score_lines, points))
            check = await in_background(history.difficulty)
            self.query_one("#difficulty", Section).set_draw(partial(difficulty_lines, check))
        except OSError as error:
            self.notify(str(error), title="Records", severity="warning", markup=False)
            for placeholder in self.query("#counting").results(Static):
                placeholder.update("The record cannot be read.")

    def _first_figures(self) -> "tuple[History, Summary, Sequence[ListedGame]] | None":
        """Return history, headline figures and latest games; None if no game was played. Slow: opens the record."""
        history = self.desk.history
        if history is None:
            return None
        figures = history.summary(self.desk.today())
        return (history, figures, history.games(LATEST_GAMES, 0)) if figures.games_played else None

    async def _show_sections(self, figures: "Summary", latest_games: "Sequence[ListedGame]") -> None:
        """Mount all sections; those whose figures are still being counted say so."""
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
            Section(partial(last_lines, latest_games)),
        )
        self._bar.set_items(bar_items(Place.RECORDS))
        self.jumble.notify_of_records()

    async def _show_no_games(self) -> None:
        """Say that no game was played yet, and how to begin one."""
        await self.query_one("#counting").remove()
        await self.query_one("#record").mount(
            Vertical(
                Static(RISING, id="rising"), Static(NO_GAMES, id="none"), Static(BEGIN_ONE, id="begin"), id="empty"
            )
        )
        self.jumble.notify_of_records()

    def action_games(self) -> None:
        """Push the list of games, if there are any."""
        if self._played:
            self.app.push_screen(GamesScreen(self._played))

    def action_scroll_on(self) -> None:
        """Scroll down by a page; the arrow keys are bound by the scrolling container."""
        self.query_one(VerticalScroll).scroll_page_down()

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.dismiss()
