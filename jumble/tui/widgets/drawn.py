"""Widgets that draw their lines themselves: styles from the stylesheet, and nothing but the changed cells repainted."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from jumble.tui.widgets.still import Still

Run = tuple[str, str]
"""A text and the component class that it is styled by, without the widget's own prefix; none for the widget's style."""


class Drawn(Still):
    """Lines made of runs; each kind of run is a component class of the widget."""

    prefix = ""
    """Of its component classes, which stand for kinds of text in the stylesheet."""

    def strip(self, runs: Iterable[Run], width: int) -> Strip:
        """Return a line of so many cells; runs of one kind side by side become one."""
        joined: list[tuple[list[str], str]] = []
        for text, kind in runs:
            if joined and joined[-1][1] == kind:
                joined[-1][0].append(text)
            elif text:
                joined.append(([text], kind))
        line = Strip([Segment("".join(texts), self.style_of(kind)) for texts, kind in joined])
        return line.adjust_cell_length(width, self.rich_style)

    def style_of(self, kind: str) -> Style:
        """Return the style of a kind of run."""
        return self.get_component_rich_style(f"{self.prefix}--{kind}") if kind else self.rich_style
