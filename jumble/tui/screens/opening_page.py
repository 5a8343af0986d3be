"""A page on which articles are opened, pasted and chosen; what came of it is shown by whoever fills the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events, on

from jumble.tui.screens.page import Page
from jumble.tui.widgets.loadline import Job, LoadLine

if TYPE_CHECKING:
    from jumble.article import Article, Cancel, Entry, Shelf
    from jumble.desk.library import Story
    from jumble.desk.opener import Opened, Progress
    from jumble.tui.screens.open_dialog import PastedText


class OpeningPage(Page):
    """A page with a `LoadLine` and one article at a time."""

    def __init__(self, *, first: bool) -> None:
        """Begin without an article; `first`: of many that the command line named the first will do."""
        super().__init__()
        self._first = first
        self.article: Article | None = None
        self._shelf: Shelf | None = None
        """What the article was chosen from."""
        self._held: Opened | None = None
        """What was opened while the player was elsewhere."""
        self._starting = True
        """Whether what the command line named is still to come."""
        self._typed = ""
        """What the player last tried to open, to be mended."""

    def show(self, article: Article) -> None:
        """Show another article."""
        raise NotImplementedError

    def turn_away(self) -> None:
        """Give up what the player was waiting for: there is something to choose first."""
        raise NotImplementedError

    def take_first(self, opened: Opened) -> None:
        """Take note of what was opened before there was a page; it is shown when the page is."""
        self.article, self._shelf, self._starting = opened.article, opened.shelf, False

    def open_named(self) -> None:
        """Open what the command line named, unless the player was faster and has asked for something else."""
        if not self._starting:
            return
        from jumble.desk.library import show_source

        names = self.desk.opener.sources
        name = "the paper" if not names else show_source(names[0]) if len(names) == 1 else f"{len(names)} sources"
        self.query_one(LoadLine).load(name, partial(self.desk.open_first, first=self._first))

    # --- choosing

    @property
    def _contents(self) -> bool:
        """Whether the article is one of several that can be chosen from."""
        from jumble.desk.library import is_part

        shelf, article = self._shelf, self.article
        return (shelf is not None and len(shelf.entries) > 1) or (article is not None and is_part(article.source))

    def action_contents(self) -> None:
        """Choose another article of the shelf; a shelf that is not open any more is opened again."""
        from jumble.desk.library import is_part, whole_source

        if self._shelf is not None and len(self._shelf.entries) > 1:
            self._choose(self._shelf)
        elif self.article is not None and is_part(self.article.source):
            self._open(whole_source(self.article.source))

    def _choose(self, shelf: Shelf) -> None:
        """Let the player choose from a shelf."""
        from jumble.tui.screens.choose_entry import ChooseScreen

        self.turn_away()
        current = self.article.title if self.article else ""
        plays = self.desk.library.plays(shelf)
        self.app.push_screen(ChooseScreen(shelf, plays, current), lambda entry: self._chosen(shelf, entry))

    def _chosen(self, shelf: Shelf, entry: Entry | None) -> None:
        """Open the entry that was chosen; ask first where it is only a summary."""
        from jumble.tui.screens.summary import SummaryScreen

        if entry is None:
            if self.article is None:  # there is no page to go back to: that of the first one
                self._take(shelf, shelf.entries[0], whole=shelf.entries[0].summary is None)
        elif entry.link:
            self.app.push_screen(SummaryScreen(entry), lambda whole: self._take(shelf, entry, whole))
        else:
            self._take(shelf, entry, whole=False)

    def _take(self, shelf: Shelf, entry: Entry, whole: bool | None) -> None:  # noqa: FBT001 what a screen gives back
        """Open an entry of a shelf, or what it links to."""
        from jumble.article import clean_line

        if whole is None:
            if self.article is None:
                self._choose(shelf)
            return

        def take(progress: Progress, cancel: Cancel) -> Opened:
            opened = self.desk.opener.take(entry, whole=whole, progress=progress, cancel=cancel)
            return opened if opened.article is None else opened._replace(shelf=shelf)

        self._ask_for(clean_line(entry.link if whole and entry.link else entry.title), take)

    def action_library(self) -> None:
        """Search the library."""
        from jumble.tui.screens.search_library import LibraryScreen

        self.app.push_screen(LibraryScreen(self.desk.library.stories), self._open_story)

    def _open_story(self, story: Story | None) -> None:
        """Open an article of the list or the library."""
        from jumble.desk.opener import Opened

        if story is not None:
            self._ask_for(story.title, lambda _, __: Opened(story.load()))

    # --- opening

    def action_open(self) -> None:
        """Ask for a file, a folder or an address."""
        from jumble.tui.screens.open_dialog import OpenScreen

        self.app.push_screen(OpenScreen(self._typed, self.desk.library.recent()), self._open)

    def on_paste(self, event: events.Paste) -> None:
        """Make an article of a text that is pasted, or open what it names."""
        from jumble.tui.screens.open_dialog import PastedText

        event.stop()
        self._open(PastedText(event.text))

    def _open(self, source: str | PastedText | None) -> None:
        """Open what the player named or pasted."""
        from jumble.desk.library import show_source
        from jumble.tui.screens.open_dialog import PastedText

        opener = self.desk.opener
        if isinstance(source, PastedText):
            text = source.text
            if text.strip():
                self._ask_for("what was pasted", lambda progress, cancel: opener.paste(text, progress, cancel))
        elif source and source.strip():
            named = self._typed = source
            self._ask_for(show_source(named), lambda progress, cancel: opener.open(named, progress, cancel))

    def action_cancel(self) -> None:
        """Give up what is being opened."""
        self.query_one(LoadLine).cancel()

    def _ask_for(self, name: str, job: Job) -> None:
        """Have something opened; the newest request wins."""
        self._starting, self._held = False, None
        self.query_one(LoadLine).load(name, job)

    @on(LoadLine.Told)
    def _told(self, event: LoadLine.Told) -> None:
        """Say in front of a game that is waited for how far its article is."""
        from jumble.tui.screens.wait import WaitScreen

        if event.text and isinstance(self.app.screen, WaitScreen):
            self.app.screen.tell(event.text)

    @on(LoadLine.Failed)
    def _failed(self, event: LoadLine.Failed) -> None:
        """Say why nothing was opened; when nothing else is there, end or open the house edition."""
        if self._starting and not event.cancelled:
            self.jumble.give_up(event.reason)
            return
        if not event.cancelled:
            self.app.clear_notifications()
            self.notify(event.reason, title="Could not open it", severity="warning", markup=False)
        if self.article is None:
            self._starting = True
            self.query_one(LoadLine).load("the paper", lambda _, __: self.desk.opener.open_house())

    @on(LoadLine.Done)
    def _done(self, event: LoadLine.Done) -> None:
        """Show what was opened, or keep it until the player is back; the first article goes on the page anyhow."""
        from jumble.tui.screens.wait import WaitScreen

        first = self._starting and event.opened.article is not None
        if first or self.app.screen is self or isinstance(self.app.screen, WaitScreen):
            self._take_in(event.opened)
        else:
            self._held = event.opened

    def on_screen_resume(self) -> None:
        """Show what was opened meanwhile."""
        held, self._held = self._held, None
        if held is not None:
            self._take_in(held)

    def _take_in(self, opened: Opened) -> None:
        """Show an article that was opened, let the player choose from a shelf."""
        from jumble.tui.screens.wait import WaitScreen

        starting, self._starting = self._starting, False
        if not starting:  # what was wrong with the request before; at the start there may be other things to tell
            self.app.clear_notifications()
        if opened.notice:
            self.notify(opened.notice, title="Could not open all", severity="warning", timeout=12, markup=False)
        if opened.article is not None:
            self._shelf = opened.shelf or self._shelf_with(opened.article)
            self._typed = self._typed if starting else ""
            self.show(opened.article)
            if isinstance(self.app.screen, WaitScreen):
                self.app.screen.show(opened.article)
        elif opened.shelf is not None:
            self._choose(opened.shelf)

    def _shelf_with(self, article: Article) -> Shelf | None:
        """Return the shelf that an article of the list comes from, if it is at hand."""
        from jumble.article import HOUSE
        from jumble.desk.library import locate

        if article.source.startswith(HOUSE):
            return self.desk.opener.house
        entries = self._shelf.entries if self._shelf else ()
        there = any((locate(entry.source), entry.title) == (article.source, article.title) for entry in entries)
        return self._shelf if there else None
