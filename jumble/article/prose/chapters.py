"""Where the chapters of a long text begin: told by its own headings, by those that its format marks, or by their names.

A table of contents names chapters as well; what is listed there begins none.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jumble.article.limits import MAX_PARAGRAPHS
from jumble.startup.lazy import regex

MIN_CHAPTER = 600
"""Characters; what is shorter (an entry of a table of contents, the heading of a part) is no chapter."""
MAX_HEADING = 120
"""Characters of a heading with its title."""
MAX_HEADINGS = 6_000
"""Of a text; where there are more they are not headings."""
MIN_CHAPTERS = 2
MAX_FIGURES = 4
"""Of a page's number behind a title in a table of contents."""
MIN_NUMERALS = 3
"""Chapters that only numbers head: fewer may be anything."""

_NUMBER = (
    r"[ivxlcdm]{1,8}|\d{1,3}|(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:[- ][a-z]{3,5})?|first"
    r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
)
_NAMED = regex(
    r"(?P<kind>chapter|book|part|volume|stave|canto|letter|act|scene|section|lecture|essay|fable|kapitel|buch|teil"
    rf"|chapitre|livre|partie|capítulo|libro|parte|capitolo)\s+(?P<number>{_NUMBER})(?P<rest>$|[\s.:)\]—–-].*)",
    re.IGNORECASE | re.DOTALL,
)
_UNNUMBERED = regex(
    r"(?:preface|foreword|prologue|introduction|epilogue|afterword|conclusion|appendix|vorwort|nachwort|einleitung"
    r"|prólogo|epílogo|avant-propos|préface)\.?",
    re.IGNORECASE,
)
_NUMERAL = regex(r"(?P<number>[IVXLC]{1,8}|\d{1,3})(?:\.(?P<rest>\s+\S.*)?|)", re.DOTALL)
_CONTENTS = regex(r"(?:table of |the )?contents\.?:?|inhalt(?:sverzeichnis)?|table des matières|índice", re.IGNORECASE)
_LISTED = regex(r"(?:\d{1,3}|[ivxlc]{1,8})?[.):]?\s*(?P<title>\S.*?)[\s.…·]*\s\d{1,4}", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", "’", '"')
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title, and which paragraphs of the text are its own, the heading not among them."""

    title: str
    start: int
    end: int


def find_chapters(paragraphs: Sequence[str], levels: Mapping[str, int]) -> list[Chapter]:
    """Return the chapters of a text in order; none where it has no headings that divide it.

    `levels` are the headings that its format marks, with their levels from 1 on. What stands before the first chapter
    is one of its own, without a title, when it is as long as one.
    """
    if len(paragraphs) > MAX_PARAGRAPHS:
        return []
    for look in (_by_name, partial(_by_level, levels=levels), _by_numeral):
        chapters = _between(paragraphs, look(paragraphs))
        if len(chapters) >= MIN_CHAPTERS:
            return chapters
    return []


def _by_name(paragraphs: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Return the headings that say what they head, as "CHAPTER I.": place to title and the paragraphs it takes."""
    found = {}
    for place, text in enumerate(paragraphs):
        if len(text) <= MAX_HEADING and (named := _NAMED.fullmatch(text)) and text.count("\n") <= 2:
            rest = named["rest"].strip(" \n.:)]—–-")
            if rest[:1].islower() or (rest and text.endswith((",", ";"))):
                continue  # "Part one of the plan was simple"
            found[place] = _titled(paragraphs, place, text, alone=not rest, numeral=False)
        elif len(text) <= MAX_HEADING and _UNNUMBERED.fullmatch(text):
            found[place] = (" ".join(text.split()), 1)
    return found if any(_NAMED.fullmatch(paragraphs[place]) for place in found) else {}


def _by_level(paragraphs: Sequence[str], levels: Mapping[str, int]) -> dict[int, tuple[str, int]]:
    """Return the headings of the highest level that divides the text, and of those above it."""
    if not levels:
        return {}
    places = {place: levels[text] for place, text in enumerate(paragraphs) if text in levels}
    for level in sorted(set(places.values())):
        found = {place: (paragraphs[place], 1) for place, each in places.items() if each <= level}
        if len(_between(paragraphs, found)) >= MIN_CHAPTERS:
            return found
    return {}


def _by_numeral(paragraphs: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Return the headings that are numbers, with a title or without, as far as they count up from one."""
    found = {}
    due = 1
    for place, text in enumerate(paragraphs):
        numeral = _NUMERAL.fullmatch(text) if len(text) <= MAX_HEADING else None
        if numeral is None or (numeral["rest"] and text.endswith(_ENDS)):
            continue
        number = _value(numeral["number"])
        if number in {due, 1}:
            found[place] = _titled(paragraphs, place, text, alone=not numeral["rest"], numeral=True)
            due = number + 1
    return found if len(_between(paragraphs, found)) >= max(MIN_NUMERALS, len(found) / 2) else {}


def _value(number: str) -> int:
    """Return the value of a number in figures, Arabic or Roman."""
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[figure] for figure in number.lower()]
    return sum(-each if each < max(values[place:]) else each for place, each in enumerate(values))


def _titled(paragraphs: Sequence[str], place: int, text: str, *, alone: bool, numeral: bool) -> tuple[str, int]:
    """Return a heading as one line with the paragraphs it takes: a number alone has its title in the next one.

    Under "Chapter 2" the title may be a question; under a mere "2" that is as likely the text.
    """
    heading = " ".join(text.split())
    title = paragraphs[place + 1] if alone and place + 1 < len(paragraphs) else ""
    ends = _ENDS if numeral else tuple(end for end in _ENDS if end not in "?!")
    is_title = 0 < len(title) <= MAX_HEADING and "\n" not in title and not title.endswith(ends)
    if not is_title or _NAMED.fullmatch(title) or _NUMERAL.fullmatch(title):
        return heading, 1
    return f"{heading.rstrip('.:')}. {title}", 2


def _between(paragraphs: Sequence[str], found: Mapping[int, tuple[str, int]]) -> list[Chapter]:
    """Return the chapters that headings make, without those too short to be any."""
    if not 0 < len(found) <= MAX_HEADINGS:
        return []
    places = sorted(found)
    ends = [*places[1:], len(paragraphs)]
    sizes = {
        place: _size(paragraphs, place + found[place][1], end, MIN_CHAPTER)
        for place, end in zip(places, ends, strict=True)
    }
    listed = _listed(places, found, sizes)
    chapters: list[Chapter] = []
    first = next((place for place in places if place not in listed and sizes[place] >= MIN_CHAPTER), None)
    if first is None:
        return []
    before = _front(paragraphs, places, listed, first)
    if before is not None:
        chapters.append(before)
    for place, end in zip(places, ends, strict=True):
        start = place + found[place][1]
        if place < first or start >= end:
            continue
        if sizes[place] >= MIN_CHAPTER:
            chapters.append(Chapter(found[place][0], start, end))
        elif chapters:  # too short to be read alone
            last = chapters.pop()
            chapters.append(Chapter(last.title, last.start, end))
    return chapters


def _size(paragraphs: Sequence[str], start: int, end: int, enough: int) -> int:
    """Return how many characters some paragraphs have; counting ends where there are enough."""
    size = 0
    for place in range(start, end):
        size += len(paragraphs[place])
        if size >= enough:
            break
    return size


def _listed(places: list[int], found: Mapping[int, tuple[str, int]], sizes: Mapping[int, int]) -> set[int]:
    """Return the headings that a table of contents lists: those at the beginning that come again further down.

    Nothing stands between them; the last of them may be followed by a preface, which is not its text.
    """
    left = Counter(_letters(found[place][0]) for place in places)
    listed: list[int] = []
    for place in places:
        letters = _letters(found[place][0])
        left[letters] -= 1
        pages = len(letters) - len(letters.rstrip("0123456789"))
        if not any(left[letters[: len(letters) - figures]] > 0 for figures in range(min(pages, MAX_FIGURES) + 1)):
            break
        listed.append(place)
        if sizes[place] >= MIN_CHAPTER:
            break
    return set(listed) if len(listed) > 1 else set()


def _front(paragraphs: Sequence[str], places: list[int], listed: set[int], first: int) -> Chapter | None:
    """Return what stands before the first chapter, behind any table of contents, if it is as long as a chapter."""
    start = max((place + 1 for place in listed), default=0)
    for place in range(start, min(first, start + 100)):
        if _is_contents(paragraphs[place]):
            start = place + 1
    end = next(place for place in places if place >= start and (place == first or place not in listed))
    if _size(paragraphs, start, end, MIN_CHAPTER) < MIN_CHAPTER:
        return None
    return Chapter("", start, end)


def _is_contents(text: str) -> bool:
    """Tell a table of contents: its heading, an entry of it, or all of it in one block of lines."""
    lines = text.split("\n")
    if len(lines) == 1:
        return _CONTENTS.fullmatch(text) is not None or (
            len(text) <= MAX_HEADING and _LISTED.fullmatch(text) is not None
        )
    return (
        sum(_NAMED.fullmatch(line) is not None or _LISTED.fullmatch(line) is not None for line in lines)
        > len(lines) / 2
    )


def _letters(text: str) -> str:
    """Return a title by its letters and figures alone."""
    return "".join(filter(str.isalnum, text.casefold()))
