"""Finds the chapters of a long text: by headings such as "Chapter 1", by those its format marks, or by numerals.

Headings that occur in a table of contents begin no chapter.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from jumble.article.limits import MAX_PARAGRAPHS
from jumble.startup.lazy import regex

MIN_CHAPTER = 600
"""Characters; anything shorter (an entry of a table of contents, the heading of a part) is no chapter."""
MAX_HEADING = 120
"""Characters of a heading together with its title."""
MAX_HEADINGS = 6_000
"""Headings of a text; if more lines look like headings, they are none."""
MIN_CHAPTERS = 2
"""Chapters into which headings must divide a text."""
MAX_PAGE_FIGURES = 4
"""Figures of a page number after a title in a table of contents."""
MIN_NUMERALS = 3
"""Chapters with mere numbers as headings; fewer such numbers may mean anything."""

_NUMBER = (
    r"[ivxlcdm]{1,8}|\d{1,3}|(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:[- ][a-z]{3,5})?|first"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
)
_KEYWORD_HEADING = regex(
    r"(?P<kind>chapter|book|part|volume|stave|canto|letter|act|scene|section|lecture|essay|fable|kapitel|buch|teil"
    rf"|chapitre|livre|partie|capítulo|libro|parte|capitolo)\s+(?P<number>{_NUMBER})(?P<title>$|[\s.:)\]—–-].*)",
    re.IGNORECASE | re.DOTALL,
)
_UNNUMBERED_HEADING = regex(
    r"(?:preface|foreword|prologue|introduction|epilogue|afterword|conclusion|appendix|vorwort|nachwort|einleitung"
    r"|prólogo|epílogo|avant-propos|préface)\.?",
    re.IGNORECASE,
)
_NUMERAL_HEADING = regex(r"(?P<number>[IVXLC]{1,8}|\d{1,3})(?:\.(?P<title>\s+\S.*)?|)", re.DOTALL)
_CONTENTS_HEADING = regex(
    r"(?:table of |the )?contents\.?:?|inhalt(?:sverzeichnis)?|table des matières|índice", re.IGNORECASE
)
_CONTENTS_ENTRY = regex(r"(?:\d{1,3}|[ivxlc]{1,8})?[.):]?\s*(?P<title>\S.*?)[\s.…·]*\s\d{1,4}", re.IGNORECASE)
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "’", '"')
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class _Heading(NamedTuple):
    """A heading: its text in one line, and how many paragraphs it occupies (2 if its title is the next paragraph)."""

    title: str
    paragraph_count: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title, and its paragraphs `[start:end]` of the text, without the heading."""

    title: str
    start: int
    end: int


def find_chapters(paragraphs: Sequence[str], levels: Mapping[str, int]) -> list[Chapter]:
    """Return the chapters of a text in order; an empty list if no headings divide it or it exceeds MAX_PARAGRAPHS.

    `levels` maps the headings that its format marks to their levels, from 1 on. Text of MIN_CHAPTER characters before
    the first chapter becomes a chapter without title.
    """
    if len(paragraphs) > MAX_PARAGRAPHS:
        return []
    for find_headings in (_headings_by_keyword, partial(_headings_by_level, levels=levels), _headings_by_numeral):
        chapters = _chapters_from_headings(paragraphs, find_headings(paragraphs))
        if len(chapters) >= MIN_CHAPTERS:
            return chapters
    return []


def _headings_by_keyword(paragraphs: Sequence[str]) -> dict[int, _Heading]:
    """Return the headings such as "CHAPTER I.", "Part Two" or "Preface", by paragraph index."""
    headings = {}
    for index, text in enumerate(paragraphs):
        if len(text) <= MAX_HEADING and (match := _KEYWORD_HEADING.fullmatch(text)) and text.count("\n") <= 2:
            title = match["title"].strip(" \n.:)]—–-")
            if title[:1].islower() or (title and text.endswith((",", ";"))):
                continue  # "Part one of the plan was simple"
            headings[index] = _with_title(paragraphs, index, text, alone=not title, numeral=False)
        elif len(text) <= MAX_HEADING and _UNNUMBERED_HEADING.fullmatch(text):
            headings[index] = _Heading(" ".join(text.split()), 1)
    return headings if any(_KEYWORD_HEADING.fullmatch(paragraphs[index]) for index in headings) else {}


def _headings_by_level(paragraphs: Sequence[str], levels: Mapping[str, int]) -> dict[int, _Heading]:
    """Return the headings down to the first level that divides the text into chapters, by paragraph index."""
    if not levels:
        return {}
    marked = {index: levels[text] for index, text in enumerate(paragraphs) if text in levels}
    for lowest in sorted(set(marked.values())):
        headings = {index: _Heading(paragraphs[index], 1) for index, level in marked.items() if level <= lowest}
        if len(_chapters_from_headings(paragraphs, headings)) >= MIN_CHAPTERS:
            return headings
    return {}


def _headings_by_numeral(paragraphs: Sequence[str]) -> dict[int, _Heading]:
    """Return the headings "I.", "2" or "3. Title" whose numbers count up from 1, by paragraph index.

    Counting may begin again at 1, as in the parts of a book.
    """
    headings = {}
    expected = 1
    for index, text in enumerate(paragraphs):
        numeral = _NUMERAL_HEADING.fullmatch(text) if len(text) <= MAX_HEADING else None
        if numeral is None or (numeral["title"] and text.endswith(_SENTENCE_ENDS)):
            continue
        number = _numeral_value(numeral["number"])
        if number in {expected, 1}:
            headings[index] = _with_title(paragraphs, index, text, alone=not numeral["title"], numeral=True)
            expected = number + 1
    return (
        headings if len(_chapters_from_headings(paragraphs, headings)) >= max(MIN_NUMERALS, len(headings) / 2) else {}
    )


