"""What all full screens share: their commands' bindings and the key bar."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from jumble.tui.desk import Desk

if TYPE_CHECKING:
    from jumble.tui.app import JumbleApp


class Page(Screen[None]):
    """A full screen of the game."""

    @property
    def jumble(self) -> "JumbleApp":
        """The app this screen belongs to."""
        app: Any = self.app
        game_app: JumbleApp = app
        return game_app

    @property
    def desk(self) -> Desk:
        """Where articles, puzzles and records come from."""
        return self.jumble.desk
