"""Which words are forms of one another, and which are in a dictionary at all: the only user of simplemma.

Its dictionary (181,612 English forms) is read as a compressed stream, 3 MB instead of 20: 0.2 s once for each
language, 20 µs a look-up.
"""

from collections.abc import Mapping
from functools import cache
from threading import Lock

_LOCK = Lock()


class Families:
    """The dictionary of one language: forms and their lemma."""

    def __init__(self, forms: Mapping[str, str] | None, *, nouns_capitalised: bool = False) -> None:
        self._forms = forms
        self._nouns_capitalised = nouns_capitalised

    def knows(self, word: str) -> bool:
        """Say whether a folded word is in the dictionary; True for any word where a language has none."""
        return self._forms is None or self._form(word) is not None

    def lemma(self, word: str) -> str:
        """Give the dictionary's base form of a folded word, the word itself when it has none."""
        return (self._form(word) or word).lower()

    def _form(self, word: str) -> str | None:
        if self._forms is None:
            return None
        lemma = self._forms.get(word)
        if lemma is None and self._nouns_capitalised:
            lemma = self._forms.get(word.capitalize())
        return lemma


@cache
def _dictionary(language: str) -> Mapping[str, str] | None:
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # noqa: PLC0415 - costs 0.1 s

    try:
        return StreamDictionaryFactory().get_dictionary(language)
    except ValueError:  # simplemma's way of saying that it does not have the language
        return None


def open_families(language: str, *, nouns_capitalised: bool = False) -> Families:
    """Open the dictionary of a language, an empty one that knows every word when there is none."""
    with _LOCK:
        return Families(_dictionary(language), nouns_capitalised=nouns_capitalised)
