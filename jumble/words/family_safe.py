"""Family safety: what must be neither a word to solve nor a line on the screen.

A real word is judged whole, so that *assess*, *class*, *grape* and *Scunthorpe* pass; a scramble, which is no word, is
judged by what stands inside it. The lists are our own, short, one for each language in `data/offensive-*.txt`.
"""

import re
from dataclasses import dataclass
from functools import cache

from jumble.words.bundled_lists import read
from jumble.words.errors import LexiconError
from jumble.words.lexicon.lexicon import open_lexicon
from jumble.words.spelling import fold


@dataclass(frozen=True, slots=True)
class _Lists:
    whole: frozenset[str]
    innocent: frozenset[str]
    in_words: re.Pattern[str]
    """Matches what offends even inside a word; each word of an article is asked."""
    in_rows: tuple[str, ...]
    """What offends inside a row of letters that is no word; too few are asked for it to be worth an expression."""


def offensive(text: str, language: str = "en") -> bool:
    """Say whether a word or a scramble has no place in a family game."""
    word = fold(text, language)
    if offensive_word(word, language):
        return True
    lists = _lists(language)
    held = any(stem in word for stem in lists.in_rows)
    return held and word not in lists.innocent and not _is_word(word, language)


def offensive_word(word: str, language: str = "en") -> bool:
    """Say the same of a folded string that is known to be a word."""
    lists = _lists(language)
    if word in lists.innocent:
        return False
    return word in lists.whole or bool(lists.in_words.search(word))


def _is_word(word: str, language: str) -> bool:
    try:
        return open_lexicon(language).known(word)
    except LexiconError:
        return False


@cache
def _lists(language: str) -> _Lists:
    entries = read("offensive", language)
    strong = tuple(entry[2:] for entry in entries if entry.startswith("**"))
    weak = tuple(entry[1:] for entry in entries if entry.startswith("*") and not entry.startswith("**"))
    return _Lists(
        whole=frozenset(entry for entry in entries if entry[0] not in "*!"),
        innocent=frozenset(entry[1:] for entry in entries if entry.startswith("!")),
        in_words=re.compile("|".join(map(re.escape, strong)) if strong else r"(?!)"),
        in_rows=strong + weak,
    )
