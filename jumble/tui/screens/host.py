"""The protocol of what screens use of their app; `JumbleApp` implements it, and so may a stand-in in a test."""

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
    """What other screens use of the front page."""

    def apply_event(self, event: Event) -> None:
        """Apply an event to the state of the front page, and carry out the actions that follow."""


class Host(Protocol):
    """The app as its screens know it."""

    desk: Desk
    preferences: Preferences

    @property
    def front(self) -> FrontPage:
        """The front page."""

    @property
    def dateline(self) -> str:
        """The setting that says what the masthead prints: the article's dateline, today's date, or nothing."""

    @property
    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """Keys that the player has set, by command id."""

    def apply_settings(self, *, save: bool = True) -> None:
        """Apply the settings; with `save`, also write them and update the front page."""

    def run_postponed_work(self) -> None:
        """Do the work that was postponed until after the first paint; safe to call twice."""

    def notify_of_records(self) -> None:
        """Show the record's notice, if it has one; each notice is shown once."""

    def begin_game(self, article: Article, puzzle: Puzzle) -> None:
        """Begin a game and show its first round."""

    def resume_game(self, article: Article, session: Session) -> None:
        """Show an interrupted game where it stopped, paused."""

    def exit_with_refusal(self, reason: str) -> None:
        """End with status 1; the command line prints `reason`."""

    def show_results(self, article: Article, game: Game) -> None:
        """Show the results of a game that is over, in the place of its screen."""

    def return_to_front_page(self) -> None:
        """Close the screen of the game being played, and bring back the front page."""

    def play_again(self) -> None:
        """Close all screens in front of the front page, and play other words of its article."""
