"""Family safety: what must be neither a word to solve nor a line on the screen.

A real word is judged whole, so that *assess*, *class*, *grape* and *Scunthorpe* pass; a scramble, which is no word, is
judged by what stands inside it. The lists are our own, short, one for each language in `data/offensive-*.txt`.
"""

import re
from dataclasses import dataclass
from functools import cache

from jumble.words.errors import LexiconError
from jumble.words.lexicon import open_lexicon
from jumble.words.spelling import fold
from jumble.words.wordlists import read


@dataclass(frozen=True, slots=True)
class _Lists:
    whole: frozenset[str]
    innocent: frozenset[str]
    in_words: re.Pattern[str]
    """Matches what offends even inside a word."""
    in_rows: re.Pattern[str]
    """Matches what offends inside a row of letters that is no word."""


def offensive(text: str, language: str = "en") -> bool:
    """Say whether a word or a scramble has no place in a family game."""
    word = fold(text, language)
    if offensive_word(word, language):
        return True
    lists = _lists(language)
    return bool(lists.in_rows.search(word)) and word not in lists.innocent and not _is_word(word, language)


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
    strong = [entry[2:] for entry in entries if entry.startswith("**")]
    weak = [entry[1:] for entry in entries if re.match(r"\*[^*]", entry)]
    return _Lists(
        whole=frozenset(entry for entry in entries if entry[0] not in "*!"),
        innocent=frozenset(entry[1:] for entry in entries if entry.startswith("!")),
        in_words=_any_of(strong),
        in_rows=_any_of(strong + weak),
    )


def _any_of(stems: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, stems)) if stems else r"(?!)")
