"""The screen after a game: score, rank, and every word with its time, hints and points."""

from time import monotonic
from typing import ClassVar

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jumble.article import Article
from jumble.desk.background import in_background
from jumble.desk.commands import Place, bar_items
from jumble.desk.wording import percent, show_hints, show_outcome, show_stars
from jumble.game import Game, next_rank, share_text
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Page
from jumble.tui.screens.read_article import ReadingScreen
from jumble.tui.screens.share import ShareScreen
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead

FOUND_STYLE = "bold underline $success"
MISSED_STYLE = "italic underline $warning"
LEGEND = "Words you found are bold, the ones you missed are slanted."

LOOK_SECONDS = 0.7
"""How long enter does nothing on the results: it may have been pressed again for the last answer."""

BESTS = {
    "first": "your first finished game: the mark for those to come",
    "score": "your best score so far",
    "level and mode": "your best at this level and mode",
    "share": "your greatest share of the possible points",
}
"""Texts about a personal best, by the name that the record gives it."""


def next_rank_text(game: Game) -> str:
    """Return how many points short of the next rank a game is, or that there is no higher one."""
    higher = next_rank(game.score, game.most)
    return f"{higher.points} points short of {higher.name}" if higher else "There is no higher rank."


def scoreboard(game: Game) -> Content:
    """Return a line for each word of a game: the word, its stars, time, hints and points."""
    width = max(cell_len(puzzle_round.answer) for puzzle_round, _ in game.played_rounds)
    lines = [Content.styled(f"     {'word':<{width}}  {'stars':<5}  {'time':>8}  {'hints':<8}  points", "$quiet")]
    for number, (puzzle_round, result) in enumerate(game.played_rounds, 1):
        word = puzzle_round.answer + " " * (width - cell_len(puzzle_round.answer))
        outcome = show_outcome(result, clock=game.mode.timed)
        columns = f"  {show_stars(puzzle_round.stars)}  {outcome:>8}  {show_hints(result):<8}  {result.points:>6}"
        mark = "✓" if result.solved else "–"
        style = "bold" if result.solved else "$quiet"
        lines.append(Content.assemble((f"{number:>2}", "$quiet"), f" {mark} ", (word, style), columns))
    return Content("\n").join(lines)


class ResultsScreen(Page):
    """Shows the results of a game; from here it can be shared, read up on, or followed by another."""

    place = Place.RESULTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.RESULTS)

    def __init__(self, article: Article, game: Game) -> None:
        """Show the results of `game`, which is over; `article` is the one it was made from."""
        super().__init__()
        self._article = article
        self._game = game
        self._shown = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        game = self._game
        yield Masthead(self._article.dateline, self.desk.today())
        with VerticalScroll(id="scroll"):
            yield Static(self._article.title, id="headline", markup=False)
            yield Static(
                Content.assemble(
                    (f"Final score {game.score}", "bold $primary"), "   ", (game.rank, "bold"),
                    (f"\n{game.words_solved} of {len(game.results)} words · ", "$quiet"),
                    (f"{percent(game)} % of {game.most} possible points", "$quiet"),
                ),
                id="final",
            )  # fmt: skip
            yield Static(next_rank_text(game), id="best", markup=False)
            yield Static(scoreboard(game), id="scoreboard")
            yield Static(
                f"{game.mode.title} · {game.puzzle.level} · seed {game.puzzle.seed}", classes="quiet", id="settings"
            )
        yield KeyBar(bar_items(Place.RESULTS))

    @work
    async def on_mount(self) -> None:
        """Say in which ways the score is a personal best, once the record has been searched in a thread."""
        bests = await in_background(lambda: self.desk.bests(self._game))
        if praise := "; ".join(
            BESTS[best] for best in bests if best in BESTS and (best != "first" or self._game.score)
        ):
            self.query_one("#best", Static).update(
                Content.assemble(
                    (f"✦ {praise[0].upper()}{praise[1:]}", "bold $success"), f"\n{next_rank_text(self._game)}"
                )
            )

    def action_again(self) -> None:
        """Play other words of this article; ignored so soon that the key was meant for the last answer."""
        if monotonic() - self._shown >= LOOK_SECONDS:
            self.jumble.play_again()

    def action_article(self) -> None:
        """Read the article with the words of the game marked."""
        marks = {
            puzzle_round.answer: FOUND_STYLE if result.solved else MISSED_STYLE
            for puzzle_round, result in self._game.played_rounds
        }
        self.app.push_screen(ReadingScreen(self._article, on_play=self.action_again, marks=marks, legend=LEGEND))

    def action_share(self) -> None:
        """Push the dialog that shares the result."""
        self.app.push_screen(ShareScreen(share_text(self._article, self._game)))

    def action_front(self) -> None:
        """Go back to the front page."""
        self.dismiss()
