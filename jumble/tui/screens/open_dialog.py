"""Asks for something to open, with what was opened before and what the path may go on with."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList

from jumble.desk.background import in_background
from jumble.desk.commands import HELP, Place, bar_items
from jumble.desk.completion import Names, Suggestion, complete, names_in, suggest
from jumble.tui.bindings import bindings
from jumble.tui.screens.page import Dialog
from jumble.tui.widgets.keybar import KeyBar


@dataclass(frozen=True, slots=True)
class PastedText:
    """What was pasted into the line, and is no line."""

    text: str


class SourceInput(Input):
    """A line for a path or an address; a text pasted into it is more than the line could hold."""

    @dataclass
    class Pasted(Message):
        """Several lines were pasted."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        """Take one line as it is, hand on more than one."""
        if len(event.text.strip().splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))


class OpenScreen(Dialog[str | PastedText | None]):
    """A line to type a path or an address into; gives it back, or None."""

    place = Place.OPEN
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.OPEN)

    def __init__(self, typed: str, recent: list[str], names: Names = names_in) -> None:
        """Begin with what was `typed` before; `names` lists folders."""
        super().__init__()
        self._typed = typed
        self._recent = recent
        self._names = names
        self._suggestions: list[Suggestion] = []

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        box = Vertical(classes="dialog", id="opening")
        box.border_title = "Open"
        with box:
            yield SourceInput(self._typed, placeholder="a file, a folder or a web address", compact=True)
            yield OptionList(id="suggestions", compact=True, markup=False)
            yield KeyBar(bar_items(Place.OPEN, without={HELP}))

    def on_mount(self) -> None:
        """Suggest what there is."""
        self._suggest(self._typed)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """Suggest anew."""
        self._suggest(event.value)

    @work(exclusive=True, group="suggest")
    async def _suggest(self, typed: str) -> None:
        """Look for suggestions beside the screen: a folder may be far away."""
        found = await in_background(lambda: suggest(typed, self._recent, self._names))
        self._suggestions = found
        lines = self.query_one("#suggestions", OptionList)
        lines.clear_options()
        lines.add_options([Content(each.shown) for each in found])
        lines.highlighted = None
        lines.display = bool(found)

    @work(exclusive=True, group="complete")
    async def action_complete(self) -> None:
        """Complete the line: with the suggestion that is marked, or with what all of them have in common."""
        line, marked = self.query_one(Input), self._marked
        typed = line.value
        if marked is not None:
            self._write(marked.value)
            return
        # asked for anew: the key may come before the suggestions for the last letter do
        found = await in_background(lambda: suggest(typed, self._recent, self._names))
        if line.value == typed:
            self._write(complete(typed, found))

    def _write(self, text: str) -> None:
        """Put a text on the line."""
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)

    def action_down(self) -> None:
        """Mark the next suggestion."""
        self.query_one("#suggestions", OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Mark the one before; above the first none is."""
        lines = self.query_one("#suggestions", OptionList)
        if lines.highlighted == 0:
            lines.highlighted = None
        elif lines.highlighted is not None:
            lines.action_cursor_up()

    @property
    def _marked(self) -> Suggestion | None:
        """The suggestion that is marked."""
        place = self.query_one("#suggestions", OptionList).highlighted
        return None if place is None or place >= len(self._suggestions) else self._suggestions[place]

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Give back the suggestion that is marked, or the line."""
        self.dismiss(self._marked.value if self._marked else event.value)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Go on in a folder that was clicked, open what is none."""
        suggestion = self._suggestions[event.option_index]
        line = self.query_one(Input)
        if suggestion.folder:
            line.value = suggestion.value
            line.cursor_position = len(line.value)
            line.focus()
        else:
            self.dismiss(suggestion.value)

    @on(SourceInput.Pasted)
    def _pasted(self, event: SourceInput.Pasted) -> None:
        """Give back the text."""
        self.dismiss(PastedText(event.text))

    def action_cancel(self) -> None:
        """Give nothing back."""
        self.dismiss(None)
