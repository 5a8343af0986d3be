"""The front page: the beginning of the article, the box that starts the game, and the most popular articles.

It draws its state and carries out actions; which actions follow from an event is decided in `desk.front_page_rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, assert_never

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from jumble.desk import front_page, front_page_actions
from jumble.desk.background import in_background
from jumble.desk.commands import BarItem, Place, bar_items
from jumble.desk.front_page_rules import COULD_NOT_OPEN_ALL, step
from jumble.tui.bindings import bindings
from jumble.tui.screens.opening_page import OpeningPage
from jumble.tui.widgets.article_text import ArticlePreview
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.loadline import LoadLine
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.playbox import PlayBox, offer_to_resume

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.desk.choice import Choice
    from jumble.desk.keeper import CutOff
    from jumble.desk.library import Story
    from jumble.tui.widgets.stories import ArticleList

POPULAR = "Most Popular Articles"
LONG_NOTICE_SECONDS = 12.0
"""For a notice that names several sources, which takes longer to read."""


class FrontScreen(OpeningPage):
    """The screen that the game starts with, and comes back to after each game."""

    place = Place.FRONT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FRONT)
    AUTO_FOCUS = "#play"

    def __init__(self, choice: Choice, *, playing: bool) -> None:
        """Begin without an article; it is opened later. `playing` says that the command line asked for a game."""
        super().__init__()
        self.state = front_page.FrontPage(front_page.PuzzleSettings(choice.level, choice.length), owed=playing)
        self._article_list: ArticleList | None = None
        """The list of articles; None until the library has been read."""
        self._offer = ""
        """The line that offers to resume an interrupted game; empty where there is none."""

    def compose(self) -> ComposeResult:
        """Lay out the page; the list of articles is mounted later."""
        yield Masthead(None, self.desk.today())
        with Horizontal(id="page"):
            with Vertical(id="lead"):
                yield ArticlePreview()
                yield PlayBox(self.desk.choice.summary(None), id="play")
            with Vertical(id="aside"):
                yield Static(POPULAR, id="popular")
        yield LoadLine()
        yield KeyBar(self._key_bar_items())

    def on_mount(self) -> None:
        """Draw the article if it is open already; everything else starts after the first paint."""
        if self.article is not None:
            self._set_article(self.article)
        self.call_after_refresh(self._start_after_first_paint)

    def on_screen_suspend(self) -> None:
        """Start at once if another screen covers the page before its first paint."""
        self._start_after_first_paint()

    def _start_after_first_paint(self) -> None:
        """Start opening what the page shows after its first paint; later calls do nothing."""
        if not self.state.begun and self.is_composed:
            self.jumble.run_postponed_work()
            self.apply_event(front_page.Painted())

    # --- events, state and actions

    def apply_event(self, event: front_page.Event) -> None:
        """Apply an event to the state, carry out the actions that follow, and draw the new state."""
        unfinished = self.state.unfinished
        self.state, actions = step(self.state, event, self.in_front)
        if self.state.unfinished is not unfinished:
            self._offer = offer_to_resume(self.state.unfinished)
        for action in actions:
            self._carry_out(action)
        if self.is_composed:
            self._show_state()

    def _carry_out(self, action: front_page_actions.Action) -> None:  # noqa: C901, PLR0912 one case for each action
        """Carry out one action that the rules have asked for."""
        match action:
            case front_page_actions.OpenNamed():
                self.open_named_sources(action)
            case front_page_actions.OpenHouse():
                self.open_house_edition()
            case front_page_actions.CancelOpening():
                self.query_one(LoadLine).cancel()
            case front_page_actions.ShowArticle(article, first):
                self._show_article(article, first=first)
            case front_page_actions.OfferShelf(shelf):
                self.offer_shelf(shelf)
            case front_page_actions.ListStories(remember):
                self._list_articles(remember)
            case front_page_actions.FocusList():
                self._focus_list()
            case front_page_actions.MakePuzzle(request, article):
                self._make_puzzle(article, self.desk.seed(), request)
            case front_page_actions.BeginGame(article, puzzle):
                self.jumble.begin_game(article, puzzle)
            case front_page_actions.ResumeGame(unfinished):
                self._resume_game(unfinished)
            case front_page_actions.Read(article):
                self._read_article(article)
            case front_page_actions.Say(title, text):
                timeout = LONG_NOTICE_SECONDS if title == COULD_NOT_OPEN_ALL else None
                self.notify(text, title=title, severity="warning", timeout=timeout, markup=False)
            case front_page_actions.ClearNotices():
                self.app.clear_notifications()
            case front_page_actions.End(reason):
                self.jumble.exit_with_refusal(reason)
            case _:
                assert_never(action)

    def _show_state(self) -> None:
        """Draw the description of the next game, the offer to resume one, and the key bar."""
        self.query_one(PlayBox).set_texts(choice=self._next_game_text(), offer=self._offer)
        self.query_one(KeyBar).set_items(self._key_bar_items())

    def _next_game_text(self) -> str:
        """Return mode, level and length of the next game, or that its words are being chosen for a waiting player."""
        from jumble.tui.screens.wait import CHOOSING

        if self.state.awaited is front_page.Awaited.GAME:
            return CHOOSING
        stage = self.state.stage
        return self.desk.choice.summary(len(stage.puzzle.rounds) if isinstance(stage, front_page.Ready) else None)

    def _key_bar_items(self) -> list[BarItem]:
        """Return the commands for the key bar, without those that have nothing to act on."""
        unavailable = set() if self.has_contents else {"front.contents"}
        if self.state.unfinished is None:
            unavailable.add("front.resume")
        return bar_items(Place.FRONT, without=unavailable)

    # --- the article and the list

    def _show_article(self, article: Article, *, first: bool) -> None:
        """Show an article on the page, and on the waiting screen if that is in front.

        The focus goes to the play box, unless it is the first article: the player may have gone to the list by then.
        """
        from jumble.tui.screens.wait import WaitScreen

        self._set_article(article)
        if not first:
            self.set_focus(self.query_one("#play"))
        if isinstance(self.app.screen, WaitScreen):
            self.app.screen.set_article(article)

    def _set_article(self, article: Article) -> None:
        """Draw an article's dateline, title and beginning."""
        self.query_one(Masthead).set_dateline(article.dateline)
        self.query_one(ArticlePreview).set_article(article.title, article.paragraphs)

    @work(exclusive=True, group="stories")
    async def _list_articles(self, remember: Article | None) -> None:
        """Save `remember`, an article just opened, in the library; then list the library and any interrupted game."""

        def read_library() -> tuple[list[Story], CutOff | None]:
            if remember is not None:
                self.desk.library.remember(remember)
            return self.desk.library.stories(), self.desk.keeper.unfinished()

        from jumble.tui.widgets.stories import ArticleList

        stories, unfinished = await in_background(read_library)
        if not self.is_running:  # the game is ending
            return
        if self._article_list is None:
            self._article_list = ArticleList()
            await self.query_one("#aside").mount(self._article_list)
        self._article_list.set_stories(stories, self.article.title if self.article else "")
        self.apply_event(front_page.Listed(unfinished))
        self.jumble.notify_of_records()

    def on_article_list_chosen(self, event: ArticleList.Chosen) -> None:
        """Open the article chosen from the list."""
        self.open_listed_article(event.story)

    def action_choose(self) -> None:
        """Move the focus to the list, or back to the play box; before there is a list, ask for it."""
        if self._article_list is None:
            self.apply_event(front_page.AskedForList())
        elif self._article_list.has_focus:
            self.set_focus(self.query_one("#play"))
        else:
            self._focus_list()

    def _focus_list(self) -> None:
        """Move the focus to the list, and highlight its first article if none is."""
        if self._article_list is not None:
            self.set_focus(self._article_list)  # focus() would act later, and the next key would go elsewhere
            if self._article_list.highlighted is None:
                self._article_list.action_first()

    def action_read(self) -> None:
        """Read the whole article, as soon as it is open."""
        self.apply_event(front_page.AskedToRead())

    def _read_article(self, article: Article) -> None:
        """Push the screen with the whole article."""
        from jumble.tui.screens.read_article import ReadingScreen

        self.app.push_screen(ReadingScreen(article, on_play=self.action_play))

    # --- the next game

    @work(group="puzzle")
    async def _make_puzzle(self, article: Article, seed: int, request: int) -> None:
        """Make a puzzle in a thread; the event that reports it bears `request`, so that only the newest one counts."""
        from jumble.puzzle import PuzzleError
        from jumble.words import WordsError

        try:
            puzzle = await in_background(lambda: self.desk.puzzle(article, seed))
        except (PuzzleError, WordsError) as error:
            self.apply_event(front_page.NoWords(request, str(error)))
        else:
            self.apply_event(front_page.WordsChosen(request, puzzle))

    @on(PlayBox.Pressed)
    def action_play(self) -> None:
        """Play, now or as soon as the words are chosen."""
        self.apply_event(front_page.AskedToPlay())

    def game_over(self) -> None:
        """Prepare the next game: the one being played was finished or left."""
        self.apply_event(front_page.GameOver())

    def action_resume(self) -> None:
        """Resume the interrupted game, if there is one."""
        self.apply_event(front_page.AskedToResume())

    def _resume_game(self, unfinished: CutOff) -> None:
        """Resume an interrupted game, or say why not if its log does not replay under the current rules."""
        session = self.desk.resumed(unfinished)
        if session is None:
            self.notify("It was played with another version of the game.", title="Cannot go on with it", markup=False)
            self._list_articles(None)
        else:
            self.apply_event(front_page.GameResumed())
            self.jumble.resume_game(unfinished.article, session)

    # --- settings

    def action_next_level(self) -> None:
        """Change to the next level."""
        self.desk.choice = self.desk.choice.next_level()
        self.jumble.preferences.change(level=self.desk.choice.level)
        self.jumble.apply_settings()

    def action_next_mode(self) -> None:
        """Change to the next mode."""
        self.desk.choice = self.desk.choice.next_mode()
        self.jumble.preferences.change(mode=self.desk.choice.mode.name)
        self.jumble.apply_settings()

    def settings_changed(self) -> None:
        """Draw the page with the new settings; words are chosen again if level or length have changed."""
        choice = self.desk.choice
        if self.is_composed:
            self.query_one(Masthead).refresh()
        self.apply_event(front_page.SettingsChanged(front_page.PuzzleSettings(choice.level, choice.length)))

    def action_settings(self) -> None:
        """Push the page of settings."""
        from jumble.tui.screens.change_settings import SettingsScreen

        self.app.push_screen(SettingsScreen())
