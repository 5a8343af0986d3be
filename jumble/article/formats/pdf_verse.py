"""Finds verse on PDF pages: runs of short lines, indented unlike paragraphs, most of which begin with a capital."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol

MIN_VERSE_LINES = 3
"""Consecutive lines; two may be a heading of two lines, or an address."""
MIN_CAPITALS = 0.7
"""Share of the lines that begin with a capital; the others continue a line that did not fit."""
MAX_VERSE_LINE = 90
"""Characters of a line of verse; indented prose, such as a quotation, has longer lines."""
MIN_MARGIN_PAGES = 0.1
"""Share of a book's pages that must have a left margin at some position for it to count as the book's margin."""
MAX_INDENT = 15
"""Multiple of the type size; a line indented further belongs to another column."""


class PlacedLine(Protocol):
    """A line of a page with its position, as `pdf_paragraphs.Line`."""

    @property
    def text(self) -> str:
        """The text of the line."""

    @property
    def x(self) -> float:
        """Distance of its beginning from the left edge of the page, in points."""

    @property
    def size(self) -> float:
        """Type size, in points."""


def paragraph_indent(pages: Sequence[tuple[float, Sequence[PlacedLine]]]) -> float:
    """Return the most common indentation of a paragraph's first line, in points; 0 where paragraphs are not indented.

    `pages` are (left margin in points, lines). A first line is an indented line above one that is not.
    """
    indents = Counter(
        round(line.x - margin)
        for margin, page in pages
        for line, below in pairwise(page)
        if line.x - margin > 0.6 * line.size and abs(below.x - margin) < 2
    )
    return float(indents.most_common(1)[0][0]) if indents else 0.0


def text_margin(page: Sequence[PlacedLine], margins: Mapping[float, int]) -> float:
    """Return the left margin of a page, in points; `margins` counts the pages of the book by the margin of most lines.

    Left and right pages may differ, and on a page full of verse most lines are indented: so the rightmost margin that
    is common in the book and not right of the page's leftmost line is chosen, else that line's position.
    """
    leftmost = min((line.x for line in page), default=0.0)
    min_count = sum(margins.values()) * MIN_MARGIN_PAGES
    return max(
        (margin for margin, count in margins.items() if margin <= leftmost + 2 and count >= min_count), default=leftmost
    )


def verse_line_numbers(page: Sequence[PlacedLine], margin: float, indent: float) -> set[int]:
    """Return the indexes of the lines of a page that are verse.

    `margin` is the page's left margin, `indent` the indentation of paragraphs, both in points.
    """
    verse: set[int] = set()
    run: list[int] = []
    for number, line in enumerate(page):
        indentation = line.x - margin
        if (
            0.6 * line.size < indentation < MAX_INDENT * line.size
            and abs(indentation - indent) > 0.4 * line.size
            and len(line.text) <= MAX_VERSE_LINE
        ):
            run.append(number)
            continue
        verse |= _verse_in_run(page, run)
        run = []
    return verse | _verse_in_run(page, run)


def _verse_in_run(page: Sequence[PlacedLine], run: list[int]) -> set[int]:
    """Return the indexes in `run`, consecutive indented lines, if they are verse, else an empty set."""
    capitals = sum(starts_with_capital(page[number].text) for number in run)
    return set(run) if len(run) >= MIN_VERSE_LINES and capitals >= MIN_CAPITALS * len(run) else set()


def starts_with_capital(text: str) -> bool:
    """Return whether a line begins with a capital, after any quotes and dashes."""
    return text.lstrip("“\"'‘«(—–- ")[:1].isupper()
