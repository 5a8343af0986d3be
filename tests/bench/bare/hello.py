"""The least that Textual can show: what start-up and memory of the game are held against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Shows two words."""

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield Static("Hello, world!")


if __name__ == "__main__":
    Hello().run()
