"""What all full screens share: their commands' bindings and the key bar."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from jumble.desk.desk import Desk

if TYPE_CHECKING:
    from jumble.tui.screens.host import Host


class Page(Screen[None]):
    """A full screen of the game."""

    @property
    def jumble(self) -> "Host":
        """The app this screen belongs to."""
        app: Any = self.app
        host: Host = app
        return host

    @property
    def desk(self) -> Desk:
        """Where articles, puzzles and records come from."""
        return self.jumble.desk
