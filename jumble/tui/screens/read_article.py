"""The whole article, to read; after a game with its words marked."""

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
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.masthead import Masthead
from jumble.tui.widgets.story import Story, portions


class ReadingScreen(Page):
    """An article from headline to end."""

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
        """Show an article; `marks` styles words by their folded form, `legend` tells what that means."""
        super().__init__()
        self._article = article
        self._on_play = on_play
        self._marks = marks
        self._legend = legend
        self._portions = portions(article.paragraphs)

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Masthead(self._article.dateline, self.desk.today())
        with VerticalScroll(id="scroll"):
            yield Static(self._article.title, id="headline", markup=False)
            if self._legend:
                yield Static(self._legend, classes="quiet", id="legend")
            yield from self._next_portion()
        yield KeyBar(bar_items(Place.READING))

    def on_mount(self) -> None:
        """Lay out more as the reader comes to the end of what is there."""
        self.watch(self.query_one(VerticalScroll), "scroll_y", self._scrolled, init=False)

    def _scrolled(self) -> None:
        """Add a portion when little is left below."""
        scroll = self.query_one(VerticalScroll)
        if scroll.max_scroll_y - scroll.scroll_target_y < 2 * scroll.size.height:
            scroll.mount_all(self._next_portion())

    def _next_portion(self) -> list[Story]:
        """Return the next portion of the text; none at its end."""
        portion = next(self._portions, None)
        return [] if portion is None else [Story(portion, self._marks, self._article.language)]

    def action_scroll_on(self) -> None:
        """Scroll by a page; the arrows are the scrolling part's own."""
        self.query_one(VerticalScroll).scroll_page_down()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()

    def action_play(self) -> None:
        """Go back and play."""
        self.dismiss()
        self._on_play()
