"""A buffer for the moves of a game until the record is open: neither the player nor the first frame waits for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jumble.desk.keeper import GameKeeper
    from jumble.game import Game, LoggedMove


class PendingGame:
    """Keeps the moves of one game, and writes them once `open` has opened its record."""

    def __init__(self, begin: Callable[[float], GameKeeper], clock: Callable[[], float]) -> None:
        """`begin` opens the record of a game that began so many seconds ago; any thread may call it."""
        self._begin = begin
        self._clock = clock
        self._begun_at = clock()
        self._game: GameKeeper | None = None
        self._buffer: list[tuple[LoggedMove, Game]] = []
        self._has_moved = False
        self._open_lock = Lock()
        self._buffer_lock = Lock()
        """Held only for moments, never while the record is being opened."""

    def open(self) -> GameKeeper:
        """Open the record of the game, unless it is open, and write the buffered moves; slow, for any thread."""
        with self._open_lock:
            if self._game is None:
                game = self._begin(self._clock() - self._begun_at)
                with self._buffer_lock:
                    for logged, after in self._buffer:
                        game.step(logged, after)
                    self._buffer.clear()
                    self._game = game
            return self._game

    def write(self) -> None:
        """Open the record if moves are buffered."""
        if self._buffer:
            self.open()

    @property
    def uid(self) -> str:
        """See `GameKeeper`, as all methods below."""
        return self.open().uid

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Write a move, or buffer it until the record is open."""
        self._has_moved = True
        with self._buffer_lock:
            if self._game is None:
                self._buffer.append((logged, game))
            else:
                self._game.step(logged, game)

    def beat(self, elapsed: float) -> None:
        """Save the seconds of play; a game without a move has no record that they could be saved in."""
        if self._has_moved and self._game is not None:
            self._game.beat(elapsed)

    def leave(self) -> None:
        """Leave the game, to be resumed later; one without a move is not kept."""
        if self._has_moved:
            self.open().leave()
