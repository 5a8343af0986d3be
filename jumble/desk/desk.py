"""What front ends share: from here they get articles, puzzles, games and records, and a test hands in others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from jumble.desk.first_game import FirstGame
from jumble.desk.library import Library, located
from jumble.desk.pending_game import PendingGame

if TYPE_CHECKING:
    from jumble.article import Article, Cancel
    from jumble.desk.choice import Choice
    from jumble.desk.first_game import FirstAnswers
    from jumble.desk.history import History
    from jumble.desk.keeper import CutOff, GameKeeper, Keeper
    from jumble.desk.opener import Opened, Opener, Progress
    from jumble.game import Game, Session
    from jumble.puzzle import Puzzle


class Desk:
    """Everything that a front end needs of the other rooms."""

    def __init__(
        self,
        opener: Opener,
        open_keeper: Callable[[], Keeper],
        choice: Choice,
        *,
        new_seed: Callable[[], int],
        clock: Callable[[], float],
        today: Callable[[], date],
        open_history: Callable[[], History] | None = None,
    ) -> None:
        """`new_seed`, `clock` (seconds) and `today` are chance and time.

        `open_keeper` opens the record to write to, `open_history` to look back at; it is asked after `open_keeper`.
        """
        self.opener = opener
        self.choice = choice
        self.today = today
        self.library = Library(lambda: self.keeper, opener)
        self._open_keeper = open_keeper
        self._open_history = open_history
        self._keeper: Keeper | None = None
        self._keeper_lock = Lock()
        self._new_seed = new_seed
        self._clock = clock
        self._first_game = FirstGame(None, choice.level, choice.length)
        self._games_begun = 0
        self._game: GameKeeper | None = None
        """The record of the game being played."""

    @property
    def keeper(self) -> Keeper:
        """The record, opened at the first use, in whatever thread that is."""
        with self._keeper_lock:
            if self._keeper is None:
                self._keeper = self._open_keeper()
            return self._keeper

    @property
    def history(self) -> History | None:
        """Games of the past; None where nothing is kept. Slow: it opens the record."""
        if self._open_history is None:
            return None
        self.keeper  # noqa: B018 only a connection that may write sets damage aside and migrates an older record
        return self._open_history()

    # --- the first game, prefetched

    def use_prefetch(self, answers: FirstAnswers | None) -> None:
        """Use the first game that is being made, for the level and rounds that are set now."""
        self._first_game = FirstGame(answers, self.choice.level, self.choice.length)

    def prefetched_game(self, timeout_seconds: float) -> tuple[Opened, Article, Puzzle] | None:
        """Return what the command line named, its article and its puzzle, if they come within `timeout_seconds`."""
        deadline = self._clock() + timeout_seconds
        opened = self._first_opened(timeout_seconds)
        if opened is None or opened.article is None:
            return None
        remaining = max(0.0, deadline - self._clock())
        puzzle = self._first_game.puzzle(opened.article, self.choice.level, self.choice.length, remaining)
        return None if puzzle is None else (opened, opened.article, puzzle)

    def open_first(self, progress: Progress, cancel: Cancel, *, first: bool) -> Opened:
        """Return what the command line named, opened: prefetched or now; see `Opener.open_first`."""
        return self._first_opened(cancel=cancel) or self.opener.open_first(progress, cancel, first=first)

    def _first_opened(self, timeout_seconds: float | None = None, cancel: Cancel | None = None) -> Opened | None:
        """Return what the prefetch opened; the house edition is not opened a second time then."""
        opened = self._first_game.opened(timeout_seconds, cancel)
        if opened is not None and opened.shelf is not None and not self.opener.sources:
            self.opener.house = opened.shelf
        return opened

    def close(self) -> None:
        """Write everything that is still to be written, and close the record."""
        self._first_game.close()
        self._write_game()
        with self._keeper_lock:
            if self._keeper is not None:
                self._keeper.close()

    def take_notice(self) -> str | None:
        """Return the record's notice for the player and clear it; None where there is none."""
        with self._keeper_lock:
            if self._keeper is None or not self._keeper.notice:
                return None
            notice, self._keeper.notice = self._keeper.notice, None
            return notice

    def seed(self) -> int:
        """Return the seed of the next game: drawn, or counted on from the seed that the player gave."""
        return self._new_seed() if self.choice.seed is None else self.choice.seed + self._games_begun

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        """Make the next puzzle; slow. Raises PuzzleError or WordsError when none can be made."""
        prefetched = self._first_game.puzzle(article, self.choice.level, self.choice.length)
        if prefetched is not None:
            return prefetched
        from jumble.puzzle import make_puzzle

        return make_puzzle(article, level=self.choice.level, rounds=self.choice.length, seed=seed)

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        """Begin a game that is recorded from its first move on."""
        from jumble.game import GameKind, Session

        kind = (None if self._games_begun else self.choice.kind) or GameKind.ARTICLE
        self._games_begun += 1
        mode = self.choice.mode
        self._write_game()
        game = PendingGame(lambda ago: self.keeper.begin(located(article), puzzle, mode, ago, kind), self._clock)
        if self._keeper is not None:  # otherwise `open_game` opens it, in a thread
            game.open()
        self._game = game
        return Session(puzzle, mode, self._clock, game.step)

    def open_game(self) -> None:
        """Open the record of the game being played and write its buffered moves; slow, for any thread."""
        if isinstance(self._game, PendingGame):
            self._game.open()

    def _write_game(self) -> None:
        """Write the buffered moves of the game before."""
        if isinstance(self._game, PendingGame):
            self._game.write()

    def resumed(self, game: CutOff) -> Session | None:
        """Resume a game that was cut off; None if its log does not replay under the current rules."""
        from jumble.game import Session

        keeping = self.keeper.resume(game)
        session = Session.resumed(game.puzzle, game.mode, game.log, game.elapsed, self._clock, keeping.step)
        if session is None:
            keeping.leave()
            self.keeper.give_up(game.uid)
        else:
            self._game = keeping
        return session

    def bests(self, game: Game) -> Sequence[str]:
        """Return in which ways the game just played is a personal best; slow."""
        return self.keeper.bests(game, self._game.uid) if self._game is not None else ()

    def beat(self, elapsed: float) -> None:
        """Save the seconds of play of the game being played."""
        if self._game is not None:
            self._game.beat(elapsed)

    def leave(self, elapsed: float) -> None:
        """Leave the game being played, to be resumed later."""
        if self._game is not None:
            self._game.beat(elapsed)
            self._game.leave()
            self._game = None
