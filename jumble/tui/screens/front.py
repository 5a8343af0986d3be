"""The front page: the article's opening, the box that starts the game, and the most popular articles."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Button, OptionList, Static
from textual.worker import get_current_worker

from jumble.article import Article, ArticleError, Shelf
from jumble.commands import Place, bar_items
from jumble.puzzle import Puzzle, PuzzleError
from jumble.tui.bindings import bindings
from jumble.tui.desk import Choice
from jumble.tui.screens.open import OpenScreen
from jumble.tui.screens.page import Page
from jumble.tui.screens.reading import ReadingScreen
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.stories import Stories
from jumble.tui.widgets.story import Opening
from jumble.words import WordsError

TAGLINE = "Test your skills by unscrambling words found in this article!"
PLAY = "Play The Word Game!"
POPULAR = "Most Popular Articles"
WAIT = "One moment: choosing words …"


def show_choice(choice: Choice, found: int | None) -> str:
    """Return what the next game will be like, in a line; `found` words if the article was searched already."""
    rounds = choice.length if found is None else found
    only = "only " if rounds < choice.length else ""
    return f"{choice.mode.title} · {choice.level} · {only}{rounds} {'word' if rounds == 1 else 'words'}"


class FrontScreen(Page):
    """The page the game opens on."""

    place = Place.FRONT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FRONT)
    AUTO_FOCUS = "#play"

    def __init__(self, article: Article) -> None:
        """Open on an article."""
        super().__init__()
        self.article = article
        self._puzzle: Puzzle | None = None
        self._making: int | None = None
        """The request for a puzzle that is still to be answered."""
        self._requests = 0
        self._playing = False
        """Whether the player waits for the puzzle."""
        self._asked_for = 0
        """The latest request to open something; only that one may be answered."""
        self._typed = ""
        """What the player last tried to open, to be mended."""

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(self.article.dateline, self.desk.today())
        with Horizontal(id="page"):
            with Vertical(id="lead"):
                yield Static(self.article.title, id="headline", markup=False)
                yield Opening(self.article.paragraphs)
                box = Vertical(id="box")
                box.border_title = "Article Word Jumble"
                with box:
                    yield Static(TAGLINE, id="tagline")
                    with Center():
                        play = Button(PLAY, id="play", compact=True)
                        play.active_effect_duration = 0  # the effect would swallow a second press
                        yield play
                    yield Static(id="choice")
            with Vertical(id="aside"):
                yield Static(POPULAR, id="popular")
                yield Stories()
        yield KeyBar(bar_items(Place.FRONT))

    def on_mount(self) -> None:
        """Show the first article and begin to choose its words."""
        self._show_choice()
        self.list_stories()
        self.prepare()

    def list_stories(self) -> None:
        """Bring the list up to date: a game was played, or something opened."""
        self.query_one(Stories).show(self.desk.stories(), self.article.title)

    def show(self, article: Article) -> None:
        """Show another article."""
        self.article = article
        self._playing = False
        self.query_one(Masthead).show(article.dateline)
        self.query_one("#headline", Static).update(article.title)
        self.query_one(Opening).show(article.paragraphs)
        self.query_one("#play").focus()
        self.list_stories()
        self.prepare()
        self._show_choice()

    def prepare(self) -> None:
        """Make the next puzzle while the player reads."""
        self._puzzle = None
        self._requests += 1
        self._making = self._requests
        self._make_puzzle(self.article, self.desk.seed(), self._requests)

    @work(thread=True, group="puzzle")
    def _make_puzzle(self, article: Article, seed: int, request: int) -> None:
        """Make a puzzle in a thread."""
        made: Puzzle | str
        try:
            made = self.desk.puzzle(article, seed)
        except (PuzzleError, WordsError) as error:
            made = str(error)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._puzzle_made, made, request)

    def _puzzle_made(self, made: Puzzle | str, request: int) -> None:
        """Take the puzzle if it is the one asked for last, and begin if the player has been waiting for it."""
        if request != self._making:
            return
        self._making = None
        if isinstance(made, str):
            if self._playing or self.jumble.owes_game:
                self.jumble.refuse(f"{self.article.title}: {made}")
            self._playing = False
        else:
            self._puzzle = made
        if self.jumble.waiting_for_words or (self._playing and self.app.screen is self):
            self.begin_if_ready()
        else:  # the player has turned to something else
            self._playing = False
        self._show_choice()

    def begin_if_ready(self) -> None:
        """Begin the game whose words are chosen, and choose those of the next."""
        puzzle, self._puzzle = self._puzzle, None
        if puzzle is not None:
            self._playing = False
            self.jumble.begin(self.article, puzzle)
            self.prepare()

    def _show_choice(self) -> None:
        """Show what the next game will be like."""
        found = None if self._puzzle is None else len(self._puzzle.rounds)
        text = WAIT if self._playing else show_choice(self.desk.choice, found)
        self.query_one("#choice", Static).update(text)

    @on(Button.Pressed, "#play")
    def action_play(self) -> None:
        """Play, at once or as soon as the words are chosen."""
        if self._puzzle is not None:
            self.begin_if_ready()
        elif not self._playing:
            self._playing = True
            self._show_choice()
            if self._making is None:
                self.prepare()

    def action_read(self) -> None:
        """Read the whole article."""
        self.app.push_screen(ReadingScreen(self.article, on_play=self.action_play))

    def action_choose(self) -> None:
        """Go to the list, and back."""
        stories = self.query_one(Stories)
        if stories.has_focus:
            self.query_one("#play").focus()
        else:
            stories.focus()
            if stories.highlighted is None:
                stories.action_first()

    def action_next_level(self) -> None:
        """Change the level."""
        self.desk.choice = self.desk.choice.next_level()
        self.prepare()
        self._show_choice()

    def action_next_mode(self) -> None:
        """Change the mode."""
        before = self.desk.choice.length
        self.desk.choice = self.desk.choice.next_mode()
        if self.desk.choice.length != before:
            self.prepare()
        self._show_choice()

    def action_open(self) -> None:
        """Ask for a file or folder."""
        self.app.push_screen(OpenScreen(self._typed), self._open)

    def _open(self, source: str | None) -> None:
        """Open what the player named."""
        if source and source.strip():
            self._typed = source
            self._ask_for(lambda: self.desk.open(source))

    @on(OptionList.OptionSelected)
    def _story_selected(self, event: OptionList.OptionSelected) -> None:
        """Open an article of the list."""
        self._ask_for(self.query_one(Stories).stories[event.option_index].load)

    def _ask_for(self, load: Callable[[], Article | Shelf]) -> None:
        """Have something read in a thread; the newest request wins."""
        self._asked_for += 1
        self._load(load, self._asked_for)

    @work(thread=True, group="load")
    def _load(self, load: Callable[[], Article | Shelf], request: int) -> None:
        """Read an article, or open a source and read its first, in a thread."""
        loaded: tuple[Article, Shelf | None] | str
        try:
            opened = load()
            loaded = (opened.first()[1], opened) if isinstance(opened, Shelf) else (opened, None)
        except ArticleError as error:
            loaded = str(error)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, loaded, request)

    def _loaded(self, loaded: tuple[Article, Shelf | None] | str, request: int) -> None:
        """Show what was read, or say why it could not be."""
        if request != self._asked_for:
            return
        self.app.clear_notifications()
        if isinstance(loaded, str):
            self.notify(loaded, title="Could not open it", severity="warning", markup=False)
            return
        article, shelf = loaded
        if shelf is not None:
            self.desk.add(shelf)
            self._typed = ""
        self.show(article)
