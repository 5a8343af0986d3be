"""A page on which articles are opened, pasted and chosen; what follows is decided in `desk.front_page_rules`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on

from jumble.desk.commands import Place
from jumble.desk.front_page import (
    AskedToOpen,
    CameOpen,
    CameToFront,
    CouldNotOpen,
    Event,
    FrontPage,
    InFront,
    TurnedToShelf,
)
from jumble.desk.front_page_actions import OpenNamed
from jumble.tui.screens.page import Page
from jumble.tui.widgets.loadline import Job, LoadLine

if TYPE_CHECKING:
    from jumble.article import Article, Cancel, Entry, Shelf
    from jumble.desk.library import Story
    from jumble.desk.opener import Opened, Progress
    from jumble.tui.screens.open_dialog import PastedText


class OpeningPage(Page):
    """A page with a `LoadLine` and one article at a time."""

    state: FrontPage

    def happen(self, event: Event) -> None:
        """Change the state by what happened, and do what follows from it."""
        raise NotImplementedError

    @property
    def article(self) -> Article | None:
        """The article on the page."""
        return self.state.article

    @property
    def is_composed(self) -> bool:
        """Whether the page has its widgets: not before it is mounted, nor where the app ends meanwhile."""
        return self.is_running and len(self.query("LoadLine, PlayBox, KeyBar")) == 3

    @property
    def in_front(self) -> InFront:
        """What the player looks at."""
        screen = self.app.screen
        if screen is self:
            return InFront.PAGE
        return InFront.WAIT if getattr(screen, "place", None) is Place.WAITING else InFront.ELSEWHERE

    # --- choosing

    @property
    def has_contents(self) -> bool:
        """Whether the article is one of several that can be chosen from."""
        from jumble.desk.library import is_part

        shelf, article = self.state.shelf, self.article
        return (shelf is not None and len(shelf.entries) > 1) or (article is not None and is_part(article.source))

    def action_contents(self) -> None:
        """Choose another article of the shelf; a shelf that is not open any more is opened again."""
        from jumble.desk.library import is_part, whole_source

        shelf = self.state.shelf
        if shelf is not None and len(shelf.entries) > 1:
            self.offer_shelf(shelf)
        elif self.article is not None and is_part(self.article.source):
            self._open_source(whole_source(self.article.source))

    def offer_shelf(self, shelf: Shelf) -> None:
        """Let the player choose from a shelf."""
        from jumble.tui.screens.choose_entry import ChooseScreen

        self.happen(TurnedToShelf())
        current = self.article.title if self.article else ""
        plays = self.desk.library.plays_of_entries(shelf)
        self.app.push_screen(ChooseScreen(shelf, plays, current), lambda entry: self._entry_chosen(shelf, entry))

    def _entry_chosen(self, shelf: Shelf, entry: Entry | None) -> None:
        """Open the entry that was chosen; ask first where it is only a summary."""
        from jumble.tui.screens.summary import SummaryScreen

        if entry is None:
            if self.article is None:  # there is no page to go back to: that of the first one
                self._open_entry(shelf, shelf.entries[0], whole=shelf.entries[0].summary is None)
        elif entry.link:
            self.app.push_screen(SummaryScreen(entry), lambda whole: self._open_entry(shelf, entry, whole))
        else:
            self._open_entry(shelf, entry, whole=False)

    def _open_entry(self, shelf: Shelf, entry: Entry, whole: bool | None) -> None:  # noqa: FBT001 what a screen gives back
        """Open an entry of a shelf, or what it links to."""
        from jumble.article import clean_line

        if whole is None:
            if self.article is None:
                self.offer_shelf(shelf)
            return

        def open_entry(progress: Progress, cancel: Cancel) -> Opened:
            opened = self.desk.opener.open_entry(entry, whole=whole, progress=progress, cancel=cancel)
            return opened if opened.article is None else opened._replace(shelf=shelf)

        self._ask_to_open(clean_line(entry.link if whole and entry.link else entry.title), open_entry)

    def action_library(self) -> None:
        """Search the library."""
        from jumble.tui.screens.search_library import LibraryScreen

        self.app.push_screen(LibraryScreen(self.desk.library.stories), self.open_story)

    def open_story(self, story: Story | None) -> None:
        """Open an article of the list or the library."""
        from jumble.desk.opener import Opened

        if story is not None:
            self._ask_to_open(story.title, lambda _, __: Opened(story.load()))

    # --- opening

    def open_named(self, action: OpenNamed) -> None:
        """Open what the command line named."""
        from jumble.desk.library import show_source

        names = self.desk.opener.sources
        name = "the paper" if not names else show_source(names[0]) if len(names) == 1 else f"{len(names)} sources"
        self.query_one(LoadLine).load(name, partial(self.desk.open_first, first=action.first))

    def open_house(self) -> None:
        """Open the house edition at the article of the day."""
        self.query_one(LoadLine).load("the paper", lambda _, __: self.desk.opener.open_house())

    def action_open(self) -> None:
        """Ask for a file, a folder or an address."""
        from jumble.tui.screens.open_dialog import OpenScreen

        self.app.push_screen(OpenScreen(self.state.typed, self.desk.library.recent_sources()), self._open_source)

    def on_paste(self, event: events.Paste) -> None:
        """Make an article of a text that is pasted, or open what it names."""
        from jumble.tui.screens.open_dialog import PastedText

        event.stop()
        self._open_source(PastedText(event.text))

    def _open_source(self, source: str | PastedText | None) -> None:
        """Open what the player named or pasted."""
        from jumble.desk.library import show_source
        from jumble.tui.screens.open_dialog import PastedText

        opener = self.desk.opener
        if isinstance(source, PastedText):
            text = source.text
            if text.strip():
                self._ask_to_open(
                    "what was pasted", lambda progress, cancel: opener.open_pasted(text, progress, cancel)
                )
        elif source and source.strip():
            self._ask_to_open(
                show_source(source), lambda progress, cancel: opener.open(source, progress, cancel), typed=source
            )

    def action_cancel(self) -> None:
        """Give up what is being opened."""
        self.query_one(LoadLine).cancel()

    def _ask_to_open(self, name: str, job: Job, typed: str | None = None) -> None:
        """Have something opened that the player calls `name`."""
        self.happen(AskedToOpen(typed))
        self.query_one(LoadLine).load(name, job)

    @on(LoadLine.Told)
    def _opening_progressed(self, event: LoadLine.Told) -> None:
        """Say in front of a game that is waited for how far its article is."""
        from jumble.tui.screens.wait import WaitScreen

        if event.text and isinstance(self.app.screen, WaitScreen):
            self.app.screen.tell(event.text)

    @on(LoadLine.Failed)
    def _opening_failed(self, event: LoadLine.Failed) -> None:
        """Nothing was opened."""
        self.happen(CouldNotOpen(event.reason, cancelled=event.cancelled))

    @on(LoadLine.Done)
    def _opening_done(self, event: LoadLine.Done) -> None:
        """Something was opened."""
        opened = event.opened
        shelf = opened.shelf or (self._shelf_with(opened.article) if opened.article is not None else None)
        self.happen(CameOpen(opened, shelf))

    def on_screen_resume(self) -> None:
        """Show what was opened meanwhile."""
        self.happen(CameToFront())

    def _shelf_with(self, article: Article) -> Shelf | None:
        """Return the shelf that an article of the list comes from, if it is at hand."""
        from jumble.article import HOUSE
        from jumble.desk.library import locate

        if article.source.startswith(HOUSE):
            return self.desk.opener.house
        shelf = self.state.shelf
        entries = shelf.entries if shelf else ()
        is_on_it = any((locate(entry.source), entry.title) == (article.source, article.title) for entry in entries)
        return shelf if is_on_it else None
