"""What the screens that pick one thing of many have in common: a line that narrows, a list, and one line marked."""

from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from jumble.desk.commands import HELP, Place, bar_items
from jumble.tui.screens.page import LeavingScreen
from jumble.tui.widgets.keybar import KeyBar

PAGE = 10
"""Lines that page up and page down go."""

Thing = TypeVar("Thing")


class PickScreen(LeavingScreen[Thing | None], Generic[Thing]):
    """A list that letters narrow; gives back what was picked, or None."""

    place: ClassVar[Place]
    placeholder = ""
    """What the empty line says."""
    AUTO_FOCUS = "Input"

    def __init__(self, heading: str) -> None:
        """Begin with an empty list under a heading."""
        super().__init__()
        self._heading = heading
        self._found = 0
        self._marked = 0
        """The line that is marked."""
        self._looking = False
        """Whether what was looked for last is still to be shown."""
        self._taking = False
        """Whether enter was pressed meanwhile."""

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield Static(Content(self._heading), id="shelf")
        yield Static(id="count", classes="quiet")
        yield Input(placeholder=self.placeholder, compact=True)
        yield OptionList(id="entries", compact=True, markup=False)
        yield KeyBar(bar_items(self.place, without={HELP}))

    def on_mount(self) -> None:
        """List everything."""
        self._look("")

    def _look(self, typed: str) -> None:
        """Look for something else; enter means what will be found now."""
        self._looking, self._taking = True, False
        self.look(typed)

    def look(self, typed: str) -> None:
        """Look for what was typed, and `show` it now or later."""
        raise NotImplementedError

    def line(self, number: int, width: int) -> Content:
        """Return a line of what was found."""
        raise NotImplementedError

    def thing(self, number: int) -> Thing:
        """Return what stands in a line."""
        raise NotImplementedError

    def show(self, count: str, found: int, marked: int = 0) -> None:
        """List what was found; `count` says how much that is."""
        self._found = found
        self._looking = False
        self.query_one("#count", Static).update(count)
        self._lay_out(marked)
        if self._taking:
            self.action_take()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to another width."""
        self._lay_out(self._marked)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """Look anew."""
        self._look(event.value)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Take note of the line that is marked."""
        self._marked = event.option_index

    def _lay_out(self, marked: int) -> None:
        """Write the lines, one of them marked."""
        self._marked = marked
        lines = self.query_one(OptionList)
        width = lines.scrollable_content_region.width
        lines.clear_options()
        if width > 0:
            lines.add_options([self.line(number, width) for number in range(self._found)])
            lines.highlighted = marked if marked < self._found else None

    def action_down(self) -> None:
        """Mark the next one."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Mark the one before."""
        self.query_one(OptionList).action_cursor_up()

    def on_key(self, event: events.Key) -> None:
        """Go by pages."""
        if event.key in {"pagedown", "pageup"} and self._found:
            event.stop()
            step = PAGE if event.key == "pagedown" else -PAGE
            lines = self.query_one(OptionList)
            lines.highlighted = max(0, min(self._found - 1, (lines.highlighted or 0) + step))

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Give back what is marked, or will be once it is found: a search may answer later than enter is pressed."""
        self._taking = self._looking
        if self._looking:
            return
        number = self.query_one(OptionList).highlighted
        if number is not None:
            self.dismiss(self.thing(number))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was clicked."""
        self.dismiss(self.thing(event.option_index))

    def action_back(self) -> None:
        """Give nothing back."""
        self.dismiss(None)
