"""The page of settings: one to a line, changed with the arrow keys, applied at once."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from jumble.article import clean_line
from jumble.desk.commands import Place, bar_items
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Page
from jumble.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from jumble.settings import Setting

NAME_WIDTH, VALUE_WIDTH = 15, 22


class SettingsScreen(Page):
    """Lists the settings with their values, explains the highlighted one, and names the settings file."""

    place = Place.SETTINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SETTINGS)
    AUTO_FOCUS = "#settings-list"

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static("Settings", id="shelf")
        yield Static(id="about", classes="quiet", markup=False)
        yield OptionList(id="settings-list", compact=True, markup=False)
        place = clean_line(self.jumble.preferences.place)
        kept = f"Kept in {place}, where keys can be set, too." if place else "Kept for this sitting."
        yield Static(kept, classes="quiet", markup=False, id="kept")
        yield KeyBar(bar_items(Place.SETTINGS))

    def on_mount(self) -> None:
        """List the settings, the first one highlighted."""
        self._write_lines(0)

    @property
    def _listed(self) -> "list[Setting]":
        """The settings on this page: all but the keys, which are set in the settings file."""
        return [setting for setting in self.jumble.preferences.table if setting.name != "keys"]

    def _write_lines(self, marked: int) -> None:
        """Write the lines, number `marked` highlighted."""
        lines = self.query_one(OptionList)
        lines.clear_options()
        settings = self.jumble.preferences.settings
        lines.add_options([_line(setting.name, getattr(settings, setting.name)) for setting in self._listed])
        lines.highlighted = marked

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Explain the highlighted setting."""
        self.query_one("#about", Static).update(self._listed[event.option_index].help)

    def _step(self, by: int) -> None:
        """Change the highlighted setting to the next value, or with `by` −1 to the one before, and apply it."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            self.jumble.preferences.step(self._listed[marked], by)
            self.jumble.apply_settings()
            self._write_lines(marked)

    @on(OptionList.OptionSelected)
    def action_on(self) -> None:
        """Change the highlighted setting to its next value."""
        self._step(1)

    def action_off(self) -> None:
        """Change the highlighted setting to the value before."""
        self._step(-1)

    def action_back(self) -> None:
        """Go back to the front page."""
        self.dismiss()


def _line(name: str, value: object) -> Content:
    """Return the line of a setting: its name and its value."""
    shown = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    if name == "rounds" and value == 0:
        shown = "as the mode has"
    return Content.assemble(f"{name.replace('_', ' '):<{NAME_WIDTH}}", (f"◂ {shown:<{VALUE_WIDTH}} ▸", "bold"))
