"""Which words are forms of one another, and which are in a dictionary at all: the only user of simplemma.

Its dictionary (181,612 English forms) is read as a compressed stream, 3 MB instead of 20: 0.2 s once for each
language, 20 µs a look-up.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from threading import Lock

REMEMBERED = 1 << 14
"""Look-ups kept: the different words of a book."""

SUPPLETIVE = frozenset(("better", "best", "worse", "worst", "went"))

_LOCK = Lock()


class Families:
    """The dictionary of one language: forms and their lemma."""

    def __init__(self, forms: Mapping[str, str] | None, *, nouns_capitalised: bool = False) -> None:
        self._forms = forms
        self._nouns_capitalised = nouns_capitalised
        self._form = lru_cache(maxsize=REMEMBERED)(self._look_up)

    def knows(self, word: str) -> bool:
        """Say whether a folded word is in the dictionary; True for any word where a language has none."""
        return self._forms is None or self._form(word) is not None

    def is_name(self, word: str) -> bool:
        """Say whether the dictionary has a word only with a capital."""
        return self._forms is not None and not self.knows(word) and self._forms.get(word.capitalize()) is not None

    def lemma(self, word: str) -> str:
        """Give the dictionary's base form of a folded word, the word itself when it has none.

        A comparative from another stem (*better* of *good*) is its own word: nobody reads it as a form.
        """
        return word if word in SUPPLETIVE else (self._form(word) or word).lower()

    def _look_up(self, word: str) -> str | None:
        if self._forms is None:
            return None
        lemma = self._forms.get(word)
        if lemma is None and self._nouns_capitalised:
            lemma = self._forms.get(word.capitalize())
        return lemma


@cache
def _dictionary(language: str) -> Mapping[str, str] | None:
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # costs 0.1 s

    try:
        return StreamDictionaryFactory().get_dictionary(language)
    except ValueError:  # simplemma's way of saying that it does not have the language
        return None


def open_families(language: str, *, nouns_capitalised: bool = False) -> Families:
    """Open the dictionary of a language, an empty one that knows every word when there is none."""
    with _LOCK:
        return Families(_dictionary(language), nouns_capitalised=nouns_capitalised)
