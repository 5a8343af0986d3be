"""Splits a text into word tokens with their places.

A token is a run of letters, combining marks and digits, with apostrophes inside it. Tokens with digits are dropped
whole, so that *1970s* does not leave the fragment *s*. Hyphens and all other characters separate tokens.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jumble.startup.lazy import regex
from jumble.words.languages import rules

# `\w` does not match combining marks, without which Hindi, vocalised Arabic or Thai words would be torn apart.
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
_TOKEN = regex(rf"{_RUN}(?:['’ʼ]{_RUN})*")
_CHUNK = regex(r"\S+")
_ADDRESS = regex(r"://|^\W*www\.|\w@\w|\w\.(?:com|org|net|gov|edu|io)\b")
_NO_LETTER = regex(r"[\d_]")
_POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S", "ʼS")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written: `text` is `source[start:end]` of the text it was found in, counted in code points."""

    text: str
    start: int
    end: int


def tokens(text: str, language: str) -> Iterator[Token]:
    """Yield the words of a text in reading order.

    Hyphenated words are split at the hyphen, a final 's is dropped, *don't* is one token, *l'eau* gives *eau* where
    the language elides. Tokens with digits, web addresses and mail addresses are left out.
    """
    for chunk in _CHUNK.finditer(text):
        for start, end in word_spans(chunk.group(), language):
            yield Token(chunk.group()[start:end], chunk.start() + start, chunk.start() + end)


def word_spans(chunk: str, language: str) -> list[tuple[int, int]]:
    """Return the words in a chunk of text without white space, as (start, end) in code points of the chunk."""
    if chunk.isalpha():
        return [(0, len(chunk))]
    if _ADDRESS.search(chunk):
        return []
    matches = (match for match in _TOKEN.finditer(chunk) if not _NO_LETTER.search(match.group()))
    return [_trim(match.group(), match.start(), elides=rules(language).elides) for match in matches]


def _trim(token: str, start: int, *, elides: bool) -> tuple[int, int]:
    """Return (start, end) of a token without an elided article before it, or a possessive 's after it."""
    if elides:
        return start + max(token.rfind(mark) for mark in "'’ʼ") + 1, start + len(token)
    return start, start + len(token) - (2 if token.endswith(_POSSESSIVE) else 0)
