"""Every game in the record, the latest first: a page of them at a time, as the reader comes to the end."""

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
"""So many lines before the end the next ones are read."""


class GamesScreen(Page):
    """The list of games."""

    place = Place.GAMES
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.GAMES)
    AUTO_FOCUS = "#games"

    def __init__(self, played: int) -> None:
        """`played` games there are."""
        super().__init__()
        self._played = played
        self._games: list[ListedGame] = []
        """Those read so far."""
        self._more = True
        """Whether there may be others."""
        self._reading = False

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(None, self.desk.today())
        yield Static(COUNTING, id="all", markup=False)
        yield OptionList(id="games", compact=True, markup=False)
        yield KeyBar(bar_items(Place.GAMES))

    def on_mount(self) -> None:
        """Read the latest games, and more whenever the end comes near."""
        self.read_more()
        self.watch(self.query_one(OptionList), "scroll_y", self._near_end, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to another width."""
        games = self.query_one(OptionList)
        marked = games.highlighted
        games.clear_options()
        self._list(self._games)
        games.highlighted = marked
        self.call_after_refresh(self._near_end)

    def read_more(self) -> None:
        """Read the next games, unless they are being read or there are none."""
        if self._more and not self._reading:
            self._reading = True
            self._read(len(self._games))

    @work
    async def _read(self, offset: int) -> None:
        """List the games from one on."""

        def games() -> "Sequence[ListedGame]":
            history = self.desk.history
            return [] if history is None else history.games(PAGE, offset)

        try:
            read = await in_background(games)
        except OSError as error:
            self._more = self._reading = False
            self.notify(str(error), title="Records", severity="warning", markup=False)
            return
        known = {game.uid for game in self._games}
        new = [game for game in read if game.uid not in known]  # one begun meanwhile moves all others down
        self._games += new
        self._more, self._reading = len(read) == PAGE, False
        self.query_one("#all", Static).update(
            Content.assemble(
                ("Your Games", "bold $primary"), (f"  {count(self._played, 'game')}, the latest first", "$quiet")
            )
        )
        self._list(new)
        games_list = self.query_one(OptionList)
        if games_list.highlighted is None and self._games:
            games_list.highlighted = 0
        self.call_after_refresh(self._near_end)

    def _list(self, games: "Sequence[ListedGame]") -> None:
        """Write the lines of some games below those that are there."""
        lines = self.query_one(OptionList)
        width = lines.scrollable_content_region.width
        if width > 0:
            lines.add_options([Content("\n").join(game_lines(game, width, quiet="")) for game in games])

    def _near_end(self) -> None:
        """Read on when the end of what is listed comes near, by keys or by the wheel, or is in sight anyway."""
        lines = self.query_one(OptionList)
        if lines.max_scroll_y - lines.scroll_y < AHEAD:
            self.read_more()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Open the game that was clicked, or marked when enter was pressed."""
        self._open(event.option_index)

    def action_open(self) -> None:
        """Open the game that is marked."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            self._open(marked)

    def _open(self, place: int) -> None:
        """Read a game back."""
        game = self._games[place]
        self.app.push_screen(GameScreen(game.uid, game.title))

    def action_down(self) -> None:
        """Mark the next one."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Mark the one before."""
        self.query_one(OptionList).action_cursor_up()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
