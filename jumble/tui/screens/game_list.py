"""The list of all games in the record, the latest first, read a page at a time while the player scrolls."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from jumble.desk.background import in_background
from jumble.desk.commands import Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.drawing.past_game_lines import game_lines
from jumble.tui.drawing.record_figures import count
from jumble.tui.screens.page import Page
from jumble.tui.screens.past_game import GameScreen
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.section import COUNTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jumble.figures import ListedGame

PAGE = 50
"""Games read at a time."""
AHEAD = 20
"""Lines before the end of the list at which the next page is read."""


class GamesScreen(Page):
    """Lists the games; opens the one that is chosen."""

    place = Place.GAMES
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.GAMES)
    AUTO_FOCUS = "#games"

    def __init__(self, played: int) -> None:
        """Begin with an empty list; `played` is the number of games in the record."""
        super().__init__()
        self._played = played
        self._games: list[ListedGame] = []
        """The games read so far."""
        self._more = True
        """Whether there may be games still to read."""
        self._reading = False

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Masthead(None, self.desk.today())
        yield Static(COUNTING, id="all", markup=False)
        yield OptionList(id="games", compact=True, markup=False)
        yield KeyBar(bar_items(Place.GAMES))

    def on_mount(self) -> None:
        """Read the first page, and another whenever the list is scrolled near its end."""
        self.read_more()
        self.watch(self.query_one(OptionList), "scroll_y", self._near_end, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Write the lines again for the new width."""
        games = self.query_one(OptionList)
        highlighted = games.highlighted
        games.clear_options()
        self._add_lines(self._games)
        games.highlighted = highlighted
        self.call_after_refresh(self._near_end)

    def read_more(self) -> None:
        """Read the next page, unless one is being read or there are no more."""
        if self._more and not self._reading:
            self._reading = True
            self._read(len(self._games))

    @work
    async def _read(self, offset: int) -> None:
        """Read a page of games in a thread, those from number `offset` on, and list them."""

        def page() -> "Sequence[ListedGame]":
            history = self.desk.history
            return [] if history is None else history.games(PAGE, offset)

        try:
            games = await in_background(page)
        except OSError as error:
            self._more = self._reading = False
            self.notify(str(error), title="Records", severity="warning", markup=False)
            return
        known = {game.uid for game in self._games}
        new = [game for game in games if game.uid not in known]  # a game begun since moves all others down
        self._games += new
        self._more, self._reading = len(games) == PAGE, False
        self.query_one("#all", Static).update(
            Content.assemble(
                ("Your Games", "bold $primary"), (f"  {count(self._played, 'game')}, the latest first", "$quiet")
            )
        )
        self._add_lines(new)
        games_list = self.query_one(OptionList)
        if games_list.highlighted is None and self._games:
            games_list.highlighted = 0
        self.call_after_refresh(self._near_end)

    def _add_lines(self, games: "Sequence[ListedGame]") -> None:
        """Add the lines of some games at the end of the list."""
        lines = self.query_one(OptionList)
        width = lines.scrollable_content_region.width
        if width > 0:
            lines.add_options([Content("\n").join(game_lines(game, width, quiet="")) for game in games])

    def _near_end(self) -> None:
        """Read more if the end of the list is in sight or nearly so."""
        lines = self.query_one(OptionList)
        if lines.max_scroll_y - lines.scroll_y < AHEAD:
            self.read_more()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Open the game that was chosen by a click or by enter."""
        self._push_game(event.option_index)

    def action_open(self) -> None:
        """Open the highlighted game."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._push_game(highlighted)

    def _push_game(self, index: int) -> None:
        """Push the screen that shows a game word by word."""
        game = self._games[index]
        self.app.push_screen(GameScreen(game.uid, game.title))

    def action_down(self) -> None:
        """Highlight the next game."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Highlight the previous game."""
        self.query_one(OptionList).action_cursor_up()

    def action_back(self) -> None:
        """Go back to the page of records."""
        self.dismiss()
