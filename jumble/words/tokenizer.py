"""The words of a text as they are written, and where they stand in it.

A token is a run of letters, marks and digits, with apostrophes inside it; so *1970s* and *A19* are one token each,
which `is_word` then refuses, rather than leaving the fragment *s* behind. Hyphens and all other marks part tokens.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jumble.words.languages import rules

# `\w` knows no combining marks, without which Hindi, vocalised Arabic or Thai words would fall apart.
_MARKS = (
    "\u0300-\u036f"  # combining diacritics
    "\u0483-\u0487"  # Cyrillic titlo and others
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # Arabic vowels
    "\u0900-\u0963\u0971-\u0df3"  # scripts of South Asia, without the danda
    "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd"  # Thai and Lao
    "\u1000-\u109f\u1780-\u17d3"  # Myanmar and Khmer
    "\u200c\u200d"  # joiners, which Persian and Hindi write inside words
)
_RUN = rf"[\w{_MARKS}]+"
_TOKEN = re.compile(rf"{_RUN}(?:['’ʼ]{_RUN})*")
_ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".gov", ".edu", ".io")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|io)\b\S*")
_NO_LETTER = re.compile(r"[\d_]")
_POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S", "ʼS")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written; `text` stands at `start:end`, code points of the text it was found in."""

    text: str
    start: int
    end: int


def surfaces(text: str) -> list[str]:
    """List the tokens of a text as written, apostrophes and digits included: one fast pass for counting."""
    return _TOKEN.findall(without_addresses(text))


def matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the same tokens with their places."""
    return _TOKEN.finditer(without_addresses(text))


def tokens(text: str, language: str = "en") -> Iterator[Token]:
    """Yield the words of a text in reading order.

    Hyphenated words are parted at the hyphen, a final 's is dropped, *don't* is one token, *l'eau* gives *eau* where
    the language elides; tokens with digits, web and mail addresses are no words.
    """
    for match in matches(text):
        start, end = match.span()
        if not is_word(match.group()):
            continue
        before, after = trim(match.group(), language)
        yield Token(text[start + before : end - after], start + before, end - after)


def is_word(surface: str) -> bool:
    """Say whether a token is made of letters: no digit, no underscore."""
    return surface.isalpha() or not _NO_LETTER.search(surface)


def trim(surface: str, language: str) -> tuple[int, int]:
    """Count the characters that are not the word's own: an elided article before it, a possessive 's after it."""
    if surface.isalpha():
        return 0, 0
    before = after = 0
    if rules(language).elides:
        before = max(surface.rfind(mark) for mark in "'’ʼ") + 1
    elif surface.endswith(_POSSESSIVE):
        after = 2
    return before, after


def without_addresses(text: str) -> str:
    """Blank out web and mail addresses, keeping every offset: their parts are no words of the article."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return text
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text)
