"""The first article and its puzzle, made ahead of the screen that shows them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from stat import S_ISREG
from typing import TYPE_CHECKING

from jumble.ahead import Ahead
from jumble.names import HOUSE, STANDARD_INPUT

if TYPE_CHECKING:
    from threading import Event

    from jumble.article import Article
    from jumble.puzzle import Puzzle
    from jumble.tui.opener import First

MAX_BYTES = 1_000_000
"""A longer text takes longer than the screen does to appear: it is opened with the player watching, who may give up."""
NICENESS = 10
"""Of making it while nobody waits for it: the front page is to be seen first, also where there is one processor."""


def begin_first(
    sources: Sequence[str], settle: Callable[[], tuple[str, int]], seed: Callable[[], int], *, playing: bool
) -> Ahead[First] | None:
    """Begin to make what the first screen will show; None where that is not to be done ahead.

    `settle` gives level and rounds of the game, `seed` its seed. `playing`: of several articles the first will do.
    """
    if len(sources) > 1 or not all(map(_is_small, sources)):
        return None

    def make(cancel: Event) -> First:
        from jumble.tui.opener import First, Opener

        opened = Opener(sources, today=date.today).open_first(lambda _: None, cancel, first=playing)
        level, rounds = settle()
        puzzle = _puzzle(opened.article, level, rounds, seed()) if opened.article else None
        return First(opened, level, rounds, puzzle)

    return Ahead(make, 0 if playing else NICENESS)


def _is_small(source: str) -> bool:
    """Tell whether a source is one of the house or a file that is soon read: never a pipe, a folder, an address."""
    if source == STANDARD_INPUT or source.startswith(HOUSE):
        return source != STANDARD_INPUT
    try:
        status = os.stat(source)  # noqa: PTH116 a name may be no path
    except (OSError, ValueError):
        return False
    return S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES


def _puzzle(article: Article, level: str, rounds: int, seed: int) -> Puzzle | None:
    """Return the puzzle of an article."""
    from jumble.puzzle import PuzzleError, make_puzzle
    from jumble.words import WordsError

    try:
        return make_puzzle(article, level=level, rounds=rounds, seed=seed)
    except (PuzzleError, WordsError):  # whoever makes it again says why
        return None
