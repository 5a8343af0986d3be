"""What screens use of the app they belong to: the app satisfies this, and so may a test's stand-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.desk.desk import Desk
    from jumble.desk.front_page import Event
    from jumble.game import Game, Session
    from jumble.puzzle import Puzzle
    from jumble.settings.preferences import Preferences


class FrontPage(Protocol):
    """What other screens ask of the front page."""

    def happen(self, event: Event) -> None:
        """Change the state of the front page by what happened, and do what follows from it."""


class Host(Protocol):
    """The app as its screens know it."""

    desk: Desk
    preferences: Preferences

    @property
    def front(self) -> FrontPage:
        """The front page."""

    @property
    def dateline(self) -> str:
        """What the masthead tells."""

    @property
    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """The player's own keys, by command id."""

    def take_settings(self, *, save: bool = True) -> None:
        """Let the settings have their effect, and keep them."""

    def first_frame_painted(self) -> None:
        """Do the work that was postponed until after the first paint; safe to call twice."""

    def tell_notice(self) -> None:
        """Tell what the record has to say, once."""

    def begin(self, article: Article, puzzle: Puzzle) -> None:
        """Begin a game."""

    def resume(self, article: Article, session: Session) -> None:
        """Go on with a game that was cut off."""

    def give_up(self, reason: str) -> None:
        """End because there is nothing to show."""

    def finish(self, article: Article, game: Game) -> None:
        """Show the results in the place of the game."""

    def leave_table(self) -> None:
        """Take a game off the table."""

    def play_again(self) -> None:
        """Play other words of the article on the front page."""
