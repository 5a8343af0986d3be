"""The newsroom's desk: hands the screens their articles, puzzles and records, so that a test can hand them others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from jumble.desk.keeping import GameToCome
from jumble.desk.library import Library, located
from jumble.desk.opener import FirstPuzzle, Opened

if TYPE_CHECKING:
    from jumble.article import Article, Cancel
    from jumble.desk.choice import Choice
    from jumble.desk.history import Archive
    from jumble.desk.keeping import CutOff, GameKeeper, Keeper
    from jumble.desk.opener import FirstToCome, Opener, Progress
    from jumble.game import Game, Session
    from jumble.puzzle import Puzzle


class Desk:
    """Everything that the screens need of the other rooms."""

    def __init__(
        self,
        opener: Opener,
        open_keeper: Callable[[], Keeper],
        choice: Choice,
        *,
        new_seed: Callable[[], int],
        clock: Callable[[], float],
        today: Callable[[], date],
        open_archive: Callable[[], Archive] | None = None,
    ) -> None:
        """`new_seed`, `clock` (seconds) and `today` are chance and time.

        `open_keeper` opens the record to write to, `open_archive` to look back at; it is asked after `open_keeper`.
        """
        self.opener = opener
        self.choice = choice
        self.today = today
        self.library = Library(lambda: self.keeper, opener)
        self._open_keeper = open_keeper
        self._open_archive = open_archive
        self._keeper: Keeper | None = None
        self._keeper_lock = Lock()
        self._new_seed = new_seed
        self._clock = clock
        self._ahead: FirstToCome | None = None
        self._made_for: tuple[str, int] | None = None
        """Level and rounds of the game that is made ahead."""
        self._opened: Opened | None = None
        """What was opened ahead."""
        self._begun = 0
        self._game: GameKeeper | None = None
        """The record of the game that is on."""

    @property
    def keeper(self) -> Keeper:
        """The record; opened when it is first needed, from whatever thread that is."""
        with self._keeper_lock:
            if self._keeper is None:
                self._keeper = self._open_keeper()
            return self._keeper

    @property
    def archive(self) -> Archive | None:
        """What was played before; None where nothing is kept. Opens the record, and so may take a while."""
        if self._open_archive is None:
            return None
        self.keeper  # noqa: B018 damage is set aside, and an older record migrated, by the one who may write
        return self._open_archive()

    # --- what is made ahead

    def look_ahead(self, ahead: FirstToCome | None) -> None:
        """Take what comes first from whoever is making it for the choice that holds now."""
        self._ahead, self._made_for = ahead, (self.choice.level, self.choice.length)

    def first(self, seconds: float) -> tuple[Opened, Article, Puzzle] | None:
        """Return what comes first, its article and the puzzle, if all are there within so many seconds."""
        until = self._clock() + seconds
        opened = self._first_opened(seconds)
        if opened is None or opened.article is None:
            return None
        puzzle = self._first_puzzle(opened.article, max(0.0, until - self._clock()))
        return None if puzzle is None else (opened, opened.article, puzzle)

    def open_first(self, progress: Progress, cancel: Cancel, *, first: bool) -> Opened:
        """Open what the command line named, unless that is being done; see `Opener.open_first`."""
        opened = self._first_opened(cancel=cancel)
        if cancel.is_set() and self._ahead is not None:
            self._ahead.close()
        return opened or self.opener.open_first(progress, cancel, first=first)

    def _first_opened(self, seconds: float | None = None, cancel: Cancel | None = None) -> Opened | None:
        """Return what was opened ahead."""
        if self._ahead is not None and self._opened is None:
            answer = self._ahead.take(seconds, cancel)
            self._opened = answer if isinstance(answer, Opened) else None
            if self._opened is not None and self._opened.shelf is not None and not self.opener.sources:
                self.opener.house = self._opened.shelf
        return self._opened

    def _first_puzzle(self, article: Article, seconds: float | None = None) -> Puzzle | None:
        """Return the puzzle that is made ahead, once, if the next game is to be of it; else have it given up."""
        if self._ahead is None or self._opened is None:
            return None
        made = None
        if self._opened.article is article and self._made_for == (self.choice.level, self.choice.length):
            made = self._ahead.take(seconds)
            if made is None and seconds is not None:
                return None  # not yet
        self._ahead.close()
        return made.puzzle if isinstance(made, FirstPuzzle) and (made.level, made.rounds) == self._made_for else None

    def close(self) -> None:
        """Have everything written."""
        if self._ahead is not None:
            self._ahead.close()
        self._write_game()
        with self._keeper_lock:
            if self._keeper is not None:
                self._keeper.close()

    def take_notice(self) -> str | None:
        """Return what the record has to say, once."""
        with self._keeper_lock:
            if self._keeper is None or not self._keeper.notice:
                return None
            notice, self._keeper.notice = self._keeper.notice, None
            return notice

    def seed(self) -> int:
        """Return the seed of the next game: of the first the player's, if there is one, of later ones another."""
        return self._new_seed() if self.choice.seed is None else self.choice.seed + self._begun

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        """Make the next puzzle; takes a while, and raises PuzzleError or WordsError when it cannot be."""
        if (made := self._first_puzzle(article)) is not None:
            return made
        from jumble.puzzle import make_puzzle

        return make_puzzle(article, level=self.choice.level, rounds=self.choice.length, seed=seed)

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        """Begin a game, written down from its first move."""
        from jumble.game import Session

        self._begun += 1
        mode = self.choice.mode
        self._write_game()
        game = GameToCome(lambda ago: self.keeper.begin(located(article), puzzle, mode, ago), self._clock)
        if self._keeper is not None:  # else somebody is to `open_game`
            game.open()
        self._game = game
        return Session(puzzle, mode, self._clock, game.step)

    def open_game(self) -> None:
        """Open the record of the game that is on, for which its moves wait; takes a while, from any thread."""
        if isinstance(self._game, GameToCome):
            self._game.open()

    def _write_game(self) -> None:
        """Have the moves written for which no record was opened yet."""
        if isinstance(self._game, GameToCome):
            self._game.write()

    def resumed(self, game: CutOff) -> Session | None:
        """Go on with a game that was cut off, its clock where it stood; None when its moves are of another version."""
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
        """Return in which ways the game just played is a personal best; takes a while."""
        return self.keeper.bests(game, self._game.uid) if self._game is not None else ()

    def beat(self, elapsed: float) -> None:
        """Take note of the seconds of play in the game that is on."""
        if self._game is not None:
            self._game.beat(elapsed)

    def leave(self, elapsed: float) -> None:
        """Leave the game that is on, to be gone on with."""
        if self._game is not None:
            self._game.beat(elapsed)
            self._game.leave()
            self._game = None
