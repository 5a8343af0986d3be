"""The front page: the article's opening, the box that starts the game, and the most popular articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from jumble.desk.background import in_background
from jumble.desk.commands import BarItem, Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.screens.opening_page import OpeningPage
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.loadline import LoadLine
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.playbox import PlayBox
from jumble.tui.widgets.story import Opening

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.desk.choice import Choice
    from jumble.desk.keeping import CutOff
    from jumble.desk.library import Story
    from jumble.puzzle import Puzzle
    from jumble.tui.widgets.stories import Stories

POPULAR = "Most Popular Articles"


def show_choice(choice: Choice, found: int | None) -> str:
    """Return what the next game will be like, in a line; `found` words if the article was searched already."""
    rounds = choice.length if found is None else found
    only = "only " if rounds < choice.length else ""
    return f"{choice.mode.title} · {choice.level} · {only}{rounds} {'word' if rounds == 1 else 'words'}"


class FrontScreen(OpeningPage):
    """The page the game opens on."""

    place = Place.FRONT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FRONT)
    AUTO_FOCUS = "#play"

    def __init__(self, *, playing: bool) -> None:
        """Begin without an article; it comes when the page is there. `playing`: a game of it is waited for."""
        super().__init__(first=playing)
        self._stories: Stories | None = None
        """The list; it comes with what it lists."""
        self._choosing = False
        """Whether the player has gone to the list before it was there."""
        self._cut_off: CutOff | None = None
        """A game that can be gone on with."""
        self._puzzle: Puzzle | None = None
        self._making: int | None = None
        """The request for a puzzle that is still to be answered."""
        self._requests = 0
        self._prepared: tuple[str, int] | None = None
        """Level and rounds that the puzzle was asked for with."""
        self._playing = False
        """Whether the player waits for the puzzle."""
        self._reading = False
        """Whether the player has asked to read before there was an article."""
        self._begun = False

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(None, self.desk.today())
        with Horizontal(id="page"):
            with Vertical(id="lead"):
                yield Opening()
                yield PlayBox(show_choice(self.desk.choice, None), id="play")
            with Vertical(id="aside"):
                yield Static(POPULAR, id="popular")
        yield LoadLine()
        yield KeyBar(self._keys())

    def on_mount(self) -> None:
        """Paint the page; what it shows is looked for after that."""
        if self.article is not None:
            self._fill(self.article)
        self.call_after_refresh(self._begin)

    def on_screen_suspend(self) -> None:
        """Begin now if something covers the page before it was painted: it may not be for long."""
        self._begin()

    def _begin(self) -> None:
        """Open what the command line named, or show what was opened before there was a page; once."""
        if self._begun:
            return
        self._begun = True
        self.jumble.first_frame_painted()
        if self.article is None:
            self.list_stories()
            self.open_named()
        else:
            self.game_over()

    @work(exclusive=True, group="stories")
    async def list_stories(self, remember: Article | None = None) -> None:
        """Bring the list up to date: a game was played, or something opened, which is to be remembered."""

        def look() -> tuple[list[Story], CutOff | None]:
            if remember is not None:
                self.desk.library.remember(remember)
            return self.desk.library.stories(), self.desk.keeper.unfinished()

        from jumble.tui.widgets.stories import Stories

        stories, self._cut_off = await in_background(look)
        if not self.is_running:  # the game is ending
            return
        if self._stories is None:
            self._stories = Stories()
            await self.query_one("#aside").mount(self._stories)
        self._stories.show(stories, self.article.title if self.article else "")
        if self._choosing:
            self._choosing = False
            self.action_choose()
        self._show_cut_off()
        self._show_keys()
        self.jumble.tell_notice()

    def show(self, article: Article) -> None:
        """Show another article."""
        first, self.article = self.article is None, article
        self._playing = self._playing and first  # whoever waits for the first has asked for this one
        self._fill(article)
        if not first:  # the first one comes by itself, while the player may be in the list already
            self.set_focus(self.query_one("#play"))
        self.list_stories(article)
        self.prepare()
        self._show_choice()
        self._show_keys()
        if self._reading and self.app.screen is self:
            self.action_read()
        self._reading = False

    def _fill(self, article: Article) -> None:
        """Put an article on the page."""
        self.query_one(Masthead).show(article.dateline)
        self.query_one(Opening).show(article.title, article.paragraphs)

    def _show_keys(self) -> None:
        """Show the keys that apply."""
        self.query_one(KeyBar).show(self._keys())

    def _keys(self) -> list[BarItem]:
        """Return the keys that apply."""
        without = set() if self._contents else {"front.contents"}
        if self._cut_off is None:
            without.add("front.resume")
        return bar_items(Place.FRONT, without=without)

    def _show_cut_off(self) -> None:
        """Offer the game that was cut off."""
        from jumble.game import replay

        offer, cut_off = "", self._cut_off
        if cut_off is not None:
            game = replay(cut_off.puzzle, cut_off.mode, cut_off.log)
            title = Content(cut_off.article.title).truncate(30, ellipsis=True).plain
            offer = f"u resumes round {game.number + 1} of {len(game.rounds)}: {title}"
        self.query_one(PlayBox).show(offer=offer)

    # --- the next game

    def prepare(self) -> None:
        """Make the next puzzle while the player reads."""
        self._puzzle = None
        self._prepared = (self.desk.choice.level, self.desk.choice.length)
        if self.article is not None:
            self._requests += 1
            self._making = self._requests
            self._make_puzzle(self.article, self.desk.seed(), self._requests)

    @work(group="puzzle")
    async def _make_puzzle(self, article: Article, seed: int, request: int) -> None:
        """Make a puzzle in the background; take it if no other was asked for meanwhile."""
        from jumble.puzzle import PuzzleError
        from jumble.words import WordsError

        made: Puzzle | str
        try:
            made = await in_background(lambda: self.desk.puzzle(article, seed))
        except (PuzzleError, WordsError) as error:
            made = str(error)
        if request == self._making:
            self._making = None
            self._puzzle_made(made, article)

    def _puzzle_made(self, made: Puzzle | str, article: Article) -> None:
        """Keep the puzzle, and begin if the player has been waiting for it."""
        if isinstance(made, str):
            if self._playing or self.jumble.owes_game:
                self.jumble.refuse(f"{article.title}: {made}")
            self._playing = False
        else:
            self._puzzle = made
        if self.jumble.waiting_for_words or (self._playing and self.app.screen is self):
            self.begin_if_ready()
        else:  # the player has turned to something else
            self._playing = False
        self._show_choice()

    def begin_if_ready(self) -> None:
        """Begin the game whose words are chosen."""
        puzzle, self._puzzle = self._puzzle, None
        if puzzle is not None and self.article is not None:
            self._playing = False
            self.jumble.begin(self.article, puzzle)

    def game_over(self) -> None:
        """List the game just played, and make the next puzzle: in a game nothing else is to be at work."""
        self.list_stories()
        if self._puzzle is None and self._making is None:
            self.prepare()
        self._show_choice()

    def stop_waiting(self) -> None:
        """Give up what the player is waiting for."""
        self._playing = False
        self.query_one(LoadLine).cancel()
        self._show_choice()

    def turn_away(self) -> None:
        """Play and read nothing yet."""
        self._playing = self._reading = False

    def _show_choice(self) -> None:
        """Show what the next game will be like."""
        from jumble.tui.screens.wait import CHOOSING

        found = None if self._puzzle is None else len(self._puzzle.rounds)
        text = CHOOSING if self._playing else show_choice(self.desk.choice, found)
        self.query_one(PlayBox).show(choice=text)

    @on(PlayBox.Pressed)
    def action_play(self) -> None:
        """Play, at once or as soon as the words are chosen."""
        if self._puzzle is not None:
            self.begin_if_ready()
        elif not self._playing:
            self._playing = True
            self._show_choice()
            if self._making is None:
                self.prepare()

    def action_next_level(self) -> None:
        """Change the level."""
        self.desk.choice = self.desk.choice.next_level()
        self.jumble.preferences.change(level=self.desk.choice.level)
        self.jumble.take_settings()

    def action_next_mode(self) -> None:
        """Change the mode."""
        self.desk.choice = self.desk.choice.next_mode()
        self.jumble.preferences.change(mode=self.desk.choice.mode.name)
        self.jumble.take_settings()

    def settings_changed(self) -> None:
        """Choose other words if the game is to be another, and show what it will be like."""
        self.query_one(Masthead).refresh()
        choice = self.desk.choice
        if (choice.level, choice.length) != self._prepared:
            self.prepare()
        self._show_choice()

    def action_settings(self) -> None:
        """Change the settings."""
        from jumble.tui.screens.change_settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    # --- reading and choosing

    def action_read(self) -> None:
        """Read the whole article, when it is there."""
        from jumble.tui.screens.read_article import ReadingScreen

        self._reading = self.article is None
        if self.article is not None:
            self.app.push_screen(ReadingScreen(self.article, on_play=self.action_play))

    def action_choose(self) -> None:
        """Go to the list, and back."""
        stories = self._stories
        if stories is None:
            self._choosing = not self._choosing
        elif stories.has_focus:
            self.set_focus(self.query_one("#play"))
        else:
            self.set_focus(stories)  # at once: focus() would let the next key go elsewhere
            if stories.highlighted is None:
                stories.action_first()

    def on_stories_chosen(self, event: Stories.Chosen) -> None:
        """Open an article of the list."""
        self._open_story(event.story)

    # --- a game that was cut off

    def action_resume(self) -> None:
        """Go on with the game that was cut off."""
        game, self._cut_off = self._cut_off, None
        if game is None:
            return
        session = self.desk.resumed(game)
        if session is None:
            self.notify("It was played with another version of the game.", title="Cannot go on with it", markup=False)
            self.list_stories()
        else:
            self.jumble.resume(game.article, session)
