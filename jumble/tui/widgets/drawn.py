"""Widgets that draw their lines themselves: styles from the stylesheet, and nothing but the changed cells repainted."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

Run = tuple[str, str]
"""A text and the component class that it is styled by, without the widget's own prefix; none for the widget's style."""


class Drawn(Widget):
    """Lines made of runs; each kind of run is a component class of the widget."""

    prefix = ""
    """Of its component classes, which stand for kinds of text in the stylesheet."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        """Begin without styles: they are worked out when they are first needed."""
        super().__init__(id=id)
        self._kinds: dict[str, Style] = {}
        """Styles by kind; Textual forgets its own at each repaint."""

    def notify_style_update(self) -> None:
        """Work the styles out anew."""
        self._kinds.clear()
        super().notify_style_update()

    def strip(self, runs: Iterable[Run], width: int) -> Strip:
        """Return a line of so many cells; runs of one kind side by side become one."""
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
            named = f"{self.prefix}--{kind}"
            self._kinds[kind] = self.get_component_rich_style(named) if kind else self.rich_style
        return self._kinds[kind]
