"""Splits a paragraph into sentences: clues are sentences, and a first word's capital does not show a proper name."""

import re

from jumble.startup.lazy import regex

_END_MARK = regex(r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s|$)|[。！？｡]++[」』”’）]*+|[।॥؟۔]++["”’»)]*+|\n""")
# Abbreviations, without their last full stop, that do not end a sentence; in English, German, French and others.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sr jr vs etc eg ie e.g i.e no nos fig vol pp ca cf al gen col lt sgt capt rev hon sen rep gov
    pres mt ft inc ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri
    sat sun a.m p.m u.s u.k u.n bzw usw z.b d.h u.a str nr mme mlle av p.ex sra sig
    """.split()  # noqa: SIM905 a list of forty strings is no easier to read
)
_LAST_WORD = regex(r"[^\s(“\"'‘\[]+$")
_LOOK_CHARACTERS = 40
"""Characters examined on either side of a mark; the whole of a paragraph of megabytes would take hours."""


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Return the spans (start, end), in characters, of a paragraph's sentences, without blanks at either end."""
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in _END_MARK.finditer(paragraph):
        if _ends_sentence(paragraph, start, mark):
            spans.append((start, mark.end()))
            start = mark.end()
    spans.append((start, len(paragraph)))
    return [trimmed for span in spans if (trimmed := _trim(paragraph, *span))]


def _ends_sentence(paragraph: str, start: int, mark: re.Match[str]) -> bool:
    """Return whether a sentence ends at a mark: not after an abbreviation or initial, nor before a small letter."""
    if mark.group()[0] == "\n":
        return False  # a line feed in verse: the sentence may run on
    following = paragraph[mark.end() : mark.end() + _LOOK_CHARACTERS].lstrip().lstrip("\"'“‘«([—–-")[:1]
    if following.islower():
        return False
    if mark.group() != ".":
        return True
    last_word = _LAST_WORD.search(paragraph[max(start, mark.start() - _LOOK_CHARACTERS) : mark.start()])
    word = last_word[0] if last_word else ""
    # An initial may be in lower case as well: z. B., d. h., p. ex.
    initial = len(word) == 1 and (word.isupper() or "a" <= word <= "z") and word != "I"
    return not (initial or word.lower() in _ABBREVIATIONS)


def _trim(text: str, start: int, mark: int) -> tuple[int, int] | None:
    """Return the span without blanks at either end, or None if it is all blanks."""
    inner = text[start:mark]
    trimmed = inner.strip()
    if not trimmed:
        return None
    start += len(inner) - len(inner.lstrip())
    return start, start + len(trimmed)
