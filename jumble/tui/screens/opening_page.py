"""The part of the front page that opens articles: from a path, an address, a paste, a shelf or the library."""

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
    """A page with a `LoadLine` and one article at a time; the rules of what to do are in `desk.front_page_rules`."""

    state: FrontPage

    def apply_event(self, event: Event) -> None:
        """Apply an event to the state of the page, and carry out the actions that follow."""
        raise NotImplementedError

    @property
    def article(self) -> Article | None:
        """The article on the page; None before one is open."""
        return self.state.article

    @property
    def is_composed(self) -> bool:
        """Whether the page has its widgets: not before it is mounted, nor while the app is ending."""
        return self.is_running and len(self.query("LoadLine, PlayBox, KeyBar")) == 3

    @property
    def in_front(self) -> InFront:
        """Which screen is in front: this page, the wait for words, or another."""
        screen = self.app.screen
        if screen is self:
            return InFront.PAGE
        return InFront.WAIT if getattr(screen, "place", None) is Place.WAITING else InFront.ELSEWHERE

    # --- choosing an article

    @property
    def has_contents(self) -> bool:
        """Whether there is a shelf of several articles to choose from, or a book or feed that can be opened again."""
        from jumble.desk.library import is_part

        shelf, article = self.state.shelf, self.article
        return (shelf is not None and len(shelf.entries) > 1) or (article is not None and is_part(article.source))

    def action_contents(self) -> None:
        """Choose another article of the shelf; a shelf that is no longer open is opened again first."""
        from jumble.desk.library import is_part, whole_source

        shelf = self.state.shelf
        if shelf is not None and len(shelf.entries) > 1:
            self.offer_shelf(shelf)
        elif self.article is not None and is_part(self.article.source):
            self._open_typed_or_pasted(whole_source(self.article.source))

    def offer_shelf(self, shelf: Shelf) -> None:
        """Push the screen on which the player chooses an entry of a shelf."""
        from jumble.tui.screens.choose_entry import ChooseScreen

        self.apply_event(TurnedToShelf())
        current = self.article.title if self.article else ""
        plays = self.desk.library.plays_of_entries(shelf)
        self.app.push_screen(ChooseScreen(shelf, plays, current), lambda entry: self._entry_chosen(shelf, entry))

    def _entry_chosen(self, shelf: Shelf, entry: Entry | None) -> None:
        """Open the chosen entry; for one that is only a summary with a link, ask first which of the two to open."""
        from jumble.tui.screens.summary import SummaryScreen

        if entry is None:
            if self.article is None:  # there is no article to go back to, so the first one is opened
                self._open_entry(shelf, shelf.entries[0], whole=shelf.entries[0].summary is None)
        elif entry.link:
            self.app.push_screen(SummaryScreen(entry), lambda whole: self._open_entry(shelf, entry, whole))
        else:
            self._open_entry(shelf, entry, whole=False)

    def _open_entry(self, shelf: Shelf, entry: Entry, whole: bool | None) -> None:  # noqa: FBT001 the result of a screen
        """Open an entry, or with `whole` the page that it links to; None opens neither and goes back."""
        from jumble.article import clean_line

        if whole is None:
            if self.article is None:
                self.offer_shelf(shelf)
            return

        def open_entry(progress: Progress, cancel: Cancel) -> Opened:
            opened = self.desk.opener.open_entry(entry, whole=whole, progress=progress, cancel=cancel)
            return opened if opened.article is None else opened._replace(shelf=shelf)

        self._start_opening(clean_line(entry.link if whole and entry.link else entry.title), open_entry)

    def action_library(self) -> None:
        """Push the search of the library, and open what is chosen there."""
        from jumble.tui.screens.search_library import LibraryScreen

        self.app.push_screen(LibraryScreen(self.desk.library.stories), self.open_listed_article)

    def open_listed_article(self, story: Story | None) -> None:
        """Open an article from the list or the library; None opens nothing."""
        from jumble.desk.opener import Opened

        if story is not None:
            self._start_opening(story.title, lambda _, __: Opened(story.load()))

    # --- opening a source

    def open_named_sources(self, action: OpenNamed) -> None:
        """Open the sources that the command line named, or the house edition if it named none."""
        from jumble.desk.library import show_source

        names = self.desk.opener.sources
        name = "the paper" if not names else show_source(names[0]) if len(names) == 1 else f"{len(names)} sources"
        self.query_one(LoadLine).load(name, partial(self.desk.open_first, first=action.first))

    def open_house_edition(self) -> None:
        """Open the house edition with its article of the day."""
        self.query_one(LoadLine).load("the paper", lambda _, __: self.desk.opener.open_house())

    def action_open(self) -> None:
        """Ask for a file, a folder or an address, and open it."""
        from jumble.tui.screens.open_dialog import OpenScreen

        self.app.push_screen(
            OpenScreen(self.state.typed, self.desk.library.recent_sources()), self._open_typed_or_pasted
        )

    def on_paste(self, event: events.Paste) -> None:
        """Open a pasted text as an article, or the file or address that it names."""
        from jumble.tui.screens.open_dialog import PastedText

        event.stop()
        self._open_typed_or_pasted(PastedText(event.text))

    def _open_typed_or_pasted(self, source: str | PastedText | None) -> None:
        """Open what the player typed or pasted; None and blank text open nothing."""
        from jumble.desk.library import show_source
        from jumble.tui.screens.open_dialog import PastedText

        opener = self.desk.opener
        if isinstance(source, PastedText):
            text = source.text
            if text.strip():
                self._start_opening(
                    "what was pasted", lambda progress, cancel: opener.open_pasted(text, progress, cancel)
                )
        elif source and source.strip():
            self._start_opening(
                show_source(source), lambda progress, cancel: opener.open(source, progress, cancel), typed=source
            )

    def action_cancel(self) -> None:
        """Cancel what is being opened."""
        self.query_one(LoadLine).cancel()

    def _start_opening(self, name: str, job: Job, typed: str | None = None) -> None:
        """Open a source with `job` in a thread; `name` is shown meanwhile, `typed` kept to be corrected if it fails."""
        self.apply_event(AskedToOpen(typed))
        self.query_one(LoadLine).load(name, job)

    @on(LoadLine.Progressed)
    def _opening_progressed(self, event: LoadLine.Progressed) -> None:
        """Show the progress on the waiting screen, too, if that is in front."""
        from jumble.tui.screens.wait import WaitScreen

        if event.text and isinstance(self.app.screen, WaitScreen):
            self.app.screen.set_progress(event.text)

    @on(LoadLine.Failed)
    def _opening_failed(self, event: LoadLine.Failed) -> None:
        """Report to the rules that nothing was opened, and why."""
        self.apply_event(CouldNotOpen(event.reason, cancelled=event.cancelled))

    @on(LoadLine.Done)
    def _opening_done(self, event: LoadLine.Done) -> None:
        """Report to the rules what was opened, with the shelf that it belongs to."""
        opened = event.opened
        shelf = opened.shelf or (self._shelf_of(opened.article) if opened.article is not None else None)
        self.apply_event(CameOpen(opened, shelf))

    def on_screen_resume(self) -> None:
        """Show what was opened while another screen was in front."""
        self.apply_event(CameToFront())

    def _shelf_of(self, article: Article) -> Shelf | None:
        """Return the shelf that an article stands on: the house edition or the open shelf; None if it is on neither."""
        from jumble.article import HOUSE
        from jumble.desk.library import locate

        if article.source.startswith(HOUSE):
            return self.desk.opener.house
        shelf = self.state.shelf
        entries = shelf.entries if shelf else ()
        is_on_it = any((locate(entry.source), entry.title) == (article.source, article.title) for entry in entries)
        return shelf if is_on_it else None
