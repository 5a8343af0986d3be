"""The dialog that asks for a path or an address, and suggests recent sources and ways to complete the path."""

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
    """A text of several lines that was pasted into the input line."""

    text: str


class SourceInput(Input):
    """An input line for a path or an address, which passes on a pasted text instead of cutting it to its first line."""

    @dataclass
    class Pasted(Message):
        """A text of several lines was pasted."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        """Insert a single line as usual; post `Pasted` for a text of several."""
        if len(event.text.strip().splitlines()) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(event.text))


class OpenScreen(Dialog[str | PastedText | None]):
    """Returns the path or address that was typed, a pasted text, or None if the player cancels."""

    place = Place.OPEN
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.OPEN)

    def __init__(self, typed: str, recent: list[str], names: Names = names_in) -> None:
        """Begin with the line `typed` before; `recent` are sources to suggest, `names` lists the names in a folder."""
        super().__init__()
        self._typed = typed
        self._recent = recent
        self._names = names
        self._suggestions: list[Suggestion] = []

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        box = Vertical(classes="dialog", id="opening")
        box.border_title = "Open"
        with box:
            yield SourceInput(self._typed, placeholder="a file, a folder or a web address", compact=True)
            yield OptionList(id="suggestions", compact=True, markup=False)
            yield KeyBar(bar_items(Place.OPEN, without={HELP}))

    def on_mount(self) -> None:
        """List the suggestions for the first line."""
        self._suggest(self._typed)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """List the suggestions for the changed line."""
        self._suggest(event.value)

    @work(exclusive=True, group="suggest")
    async def _suggest(self, typed: str) -> None:
        """List suggestions, which are computed in a thread: a folder may be on a slow disk or network."""
        suggestions = await in_background(lambda: suggest(typed, self._recent, self._names))
        self._suggestions = suggestions
        lines = self.query_one("#suggestions", OptionList)
        lines.clear_options()
        lines.add_options([Content(suggestion.shown) for suggestion in suggestions])
        lines.highlighted = None
        lines.display = bool(suggestions)

    @work(exclusive=True, group="complete")
    async def action_complete(self) -> None:
        """Complete the line: to the highlighted suggestion, or as far as all suggestions agree."""
        line, marked = self.query_one(Input), self._marked
        typed = line.value
        if marked is not None:
            self._write(marked.value)
            return
        # computed again: the key may be pressed before the suggestions for the last letter are listed
        suggestions = await in_background(lambda: suggest(typed, self._recent, self._names))
        if line.value == typed:
            self._write(complete(typed, suggestions))

    def _write(self, text: str) -> None:
        """Replace the line, with the cursor at its end."""
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)

    def action_down(self) -> None:
        """Highlight the next suggestion."""
        self.query_one("#suggestions", OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Highlight the previous suggestion; above the first, none."""
        lines = self.query_one("#suggestions", OptionList)
        if lines.highlighted == 0:
            lines.highlighted = None
        elif lines.highlighted is not None:
            lines.action_cursor_up()

    @property
    def _marked(self) -> Suggestion | None:
        """The highlighted suggestion, if there is one."""
        index = self.query_one("#suggestions", OptionList).highlighted
        return None if index is None or index >= len(self._suggestions) else self._suggestions[index]

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Return the highlighted suggestion, or the line where none is."""
        self.dismiss(self._marked.value if self._marked else event.value)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        """Return a suggestion that was clicked; a folder is put on the line instead, to go on from there."""
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
        """Return the pasted text."""
        self.dismiss(PastedText(event.text))

    def action_cancel(self) -> None:
        """Return None: open nothing."""
        self.dismiss(None)
