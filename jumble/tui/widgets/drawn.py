"""The base of widgets that draw their own lines, in styles from the stylesheet, and repaint only what has changed."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

Run = tuple[str, str]
"""A text and the kind that styles it: a component class without the prefix, or empty for the widget's style."""


class Drawn(Widget):
    """A widget whose lines are made of runs of styled text."""

    prefix = ""
    """How the names of the widget's component classes begin: `play` for `play--button`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        """Begin without styles: each is looked up when it is first needed."""
        super().__init__(id=id)
        self._kinds: dict[str, Style] = {}
        """Styles by kind, kept because Textual forgets its own at each repaint."""

    def notify_style_update(self) -> None:
        """Look the styles up again after a change of stylesheet or theme."""
        self._kinds.clear()
        super().notify_style_update()

    def strip(self, runs: Iterable[Run], width: int) -> Strip:
        """Return a line `width` cells wide; adjacent runs of one kind become one segment."""
        joined: list[tuple[list[str], str]] = []
        for text, kind in runs:
            if joined and joined[-1][1] == kind:
                joined[-1][0].append(text)
            elif text:
                joined.append(([text], kind))
        line = Strip([Segment("".join(texts), self.style_of(kind)) for texts, kind in joined])
        return line.adjust_cell_length(width, self.style_of(""))

    def style_of(self, kind: str) -> Style:
        """Return the style of a kind of run."""
        if kind not in self._kinds:
            component_class = f"{self.prefix}--{kind}"
            self._kinds[kind] = self.get_component_rich_style(component_class) if kind else self.rich_style
        return self._kinds[kind]
