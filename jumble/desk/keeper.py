"""What front ends ask of whoever keeps articles and games, as protocols: the record satisfies them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.game import Game, GameKind, LoggedMove, Mode
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

    @property
    def best_score(self) -> int | None:
        """Of the games that were played to their end."""


class CutOff(Protocol):
    """A game that was cut off or left, and can be resumed."""

    @property
    def uid(self) -> str:
        """Names the game."""

    @property
    def article(self) -> Article:
        """What it is made of."""

    @property
    def puzzle(self) -> Puzzle:
        """Its words."""

    @property
    def mode(self) -> Mode:
        """How it is played."""

    @property
    def log(self) -> tuple[LoggedMove, ...]:
        """Its moves."""

    @property
    def elapsed(self) -> float:
        """Seconds of play at which it stood."""


class GameKeeper(Protocol):
    """Writes one game down."""

    @property
    def uid(self) -> str:
        """Names the game."""

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Write a move, made in a game that then stood as `game`."""

    def beat(self, elapsed: float) -> None:
        """Save the seconds of play, so that a resumed clock goes on there."""

    def leave(self) -> None:
        """Leave the game as it stands, to be resumed later."""


class Keeper(Protocol):
    """Keeps articles and games."""

    notice: str | None

    def library(self, *, order: str = "popular", search: str = "", limit: int = 200) -> Sequence[KeptArticle]:
        """Return the articles that were opened in an order, those with words that begin as each word of `search`."""

    def plays_of(self, sources: Iterable[str]) -> Mapping[tuple[str, str], int]:
        """Return the plays of the articles from some sources, by source and title."""

    def remember(self, article: Article) -> None:
        """Keep an article, to be played again whatever becomes of its source."""

    def recall(self, key: str) -> Article | None:
        """Return an article that was kept; None if there is no such."""

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode, ago: float, kind: GameKind) -> GameKeeper:
        """Return the record of a game that began so many seconds ago."""

    def unfinished(self) -> CutOff | None:
        """Return the game that was cut off last; None if there is none."""

    def resume(self, unfinished: Any) -> GameKeeper:  # noqa: ANN401 what `unfinished` gave, whatever its class
        """Return the record of a game that is resumed."""

    def give_up(self, uid: str) -> None:
        """Never offer a game again."""

    def bests(self, game: Game, uid: str) -> Sequence[str]:
        """Return in which ways a finished game is better than all others in the record."""

    def settle(self) -> None:
        """Wait until everything so far is written."""

    def close(self) -> None:
        """Write what is left to write."""