def _numeral_value(number: str) -> int:
    """Return the value of an Arabic or Roman numeral."""
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[figure] for figure in number.lower()]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def _with_title(paragraphs: Sequence[str], index: int, text: str, *, alone: bool, numeral: bool) -> _Heading:
    """Return the heading at `index`; if it is only a number (`alone`), a title in the next paragraph is joined to it.

    A title ends unlike a sentence. After "Chapter 2" it may be a question; after a mere "2" (`numeral`) that would more
    likely be text.
    """
    heading = " ".join(text.split())
    title = paragraphs[index + 1] if alone and index + 1 < len(paragraphs) else ""
    ends = _SENTENCE_ENDS if numeral else tuple(end for end in _SENTENCE_ENDS if end not in "?!")
    is_title = 0 < len(title) <= MAX_HEADING and "\n" not in title and not title.endswith(ends)
    if not is_title or _KEYWORD_HEADING.fullmatch(title) or _NUMERAL_HEADING.fullmatch(title):
        return _Heading(heading, 1)
    return _Heading(f"{heading.rstrip('.:')}. {title}", 2)


def _chapters_from_headings(paragraphs: Sequence[str], headings: Mapping[int, _Heading]) -> list[Chapter]:
    """Return the chapters between headings; one shorter than MIN_CHAPTER is joined to the chapter before it."""
    if not 0 < len(headings) <= MAX_HEADINGS:
        return []
    indexes = sorted(headings)
    ends = [*indexes[1:], len(paragraphs)]
    sizes = {
        index: _count_characters(paragraphs, index + headings[index].paragraph_count, end, MIN_CHAPTER)
        for index, end in zip(indexes, ends, strict=True)
    }
    in_contents = _contents_indexes(indexes, headings, sizes)
    chapters: list[Chapter] = []
    first_chapter = next((index for index in indexes if index not in in_contents and sizes[index] >= MIN_CHAPTER), None)
    if first_chapter is None:
        return []
    front_chapter = _front_chapter(paragraphs, indexes, in_contents, first_chapter)
    if front_chapter is not None:
        chapters.append(front_chapter)
    for index, end in zip(indexes, ends, strict=True):
        start = index + headings[index].paragraph_count
        if index < first_chapter or start >= end:
            continue
        if sizes[index] >= MIN_CHAPTER:
            chapters.append(Chapter(headings[index].title, start, end))
        elif chapters:  # too short for a chapter
            previous = chapters.pop()
            chapters.append(Chapter(previous.title, previous.start, end))
    return chapters


def _count_characters(paragraphs: Sequence[str], start: int, end: int, enough: int) -> int:
    """Return the characters of `paragraphs[start:end]`; stops counting once there are `enough`."""
    characters = 0
    for index in range(start, end):
        characters += len(paragraphs[index])
        if characters >= enough:
            break
    return characters


def _contents_indexes(indexes: list[int], headings: Mapping[int, _Heading], sizes: Mapping[int, int]) -> set[int]:
    """Return the indexes of headings that form a table of contents: the first ones, each of which occurs again later.

    A page number at the end of an entry is ignored. There is no text between the entries; the last may be followed by
    a preface. A single such heading is no table of contents.
    """
    occurrences_left = Counter(_comparable(headings[index].title) for index in indexes)
    in_contents: list[int] = []
    for index in indexes:
        key = _comparable(headings[index].title)
        occurrences_left[key] -= 1
        trailing_figures = len(key) - len(key.rstrip("0123456789"))
        if not any(
            occurrences_left[key[: len(key) - figures]] > 0
            for figures in range(min(trailing_figures, MAX_PAGE_FIGURES) + 1)
        ):
            break
        in_contents.append(index)
        if sizes[index] >= MIN_CHAPTER:
            break
    return set(in_contents) if len(in_contents) > 1 else set()


def _front_chapter(
    paragraphs: Sequence[str], indexes: list[int], in_contents: set[int], first_chapter: int
) -> Chapter | None:
    """Return the text before the first chapter, after any table of contents, as a chapter if it is long enough."""
    start = max((index + 1 for index in in_contents), default=0)
    for index in range(start, min(first_chapter, start + 100)):
        if _is_contents(paragraphs[index]):
            start = index + 1
    end = next(index for index in indexes if index >= start and (index == first_chapter or index not in in_contents))
    if _count_characters(paragraphs, start, end, MIN_CHAPTER) < MIN_CHAPTER:
        return None
    return Chapter("", start, end)


def _is_contents(text: str) -> bool:
    """Return whether a paragraph is a table of contents: its heading, one entry, or all of it in several lines."""
    lines = text.split("\n")
    if len(lines) == 1:
        return _CONTENTS_HEADING.fullmatch(text) is not None or (
            len(text) <= MAX_HEADING and _CONTENTS_ENTRY.fullmatch(text) is not None
        )
    return (
        sum(
            _KEYWORD_HEADING.fullmatch(line) is not None or _CONTENTS_ENTRY.fullmatch(line) is not None
            for line in lines
        )
        > len(lines) / 2
    )


def _comparable(text: str) -> str:
    """Return the letters and figures of a title, in lower case, for comparison."""
    return "".join(filter(str.isalnum, text.casefold()))
