"""Where sentences begin and end: clues are sentences, and a sentence's first word is in capitals for no reason."""

import re

from jumble.startup.lazy import regex

_END = regex(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s|$)|[。！？｡]++[」』”’）]*+|[।॥؟۔]++["”’»)]*+|\n""")
# Abbreviations whose full stop ends no sentence, in the languages that the game reads most.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sr jr vs etc eg ie e.g i.e no nos fig vol pp ca cf al gen col lt sgt capt rev hon sen rep gov
    pres mt ft inc ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri
    sat sun a.m p.m u.s u.k u.n bzw usw z.b d.h u.a str nr mme mlle av p.ex sra sig
    """.split()  # noqa: SIM905 a list of forty strings is no easier to read
)
_LAST_WORD = regex(r"[^\s(“\"'‘\[]+$")
_LOOK = 40
"""Characters looked at on either side of a mark; with all of a paragraph of megabytes it would take hours."""


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Return the spans (start, end) of the sentences of a paragraph, blanks at their ends left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(paragraph):
        if _ends_here(paragraph, start, end):
            spans.append((start, end.end()))
            start = end.end()
    spans.append((start, len(paragraph)))
    return [trimmed for span in spans if (trimmed := _trim(paragraph, *span))]


def _ends_here(paragraph: str, start: int, end: re.Match[str]) -> bool:
    """Tell whether a sentence really ends at a mark: after no abbreviation or initial, before no small letter."""
    if end.group()[0] == "\n":
        return False  # a line of verse; the sentence may run on
    following = paragraph[end.end() : end.end() + _LOOK].lstrip().lstrip("\"'“‘«([—–-")[:1]
    if following.islower():
        return False
    if end.group() != ".":
        return True
    last = _LAST_WORD.search(paragraph[max(start, end.start() - _LOOK) : end.start()])
    word = last[0] if last else ""
    initial = len(word) == 1 and (word.isupper() or "a" <= word <= "z") and word != "I"  # small: z. B., d. h., p. ex.
    return not (initial or word.lower() in _ABBREVIATIONS)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without blanks at its ends, None if nothing else is in it."""
    inner = text[start:end]
    trimmed = inner.strip()
    if not trimmed:
        return None
    start += len(inner) - len(inner.lstrip())
    return start, start + len(trimmed)
