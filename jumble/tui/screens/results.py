"""The results: score, rank, and every word with its time, hints and points."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from jumble.article import Article
from jumble.commands import Place, bar_items
from jumble.game import Game
from jumble.telling import percent, show_hints, show_outcome, show_stars
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Page
from jumble.tui.screens.reading import ReadingScreen
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead

FOUND_STYLE = "bold underline $success"
MISSED_STYLE = "italic underline $warning"
LEGEND = "Words you found are bold, the ones you missed are slanted."


def scoreboard(game: Game) -> Content:
    """Return a line for each word: what it was, its stars, time, hints and points."""
    answers = [each.answer for each in game.puzzle.rounds]
    width = max(cell_len(answer) for answer in answers)
    lines = [Content.styled(f"     {'word':<{width}}  {'stars':<5}  {'time':>8}  {'hints':<8}  points", "$quiet")]
    for number, (each, result) in enumerate(zip(game.puzzle.rounds, game.results, strict=True), 1):
        word = each.answer + " " * (width - cell_len(each.answer))
        outcome = show_outcome(result, clock=game.mode.clock)
        rest = f"  {show_stars(each.stars)}  {outcome:>8}  {show_hints(result):<8}  {result.points:>6}"
        mark = "✓" if result.solved else "–"
        style = "bold" if result.solved else "$quiet"
        lines.append(Content.assemble((f"{number:>2}", "$quiet"), f" {mark} ", (word, style), rest))
    return Content("\n").join(lines)


class ResultsScreen(Page):
    """What a game came to."""

    place = Place.RESULTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.RESULTS)

    def __init__(self, article: Article, game: Game) -> None:
        """Show a game that is over."""
        super().__init__()
        self._article = article
        self._game = game

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        game = self._game
        solved = sum(result.solved for result in game.results)
        yield Masthead(self._article.dateline, self.desk.today())
        with VerticalScroll(id="scroll"):
            yield Static(self._article.title, id="headline", markup=False)
            yield Static(
                Content.assemble(
                    (f"Final score {game.score}", "bold $primary"), "   ", (game.rank, "bold"),
                    (f"\n{solved} of {len(game.results)} words · ", "$quiet"),
                    (f"{percent(game)} % of {game.most} possible points", "$quiet"),
                ),
                id="final",
            )  # fmt: skip
            yield Static(scoreboard(game), id="scoreboard")
            yield Static(
                f"{game.mode.title} · {game.puzzle.level} · seed {game.puzzle.seed}", classes="quiet", id="settings"
            )
        yield KeyBar(bar_items(Place.RESULTS))

    def action_again(self) -> None:
        """Play other words of this article."""
        self.jumble.play_again()

    def action_article(self) -> None:
        """Read the article with its words marked."""
        marks = {
            each.answer: FOUND_STYLE if result.solved else MISSED_STYLE
            for each, result in zip(self._game.puzzle.rounds, self._game.results, strict=True)
        }
        self.app.push_screen(ReadingScreen(self._article, on_play=self.action_again, marks=marks, legend=LEGEND))

    def action_front(self) -> None:
        """Go back to the front page."""
        self.dismiss()
