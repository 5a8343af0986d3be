"""Verse on a printed page: lines set in by a measure of their own, most with a capital; they are no paragraphs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol

MIN_VERSES = 3
"""Lines in a row; two may be a heading of two lines, or an address."""
MIN_CAPITALS = 0.7
"""Share of the lines that begin with a capital; the rest are what did not fit into the line above."""
MAX_VERSE = 90
"""Characters of a line of verse; indented prose fills its lines, and ends them in the middle of a sentence."""
MIN_PAGES = 0.1
"""Share of the pages of a book that begin at a margin before it is one of its own."""
MAX_INDENT = 15
"""Type sizes; what stands further in is another column."""


class Placed(Protocol):
    """A line of a page."""

    @property
    def text(self) -> str:
        """What stands there."""

    @property
    def x(self) -> float:
        """Where it begins, in points from the left."""

    @property
    def size(self) -> float:
        """Of its type, in points."""


def usual_indent(pages: Sequence[tuple[float, Sequence[Placed]]]) -> float:
    """Return by how much the first lines of paragraphs are moved in, in points: pages with their left margins.

    They are the lines moved in above one that is not; 0 where paragraphs begin at the margin.
    """
    indents = Counter(
        round(line.x - margin)
        for margin, page in pages
        for line, below in pairwise(page)
        if line.x - margin > 0.6 * line.size and abs(below.x - margin) < 2
    )
    return float(indents.most_common(1)[0][0]) if indents else 0.0


def outer_margin(page: Sequence[Placed], margins: Mapping[float, int]) -> float:
    """Return where the text of a page begins, verse or not, in points; `margins` counts where pages of the book do.

    Left and right pages may differ; on a page full of verse most lines begin elsewhere.
    """
    left = min((line.x for line in page), default=0.0)
    usual = sum(margins.values()) * MIN_PAGES
    return max((margin for margin, count in margins.items() if margin <= left + 2 and count >= usual), default=left)


def verses(page: Sequence[Placed], margin: float, indent: float) -> set[int]:
    """Return which lines of a page are verse; `margin` is its left one, `indent` that of first lines of paragraphs."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate(page):
        moved = line.x - margin
        if (
            0.6 * line.size < moved < MAX_INDENT * line.size
            and abs(moved - indent) > 0.4 * line.size
            and len(line.text) <= MAX_VERSE
        ):
            run.append(number)
            continue
        found |= _verse(page, run)
        run = []
    return found | _verse(page, run)


def _verse(page: Sequence[Placed], run: list[int]) -> set[int]:
    """Return the lines of a run if they are verse."""
    capitals = sum(begins_verse(page[number].text) for number in run)
    return set(run) if len(run) >= MIN_VERSES and capitals >= MIN_CAPITALS * len(run) else set()


def begins_verse(text: str) -> bool:
    """Tell a line of verse from the end of the line above, which did not fit."""
    return text.lstrip("“\"'‘«(—–- ")[:1].isupper()
