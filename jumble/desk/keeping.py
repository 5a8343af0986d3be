"""What the screens want to have kept, and by whom: the record satisfies this, and so does a test's stand-in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
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

    @property
    def best_score(self) -> int | None:
        """Of the games that were played to their end."""


class CutOff(Protocol):
    """A game that was cut off or left, and can be gone on with."""

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
        """Take note of a move and the game after it."""

    def beat(self, elapsed: float) -> None:
        """Take note of the seconds of play, so that the clock stands there if the game is cut off."""

    def leave(self) -> None:
        """Leave the game as it stands, to be gone on with."""


class GameToCome:
    """A game whose record is still to be opened: its moves wait for that, the player and the first frame do not."""

    def __init__(self, begin: Callable[[float], GameKeeper], clock: Callable[[], float]) -> None:
        """`begin` opens the record of a game that began so many seconds ago; from whatever thread that is."""
        self._begin = begin
        self._clock = clock
        self._begun = clock()
        self._game: GameKeeper | None = None
        self._waiting: list[tuple[LoggedMove, Game]] = []
        self._moved = False
        self._opening = Lock()
        self._stepping = Lock()
        """Never held while something is waited for."""

    def open(self) -> GameKeeper:
        """Return the record of the game, opened if it is not yet; takes a while, from any thread."""
        with self._opening:
            if self._game is None:
                game = self._begin(self._clock() - self._begun)
                with self._stepping:
                    for each in self._waiting:
                        game.step(*each)
                    self._waiting.clear()
                    self._game = game
            return self._game

    def write(self) -> None:
        """Open the record if moves wait for it."""
        if self._waiting:
            self.open()

    @property
    def uid(self) -> str:
        """See `GameKeeper`, as all below."""
        return self.open().uid

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Take note of a move."""
        self._moved = True
        with self._stepping:
            if self._game is None:
                self._waiting.append((logged, game))
            else:
                self._game.step(logged, game)

    def beat(self, elapsed: float) -> None:
        """Take note of the seconds of play; before the first move there is nothing that they belong to."""
        if self._moved and self._game is not None:
            self._game.beat(elapsed)

    def leave(self) -> None:
        """Leave the game; one without a move is nothing to go on with."""
        if self._moved:
            self.open().leave()


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

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode, ago: float = 0.0) -> GameKeeper:
        """Return the record of a game that began so many seconds ago."""

    def unfinished(self) -> CutOff | None:
        """Return the game that was cut off last; None if there is none."""

    def resume(self, unfinished: Any) -> GameKeeper:  # noqa: ANN401 what `unfinished` gave, whatever its class
        """Return the record of a game that goes on."""

    def give_up(self, uid: str) -> None:
        """Never offer a game again."""

    def bests(self, game: Game, uid: str) -> Sequence[str]:
        """Return in which ways a finished game is better than all others in the record."""

    def settle(self) -> None:
        """Wait until everything so far is written."""

    def close(self) -> None:
        """Write what is left to write."""
