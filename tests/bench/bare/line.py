"""A line to type into, as Textual has it: what a key in the game is held against."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class Line(App[None]):
    """Shows a line."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Input(placeholder="Hello, world!")


if __name__ == "__main__":
    Line().run()
