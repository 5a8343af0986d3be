"""Writes only the changed cells: Textual's own update rewrites each changed line from the left edge of its widget.

Rack and slots are one widget, so a letter at their right end would rewrite all letters before it, more than a thousand
bytes. A widget for each letter would avoid that, but a round would need 45 of them.
"""

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor


class SparingUpdate(ChopsUpdate):
    """An update that writes each changed span from its first to its last cell."""

    def render_segments(self, console: Console) -> str:
        """Return the text and escape sequences to write to the terminal."""
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
    """Textual's compositor, except that partial updates write the changed cells alone."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return the changes since the last update; None where there are none."""
        update = super().render_partial_update()
        return update and SparingUpdate(update.chops, update.spans, update.chop_ends)
