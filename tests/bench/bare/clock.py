"""A clock that shows every second, as Textual has it: what a round that nobody plays is held against."""

from datetime import datetime

from textual.app import App, ComposeResult
from textual.widgets import Digits


class Clock(App[None]):
    """Shows the time."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Digits("00:00:00")

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(1, self._show)

    def _show(self) -> None:
        """Show the time."""
        self.query_one(Digits).update(f"{datetime.now().astimezone():%H:%M:%S}")


if __name__ == "__main__":
    Clock().run()
