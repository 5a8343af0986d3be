"""Writes no cell that has not changed: Textual's own update begins each changed line at the left edge of its widget.

With one widget for the whole table of a round a letter at its right end would bring all letters before it along, more
than a thousand bytes; and with a widget for each letter, as it was before, a round had 45 of them.
"""

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor


class SparingUpdate(ChopsUpdate):
    """Changed spans of lines, each cut at both ends."""

    def render_segments(self, console: Console) -> str:
        """Return what is to be written to the terminal."""
        written: list[str] = []
        for y, start, end in self.spans:
            for right, (left, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                first, last = max(left, start), min(right, end)
                if strip is not None and first < last:
                    written += [
                        Control.move_to(first, y).segment.text,
                        strip.crop(first - left, last - left).render(console),
                    ]
        return "".join(written)


class SparingCompositor(Compositor):
    """Composes a screen as Textual does, and updates it sparingly."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed."""
        update = super().render_partial_update()
        return update and SparingUpdate(update.chops, update.spans, update.chop_ends)
