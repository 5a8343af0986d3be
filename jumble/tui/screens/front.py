"""The front page: the article's opening, the box that starts the game, and the most popular articles.

It shows its state and carries out the actions that follow from it; what follows from what is decided in
`desk.front_page_rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, assert_never

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from jumble.desk import front_page as page
from jumble.desk import front_page_actions as do
from jumble.desk.background import in_background
from jumble.desk.commands import BarItem, Place, bar_items
from jumble.desk.front_page_rules import COULD_NOT_OPEN_ALL, step
from jumble.tui.bindings import bindings
from jumble.tui.screens.opening_page import OpeningPage
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.loadline import LoadLine
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.playbox import PlayBox, offer_to_resume
from jumble.tui.widgets.story import Opening

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.desk.choice import Choice
    from jumble.desk.keeper import CutOff
    from jumble.desk.library import Story
    from jumble.tui.widgets.stories import Stories

POPULAR = "Most Popular Articles"
LONG_NOTICE_SECONDS = 12.0
"""A notice that names several sources takes longer to read."""


class FrontScreen(OpeningPage):
    """The page the game opens on."""

    place = Place.FRONT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FRONT)
    AUTO_FOCUS = "#play"

    def __init__(self, choice: Choice, *, playing: bool) -> None:
        """Begin without an article; it comes when the page is there. `playing`: a game of it is waited for."""
        super().__init__()
        self.state = page.FrontPage(page.PuzzleSettings(choice.level, choice.length), owed=playing)
        self._stories: Stories | None = None
        """The list; it comes with what it lists."""
        self._offer = ""
        """What is said of the game that was cut off."""

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(None, self.desk.today())
        with Horizontal(id="page"):
            with Vertical(id="lead"):
                yield Opening()
                yield PlayBox(self.desk.choice.summary(None), id="play")
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
        """Look for what the page shows, now that it is painted."""
        if not self.state.begun and self.is_composed:
            self.jumble.first_frame_painted()
            self.happen(page.Painted())

    # --- the state, and what follows from it

    def happen(self, event: page.Event) -> None:
        """Change the state by what happened, show it, and do what follows."""
        unfinished = self.state.unfinished
        self.state, actions = step(self.state, event, self.in_front)
        if self.state.unfinished is not unfinished:
            self._offer = offer_to_resume(self.state.unfinished)
        for action in actions:
            self._carry_out(action)
        if self.is_composed:
            self._show_state()

    def _carry_out(self, action: do.Action) -> None:  # noqa: C901, PLR0912 one for each action
        """Do one thing that follows from what happened."""
        match action:
            case do.OpenNamed():
                self.open_named(action)
            case do.OpenHouse():
                self.open_house()
            case do.CancelOpening():
                self.query_one(LoadLine).cancel()
            case do.ShowArticle(article, first):
                self._show_article(article, first=first)
            case do.OfferShelf(shelf):
                self.offer_shelf(shelf)
            case do.ListStories(remember):
                self._list_stories(remember)
            case do.FocusList():
                self._focus_list()
            case do.MakePuzzle(request, article):
                self._make_puzzle(article, self.desk.seed(), request)
            case do.BeginGame(article, puzzle):
                self.jumble.begin(article, puzzle)
            case do.ResumeGame(unfinished):
                self._resume(unfinished)
            case do.Read(article):
                self._read(article)
            case do.Say(title, text):
                timeout = LONG_NOTICE_SECONDS if title == COULD_NOT_OPEN_ALL else None
                self.notify(text, title=title, severity="warning", timeout=timeout, markup=False)
            case do.ClearNotices():
                self.app.clear_notifications()
            case do.End(reason):
                self.jumble.give_up(reason)
            case _:
                assert_never(action)

    def _show_state(self) -> None:
        """Show what the next game will be like, the game that was cut off, and the keys that apply."""
        self.query_one(PlayBox).show(choice=self._next_game(), offer=self._offer)
        self.query_one(KeyBar).show(self._keys())

    def _next_game(self) -> str:
        """Return what the next game will be like, or that it is waited for."""
        from jumble.tui.screens.wait import CHOOSING

        if self.state.awaited is page.Awaited.GAME:
            return CHOOSING
        stage = self.state.stage
        return self.desk.choice.summary(len(stage.puzzle.rounds) if isinstance(stage, page.Ready) else None)

    def _keys(self) -> list[BarItem]:
        """Return the keys that apply."""
        without = set() if self.has_contents else {"front.contents"}
        if self.state.unfinished is None:
            without.add("front.resume")
        return bar_items(Place.FRONT, without=without)

    # --- the article and the list

    def _show_article(self, article: Article, *, first: bool) -> None:
        """Put another article on the page, and on the wait for its words."""
        from jumble.tui.screens.wait import WaitScreen

        self._fill(article)
        if not first:
            self.set_focus(self.query_one("#play"))
        if isinstance(self.app.screen, WaitScreen):
            self.app.screen.show(article)

    def _fill(self, article: Article) -> None:
        """Put an article on the page."""
        self.query_one(Masthead).show(article.dateline)
        self.query_one(Opening).show(article.title, article.paragraphs)

    @work(exclusive=True, group="stories")
    async def _list_stories(self, remember: Article | None) -> None:
        """Bring the list up to date: a game was played, or something opened, which is to be remembered."""

        def look() -> tuple[list[Story], CutOff | None]:
            if remember is not None:
                self.desk.library.remember(remember)
            return self.desk.library.stories(), self.desk.keeper.unfinished()

        from jumble.tui.widgets.stories import Stories

        stories, unfinished = await in_background(look)
        if not self.is_running:  # the game is ending
            return
        if self._stories is None:
            self._stories = Stories()
            await self.query_one("#aside").mount(self._stories)
        self._stories.show(stories, self.article.title if self.article else "")
        self.happen(page.Listed(unfinished))
        self.jumble.tell_notice()

    def on_stories_chosen(self, event: Stories.Chosen) -> None:
        """Open an article of the list."""
        self.open_story(event.story)

    def action_choose(self) -> None:
        """Go to the list, and back."""
        if self._stories is None:
            self.happen(page.AskedForList())
        elif self._stories.has_focus:
            self.set_focus(self.query_one("#play"))
        else:
            self._focus_list()

    def _focus_list(self) -> None:
        """Go to the list."""
        if self._stories is not None:
            self.set_focus(self._stories)  # at once: focus() would let the next key go elsewhere
            if self._stories.highlighted is None:
                self._stories.action_first()

    def action_read(self) -> None:
        """Read the whole article, when it is there."""
        self.happen(page.AskedToRead())

    def _read(self, article: Article) -> None:
        """Show the whole article."""
        from jumble.tui.screens.read_article import ReadingScreen

        self.app.push_screen(ReadingScreen(article, on_play=self.action_play))

    # --- the next game

    @work(group="puzzle")
    async def _make_puzzle(self, article: Article, seed: int, request: int) -> None:
        """Make a puzzle in the background."""
        from jumble.puzzle import PuzzleError
        from jumble.words import WordsError

        try:
            puzzle = await in_background(lambda: self.desk.puzzle(article, seed))
        except (PuzzleError, WordsError) as error:
            self.happen(page.NoWords(request, str(error)))
        else:
            self.happen(page.WordsChosen(request, puzzle))

    @on(PlayBox.Pressed)
    def action_play(self) -> None:
        """Play, at once or as soon as the words are chosen."""
        self.happen(page.AskedToPlay())

    def game_over(self) -> None:
        """Take note that a game was played or left."""
        self.happen(page.GameOver())

    def action_resume(self) -> None:
        """Go on with the game that was cut off."""
        self.happen(page.AskedToResume())

    def _resume(self, unfinished: CutOff) -> None:
        """Go on with a game that was cut off, if it can be played by today's rules."""
        session = self.desk.resumed(unfinished)
        if session is None:
            self.notify("It was played with another version of the game.", title="Cannot go on with it", markup=False)
            self._list_stories(None)
        else:
            self.happen(page.GameResumed())
            self.jumble.resume(unfinished.article, session)

    # --- settings

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
        choice = self.desk.choice
        if self.is_composed:
            self.query_one(Masthead).refresh()
        self.happen(page.SettingsChanged(page.PuzzleSettings(choice.level, choice.length)))

    def action_settings(self) -> None:
        """Change the settings."""
        from jumble.tui.screens.change_settings import SettingsScreen

        self.app.push_screen(SettingsScreen())
