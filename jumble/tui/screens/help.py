"""Help on one screen: the keys, from the command registry, and the rules."""

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from jumble.desk.commands import COMMANDS, Command, Place, commands_at, show_key
from jumble.desk.rules_in_prose import RANKING, SCORING
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Dialog

_ROUNDS = (
    "Each round shows the letters of a word that stands in the article. Type them in the right order; the last letter "
    "submits by itself when the word is right. Any known word with exactly these letters counts, and a wrong try costs "
    "nothing."
)
RULES = (_ROUNDS, SCORING, RANKING)


class HelpText(Widget):
    """Keys in one column, what they do in another, and the rules under them."""

    def __init__(self, first: Place | None) -> None:
        """`first` is the place that the player wants to know about."""
        super().__init__()
        self._places = sorted(Place, key=lambda place: place is not first)

    def render(self) -> Content:
        """Draw the text."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the text takes."""
        return len(self._lines(width))

    def _keys(self, command: Command) -> str:
        """Return all keys of a command as they are written on a keyboard, the player's own where there are some."""
        own: Mapping[str, tuple[str, ...]] = getattr(self.app, "own_keys", {})
        return " ".join(show_key(key) for key in own.get(command.id, command.keys))

    def _lines(self, width: int) -> list[Content]:
        """Return the text in lines of a width."""
        column = max(cell_len(self._keys(command)) for command in COMMANDS) + 2
        lines: list[Content] = []
        for place in self._places:
            lines.append(Content.styled(place.value.upper(), "bold $primary"))
            rows = [(self._keys(command), command.help) for command in commands_at(place)]
            if place is Place.ROUND:
                rows.insert(0, ("letters", "Lay a letter; a click on a tile does, too"))
            for keys, told in rows:
                first, *rest = Content(told).wrap(max(10, width - column))
                lines.append(Content.assemble((keys, "bold"), " " * (column - cell_len(keys)), first))
                lines += [Content.assemble(" " * column, line) for line in rest]
            lines.append(Content(""))
        rules = [line for paragraph in RULES for line in [*Content(paragraph).wrap(width), Content("")]]
        return [*lines, Content.styled("RULES", "bold $primary"), *rules[:-1]]


class HelpScreen(Dialog[None]):
    """Keys and rules."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.HELP)
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, first: Place | None = None) -> None:
        """`first` is the place that the player wants to know about."""
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        box = VerticalScroll(classes="dialog", id="help")
        box.border_title = "Help"
        box.border_subtitle = "↑ ↓ scroll   esc close"
        with box:
            yield HelpText(self._first)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
