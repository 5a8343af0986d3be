"""The box under the article from which the game is played: what it is, the button, what the next game will be like."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from jumble.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from jumble.desk.keeper import CutOff

NAME = "Article Word Jumble"
TAGLINE = "Test your skills by unscrambling words found in this article!"
PLAY = "Play The Word Game!"
BUTTON_WIDTH = 25


class PlayBox(Drawn, can_focus=True):
    """Centred lines in a frame; the button is pressed by a click, or by the command's key wherever the focus is."""

    prefix = "play"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "play--button",
        "play--focused",
        "play--quiet",
        "play--offer",
    }

    class Pressed(Message):
        """The button was clicked."""

    def __init__(self, choice: str, *, id: str) -> None:  # noqa: A002 Textual's name
        """`choice` says what the next game will be like."""
        super().__init__(id=id)
        self.border_title = NAME
        self.choice = choice
        self.offer = ""
        """What can be gone on with; empty when there is nothing."""

    def show(self, *, choice: str | None = None, offer: str | None = None) -> None:
        """Say something else of the next game, or offer something else."""
        shown = (self.choice if choice is None else choice, self.offer if offer is None else offer)
        if shown == (self.choice, self.offer):
            return
        before = len(self._lines_in(self.size.width))
        self.choice, self.offer = shown
        self.refresh(layout=len(self._lines_in(self.size.width)) != before)

    def _lines_in(self, width: int) -> list[tuple[str, str]]:
        """Return the lines in a width, each with its kind."""
        button = "focused" if self.has_focus else "button"
        return [
            *((line, "") for line in _wrapped(TAGLINE, width)),
            (PLAY, button),
            *((line, "quiet") for line in _wrapped(self.choice, width)),
            *((line, "offer") for line in _wrapped(self.offer, width)),
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(self._lines_in(width))

    def render_line(self, y: int) -> Strip:
        """Draw a line, in the middle."""
        width = self.size.width
        lines = self._lines_in(width)
        text, kind = lines[y] if y < len(lines) else ("", "")
        side = " " * ((min(width, BUTTON_WIDTH) - len(PLAY)) // 2 if kind in {"button", "focused"} else 0)
        left = (width - cell_len(text)) // 2 - len(side)
        return self.strip([(" " * left, ""), (side, "button"), (text, kind), (side, "button")], width)

    @property
    def button(self) -> Region:
        """Where the button is, from the corner of the box."""
        width, left = min(self.size.width, BUTTON_WIDTH), self.gutter.left
        return Region(
            left + (self.size.width - width) // 2, self.gutter.top + len(_wrapped(TAGLINE, self.size.width)), width, 1
        )

    def on_click(self, event: events.Click) -> None:
        """Tell when the button was hit."""
        if self.button.contains(event.x, event.y):
            self.post_message(self.Pressed())

    def on_focus(self) -> None:
        """Show it."""
        self.refresh()

    def on_blur(self) -> None:
        """Show it no more."""
        self.refresh()


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(1, width))] if text else []


def offer_to_resume(unfinished: "CutOff | None") -> str:
    """Return the offer to go on with a game that was cut off; empty where there is none."""
    from jumble.game import replay

    if unfinished is None:
        return ""
    game = replay(unfinished.puzzle, unfinished.mode, unfinished.log)
    title = Content(unfinished.article.title).truncate(30, ellipsis=True).plain
    return f"u resumes round {game.number + 1} of {len(game.rounds)}: {title}"
