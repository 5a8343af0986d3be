"""Bars and columns out of block characters: the pictures of the records screens are made of them.

Bars lie in rows of a table, half as high as the line so that each stays apart, and end at half a cell; columns stand
side by side and end at an eighth. Shares are of 1. What is more than nothing shows, and nothing reaches over the end.
"""

from collections.abc import Sequence

_FROM_BELOW = " ▁▂▃▄▅▆▇█"
MARK = "│"


def bar(share: float, width: int, mark: float | None = None) -> str:
    """Return a bar that fills a share of `width` cells from the left; `mark` is a share that a stroke stands at."""
    full, half = divmod(_filled(share, width, 2), 2)
    cells = ("▄" * full + "▖" * half).ljust(width)
    if mark is None or width < 1:
        return cells
    place = min(width - 1, max(0, int(mark * width)))
    return cells[:place] + MARK + cells[place + 1 :]


def columns(shares: Sequence[float], height: int, pitch: int = 1) -> list[str]:
    """Return columns side by side, the top row first; from a `pitch` of 2 cells on, one of them stays empty."""
    filled = [_filled(share, height, 8) for share in shares]
    thick = max(1, pitch - 1)
    return [
        "".join(_FROM_BELOW[max(0, min(8, eighths - 8 * below))] * thick + " " * (pitch - thick) for eighths in filled)
        for below in reversed(range(height))
    ]


def _filled(share: float, cells: int, parts: int) -> int:
    """Return how many parts of so many cells, each of so many `parts`, a share fills."""
    return 0 if share <= 0 or cells < 1 else max(1, min(parts * cells, round(parts * cells * share)))
