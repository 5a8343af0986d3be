"""The first article and its puzzle, made ahead of the screen that shows them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from stat import S_ISREG
from typing import TYPE_CHECKING

from jumble.startup.early_names import HOUSE, STANDARD_INPUT
from jumble.startup.prefetch import Ahead

if TYPE_CHECKING:
    from threading import Event

    from jumble.desk.opener import FirstPuzzle, Opened

MAX_BYTES = 1_000_000
"""A longer text takes longer than the screen does to appear: it is opened with the player watching, who may give up."""
NICENESS = 10
"""Of making it while nobody waits for it: the front page is to be seen first, also where there is one processor."""


def begin_first(
    sources: Sequence[str], settle: Callable[[], tuple[str, int]], seed: Callable[[], int], *, playing: bool
) -> Ahead[Opened | FirstPuzzle] | None:
    """Begin to open and make what the first screen will show; None where that is not to be done ahead.

    `settle` gives level and rounds of the game, `seed` its seed. `playing`: of several articles the first will do.
    """
    if len(sources) > 1 or not all(map(_is_small, sources)):
        return None

    def make(cancel: Event) -> Iterator[Opened | FirstPuzzle]:
        from jumble.desk.opener import FirstPuzzle, Opener

        opened = Opener(sources, today=date.today).open_first(lambda _: None, cancel, first=playing)
        yield opened
        if opened.article is None:
            return
        from jumble.puzzle import make_puzzle

        level, rounds = settle()
        yield FirstPuzzle(level, rounds, make_puzzle(opened.article, level=level, rounds=rounds, seed=seed()))

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
