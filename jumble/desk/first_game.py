"""The first article and its puzzle, made in a process of their own while the front end is still being imported."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple, Protocol

from jumble.startup.early_names import HOUSE, STANDARD_INPUT
from jumble.startup.prefetch import Prefetch

if TYPE_CHECKING:
    from threading import Event

    from jumble.article import Article, Cancel
    from jumble.desk.opener import Opened
    from jumble.puzzle import Puzzle

MAX_BYTES = 1_000_000
"""A longer text takes longer to read than the screen takes to appear: it is opened where the player can cancel."""


class FirstPuzzle(NamedTuple):
    """A puzzle that was made before there was a screen."""

    level: str
    rounds: int
    """At most; the article may have given fewer."""
    puzzle: Puzzle


class FirstAnswers(Protocol):
    """A `Prefetch` of the first game: its first answer is what was opened, its second the puzzle."""

    def receive(
        self, timeout_seconds: float | None = None, cancel: Cancel | None = None
    ) -> Opened | FirstPuzzle | None:
        """See `Prefetch.receive`."""

    def close(self) -> None:
        """See `Prefetch.close`."""


def prefetch_first_game(
    sources: Sequence[str], settings: Callable[[], tuple[str, int]], seed: Callable[[], int]
) -> Prefetch[Opened | FirstPuzzle] | None:
    """Start to open `sources` and to make the first puzzle; None where that is to be done in front of the player.

    `settings` gives level and rounds of the game, `seed` its seed. Of several articles the first will do. Measured as
    ratios to an empty app: a playable round at 1.36 with the prefetch, 2.62 without; the front page, which needs no
    puzzle yet, at 1.22 with it and 1.11 without, so that only `play` prefetches.
    """
    if len(sources) > 1 or not all(map(_is_quick_to_read, sources)):
        return None

    def make(cancel: Event) -> Iterator[Opened | FirstPuzzle]:
        from jumble.desk.opener import Opener

        opened = Opener(sources, today=date.today).open_first(lambda _: None, cancel, first=True)
        yield opened
        if opened.article is None:
            return
        from jumble.puzzle import make_puzzle

        level, rounds = settings()
        yield FirstPuzzle(level, rounds, make_puzzle(opened.article, level=level, rounds=rounds, seed=seed()))

    return Prefetch(make)


def _is_quick_to_read(source: str) -> bool:
    """Tell whether a source is an article of the house or a small file; pipes, folders and addresses are not."""
    if source == STANDARD_INPUT or source.startswith(HOUSE):
        return source != STANDARD_INPUT
    try:
        status = os.stat(source)  # noqa: PTH116 a name may be no path
    except (OSError, ValueError):
        return False
    return S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES


class FirstGame:
    """Remembers the prefetch, and the level and rounds it was started for."""

    def __init__(self, answers: FirstAnswers | None, level: str, rounds: int) -> None:
        """Without `answers` nothing is being prefetched, and every method returns None."""
        self._answers = answers
        self._made_for = level, rounds
        self._opened: Opened | None = None

    def opened(self, timeout_seconds: float | None = None, cancel: Cancel | None = None) -> Opened | None:
        """Return what the command line named, opened; None if that is not being done, or not done in time."""
        from jumble.desk.opener import Opened

        if self._answers is not None and self._opened is None:
            answer = self._answers.receive(timeout_seconds, cancel)
            self._opened = answer if isinstance(answer, Opened) else None
        if cancel is not None and cancel.is_set():
            self.close()
        return self._opened

    def puzzle(self, article: Article, level: str, rounds: int, timeout_seconds: float | None = None) -> Puzzle | None:
        """Return the prefetched puzzle, once, if it is the one wanted; otherwise end the prefetch.

        With `timeout_seconds` it may be asked for again when it has not come in time.
        """
        if self._answers is None or self._opened is None:
            return None
        answer = None
        if self._opened.article is article and self._made_for == (level, rounds):
            answer = self._answers.receive(timeout_seconds)
            if answer is None and timeout_seconds is not None:
                return None
        self._answers.close()
        is_wanted = isinstance(answer, FirstPuzzle) and (answer.level, answer.rounds) == self._made_for
        return answer.puzzle if is_wanted and isinstance(answer, FirstPuzzle) else None

    def close(self) -> None:
        """End the prefetch."""
        if self._answers is not None:
            self._answers.close()
