"""Family safety: tells which words and scrambles are offensive and must not be shown.

A real word is judged as a whole, so that *assess*, *class*, *grape* and *Scunthorpe* pass; a scramble is judged by the
strings inside it. The short lists are our own, one for each language: `data/offensive-*.txt`.
"""

import re
from dataclasses import dataclass
from functools import cache

from jumble.words.bundled_lists import read_word_list
from jumble.words.errors import LexiconError
from jumble.words.lexicon.lexicon import open_lexicon
from jumble.words.spelling import fold


@dataclass(frozen=True, slots=True)
class _OffensiveLists:
    """The entries of one language's list, by the mark in front of them in the file."""

    whole: frozenset[str]
    """Unmarked: offensive as a whole word only."""
    innocent: frozenset[str]
    """Marked !: words that are never offensive, whatever they contain."""
    in_words: re.Pattern[str]
    """Marked **: matches strings that are offensive inside any word; one pattern, as every word of an article is
    checked."""
    in_scrambles: tuple[str, ...]
    """Marked * or **: strings that are offensive inside a scramble; no pattern, as few scrambles are checked."""


def offensive(text: str, language: str = "en") -> bool:
    """Return whether a word or a scramble is offensive; any case. A known word is not judged by what it contains."""
    word = fold(text, language)
    if offensive_word(word, language):
        return True
    lists = _lists(language)
    contains_offence = any(stem in word for stem in lists.in_scrambles)
    return contains_offence and word not in lists.innocent and not _is_word(word, language)


def offensive_word(word: str, language: str = "en") -> bool:
    """Return whether a word is offensive; it must be folded, and be a word rather than a scramble."""
    lists = _lists(language)
    if word in lists.innocent:
        return False
    return word in lists.whole or bool(lists.in_words.search(word))


def _is_word(word: str, language: str) -> bool:
    """Return whether the lexicon knows a word; False for a language without lexicon."""
    try:
        return open_lexicon(language).known(word)
    except LexiconError:
        return False


@cache
def _lists(language: str) -> _OffensiveLists:
    entries = read_word_list("offensive", language)
    strong = tuple(entry[2:] for entry in entries if entry.startswith("**"))
    weak = tuple(entry[1:] for entry in entries if entry.startswith("*") and not entry.startswith("**"))
    return _OffensiveLists(
        whole=frozenset(entry for entry in entries if entry[0] not in "*!"),
        innocent=frozenset(entry[1:] for entry in entries if entry.startswith("!")),
        in_words=re.compile("|".join(map(re.escape, strong)) if strong else r"(?!)"),
        in_scrambles=strong + weak,
    )
