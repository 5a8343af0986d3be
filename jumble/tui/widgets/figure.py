"""A figure of the status line that changes by itself: a full layout each second was most of what the clock cost."""

from rich.cells import cell_len
from textual.content import Content

from jumble.tui.widgets.still import StillText


class Figure(StillText):
    """One line of text as wide as it is, painted when it changes and laid out when its width does."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's name
        """Begin empty."""
        super().__init__(Content(""), id=id)
        self._text = ""

    def show(self, text: str) -> None:
        """Show a text."""
        before, self._text = self._text, text
        if text != before:
            self.update(Content(text), layout=cell_len(text) != cell_len(before))
