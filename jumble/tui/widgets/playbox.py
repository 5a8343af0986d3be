"""The box below the article: the name of the game, its button, and a description of the next game."""

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
    """Centred lines in a frame; a click on the button posts `Pressed`, the play key works wherever the focus is."""

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
        """Begin with `choice`, the description of the next game."""
        super().__init__(id=id)
        self.border_title = NAME
        self.choice = choice
        self.offer = ""
        """The line that offers to resume an interrupted game; empty where there is none."""

    def set_texts(self, *, choice: str, offer: str) -> None:
        """Change the description of the next game and the offer to resume one."""
        if (choice, offer) == (self.choice, self.offer):
            return
        before = len(self._lines_in(self.size.width))
        self.choice, self.offer = choice, offer
        self.refresh(layout=len(self._lines_in(self.size.width)) != before)

    def _lines_in(self, width: int) -> list[tuple[str, str]]:
        """Return the lines for a width, each with the kind that styles it."""
        button = "focused" if self.has_focus else "button"
        return [
            *((line, "") for line in _wrapped(TAGLINE, width)),
            (PLAY, button),
            *((line, "quiet") for line in _wrapped(self.choice, width)),
            *((line, "offer") for line in _wrapped(self.offer, width)),
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the box takes at a width."""
        return len(self._lines_in(width))

    def render_line(self, y: int) -> Strip:
        """Draw a line, centred; the button is wider than its text."""
        width = self.size.width
        lines = self._lines_in(width)
        text, kind = lines[y] if y < len(lines) else ("", "")
        side = " " * ((min(width, BUTTON_WIDTH) - len(PLAY)) // 2 if kind in {"button", "focused"} else 0)
        left = (width - cell_len(text)) // 2 - len(side)
        return self.strip([(" " * left, ""), (side, "button"), (text, kind), (side, "button")], width)

    @property
    def button(self) -> Region:
        """The region of the button, relative to the box."""
        width, left = min(self.size.width, BUTTON_WIDTH), self.gutter.left
        return Region(
            left + (self.size.width - width) // 2, self.gutter.top + len(_wrapped(TAGLINE, self.size.width)), width, 1
        )

    def on_click(self, event: events.Click) -> None:
        """Post `Pressed` if the button was clicked."""
        if self.button.contains(event.x, event.y):
            self.post_message(self.Pressed())

    def on_focus(self) -> None:
        """Draw the button as focused."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the button as not focused."""
        self.refresh()


def _wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text wrapped to a width; none for an empty text."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(1, width))] if text else []


def offer_to_resume(unfinished: "CutOff | None") -> str:
    """Return the line that offers to resume an interrupted game; empty if there is none."""
    from jumble.game import replay

    if unfinished is None:
        return ""
    game = replay(unfinished.puzzle, unfinished.mode, unfinished.log)
    title = Content(unfinished.article.title).truncate(30, ellipsis=True).plain
    return f"u resumes round {game.number + 1} of {len(game.rounds)}: {title}"
