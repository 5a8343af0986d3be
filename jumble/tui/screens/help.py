"""The help: all keys, from the command registry, and the rules of the game."""

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
        """Begin with the keys of the place `first`, where the player asked for help."""
        super().__init__()
        self._places = sorted(Place, key=lambda place: place is not first)

    def render(self) -> Content:
        """Draw the help for the current width."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the help takes at a width."""
        return len(self._lines(width))

    def _keys(self, command: Command) -> str:
        """Return all keys of a command as written on a keyboard: those that the player has set, or the default ones."""
        own_keys: Mapping[str, tuple[str, ...]] = getattr(self.app, "own_keys", {})
        return " ".join(show_key(key) for key in own_keys.get(command.id, command.keys))

    def _lines(self, width: int) -> list[Content]:
        """Return the lines of the help for a width: the keys of each place, then the rules."""
        column = max(cell_len(self._keys(command)) for command in COMMANDS) + 2
        lines: list[Content] = []
        for place in self._places:
            lines.append(Content.styled(place.value.upper(), "bold $primary"))
            rows = [(self._keys(command), command.help) for command in commands_at(place)]
            if place is Place.ROUND:
                rows.insert(0, ("letters", "Lay a letter; a click on a tile does, too"))
            for keys, explanation in rows:
                first_line, *more_lines = Content(explanation).wrap(max(10, width - column))
                lines.append(Content.assemble((keys, "bold"), " " * (column - cell_len(keys)), first_line))
                lines += [Content.assemble(" " * column, line) for line in more_lines]
            lines.append(Content(""))
        rules = [line for paragraph in RULES for line in [*Content(paragraph).wrap(max(1, width)), Content("")]]
        return [*lines, Content.styled("RULES", "bold $primary"), *rules[:-1]]


class HelpScreen(Dialog[None]):
    """A scrolling box with the help text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.HELP)
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, first: Place | None = None) -> None:
        """Begin with the keys of the place `first`, where the player asked for help."""
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        box = VerticalScroll(classes="dialog", id="help")
        box.border_title = "Help"
        box.border_subtitle = "↑ ↓ scroll   esc close"
        with box:
            yield HelpText(self._first)

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss()
