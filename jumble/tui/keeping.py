"""What the screens want to have kept, and by whom: the record satisfies this, and so does a test's stand-in."""

from collections.abc import Sequence
from typing import Protocol

from jumble.article import Article
from jumble.game import Game, LoggedMove, Mode
from jumble.puzzle import Puzzle


class KeptArticle(Protocol):
    """An article of the library: one that was opened before."""

    @property
    def key(self) -> str:
        """Names its text."""

    @property
    def title(self) -> str:
        """Its headline."""

    @property
    def source(self) -> str:
        """Where it was read from."""

    @property
    def plays(self) -> int:
        """Games of it."""

    @property
    def opened(self) -> str | None:
        """When it was opened last, ISO 8601; None if that was not noted."""


class GameKeeper(Protocol):
    """Writes one game down."""

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Take note of a move and the game after it."""


class Keeper(Protocol):
    """Keeps articles and games."""

    notice: str | None

    def library(self) -> Sequence[KeptArticle]:
        """Return the articles that were opened, most popular first."""

    def remember(self, article: Article) -> None:
        """Keep an article, to be played again whatever becomes of its source."""

    def recall(self, key: str) -> Article | None:
        """Return an article that was kept; None if there is no such."""

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode) -> GameKeeper:
        """Return the record of a game that begins now."""

    def settle(self) -> None:
        """Wait until everything so far is written."""

    def close(self) -> None:
        """Write what is left to write."""
