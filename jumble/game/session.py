"""A session: one game in play with its clock and its log of moves. Every front end plays its games through this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from jumble.game.modes import Mode
from jumble.game.moves import Move, Tick
from jumble.game.rules import apply, new_game
from jumble.game.state import Game, Phase

if TYPE_CHECKING:
    from jumble.puzzle import Puzzle


class LoggedMove(NamedTuple):
    """A move that changed the game, and when it was made."""

    move: Move
    at: float
    """Seconds of play, pauses not counted, to the millisecond."""


class Session:
    """Keeps the time and the log of one game. Time does not run while there is at least one reason to pause."""

    def __init__(
        self,
        puzzle: Puzzle,
        mode: Mode,
        clock: Callable[[], float],
        observe: Callable[[LoggedMove, Game], None] | None = None,
    ) -> None:
        """Begin a game.

        `clock` returns seconds since any fixed point; `observe` is called with each move that changed the game.
        """
        self.game: Game = new_game(puzzle, mode)
        self.log: list[LoggedMove] = []
        self._clock = clock
        self._observe = observe
        self._pauses: set[str] = set()
        self._played = 0.0
        self._running_since = clock()

    @classmethod
    def resumed(
        cls,
        puzzle: Puzzle,
        mode: Mode,
        log: Iterable[LoggedMove],
        elapsed: float,
        clock: Callable[[], float],
        observe: Callable[[LoggedMove, Game], None] | None = None,
    ) -> Session | None:
        """Return a session that resumes a game from its log at `elapsed` seconds of play; its time runs at once.

        Returns None if the log does not replay under the current rules: a move has no effect, or times go backwards.
        """
        session = cls(puzzle, mode, clock, observe)
        for move, at in log:
            try:
                game = apply(session.game, move, at)
            except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError):  # a damaged move in the log
                return None
            if game is session.game or at < session._played:
                return None
            session.game, session._played = game, at
            session.log.append(LoggedMove(move, at))
        session._played = max(session._played, round(elapsed, 3))
        session._running_since = clock()
        return session

    @property
    def elapsed(self) -> float:
        """Seconds of play so far, pauses not counted, to the millisecond."""
        running = 0.0 if self._pauses else self._clock() - self._running_since
        return round(self._played + running, 3)

    @property
    def paused(self) -> bool:
        """Whether there is any reason to pause, so that time does not run."""
        return bool(self._pauses)

    @property
    def seconds_left(self) -> float | None:
        """Seconds left on the clock of the round or of the whole game; None in a mode without a clock."""
        return self.game.seconds_left(self.elapsed)

    def pause(self, reason: str) -> None:
        """Stop the time for a reason, named by any string (the player's wish, a screen on top, a small terminal)."""
        if not self._pauses:
            self._played += self._clock() - self._running_since
        self._pauses.add(reason)

    def resume(self, reason: str) -> None:
        """Remove a reason to pause; time runs again once no reason is left."""
        if reason in self._pauses:
            self._pauses.remove(reason)
            if not self._pauses:
                self._running_since = self._clock()

    def play(self, move: Move) -> bool:
        """Make a move now; return whether it changed the game. No move does while the session is paused."""
        if self._pauses:
            return False
        at = self.elapsed
        game = apply(self.game, move, at)
        if game is self.game:
            return False
        self.game = game
        logged = LoggedMove(move, at)
        self.log.append(logged)
        if self._observe is not None:
            self._observe(logged, game)
        return True

    def tick(self) -> bool:
        """Check the clock; return whether its time ran out, which ends the round."""
        return self.game.phase is Phase.PLAYING and self.play(Tick())
