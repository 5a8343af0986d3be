"""The screen to read the whole article; after a game, the words of the game are marked in it."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from jumble.article import Article
from jumble.desk.commands import Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Page
from jumble.tui.widgets.article_text import ArticleText, portions
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead


class ReadingScreen(Page):
    """Shows an article, laid out portion by portion while the reader scrolls."""

    place = Place.READING
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.READING)
    AUTO_FOCUS = "#scroll"

    def __init__(
        self,
        article: Article,
        *,
        on_play: Callable[[], None],
        marks: Mapping[str, str] | None = None,
        legend: str = "",
    ) -> None:
        """Show `article`; the play key calls `on_play`.

        `marks` maps folded words to the styles that they are drawn in, and `legend` explains those.
        """
        super().__init__()
        self._article = article
        self._on_play = on_play
        self._marks = marks
        self._legend = legend
        self._portions = portions(article.paragraphs)

    def compose(self) -> ComposeResult:
        """Lay out the page with the first portion of the text."""
        yield Masthead(self._article.dateline, self.desk.today())
        with VerticalScroll(id="scroll"):
            yield Static(self._article.title, id="headline", markup=False)
            if self._legend:
                yield Static(self._legend, classes="quiet", id="legend")
            yield from self._next_portion()
        yield KeyBar(bar_items(Place.READING))

    def on_mount(self) -> None:
        """Lay out more text whenever the reader scrolls near the end of it."""
        self.watch(self.query_one(VerticalScroll), "scroll_y", self._scrolled, init=False)

    def _scrolled(self) -> None:
        """Mount the next portion if less than two screens of text are left below."""
        scroll = self.query_one(VerticalScroll)
        if scroll.max_scroll_y - scroll.scroll_target_y < 2 * scroll.size.height:
            scroll.mount_all(self._next_portion())

    def _next_portion(self) -> list[ArticleText]:
        """Return the next portion of the text as a list of one widget; empty at the end of the text."""
        portion = next(self._portions, None)
        return [] if portion is None else [ArticleText(portion, self._marks, self._article.language)]

    def action_scroll_on(self) -> None:
        """Scroll down by a page; the arrow keys are bound by the scrolling container."""
        self.query_one(VerticalScroll).scroll_page_down()

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.dismiss()

    def action_play(self) -> None:
        """Go back to the screen before, and play."""
        self.dismiss()
        self._on_play()
