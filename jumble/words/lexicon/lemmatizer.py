"""Finds the lemma of a word, and tells whether a dictionary has the word. The only user of simplemma.

simplemma's data files are read directly, since importing it costs 0.1 s, and its 181,612 English forms 0.2 s to scan.
It is imported only if a later version keeps them in a format that we cannot read.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from jumble.words.lexicon.lemma_dictionary import DictionaryFormatError, LemmaDictionary, pack_dictionary
from jumble.words.lexicon.lexicon_cache import Part

CACHED_LOOKUPS = 1 << 14
"""Words whose look-up is kept in memory: about the different words of a book."""

SUPPLETIVE = frozenset(("better", "best", "worse", "worst", "went"))
"""English forms from another stem than their lemma (*better* of *good*), which readers take for words of their own."""


class Lemmatizer:
    """Looks up folded words in the lemma dictionary of one language; the language may have none."""

    def __init__(self, dictionary: LemmaDictionary | None, *, nouns_capitalised: bool = False) -> None:
        self._dictionary = dictionary
        self._nouns_capitalised = nouns_capitalised
        self._cached_lemma = lru_cache(maxsize=CACHED_LOOKUPS)(self._look_up)

    def has_form(self, word: str) -> bool:
        """Return whether a folded word is in the dictionary; True for any word if the language has no dictionary."""
        return self._dictionary is None or self._cached_lemma(word) is not None

    def is_name(self, word: str) -> bool:
        """Return whether the dictionary has a folded word only with a capital."""
        if self._dictionary is None or self.has_form(word):
            return False
        return self._dictionary.get(word.capitalize()) is not None

    def find_lemma(self, word: str) -> str:
        """Return the lemma of a folded word, in lower case; the word itself if it is unknown or SUPPLETIVE."""
        return word if word in SUPPLETIVE else (self._cached_lemma(word) or word).lower()

    def _look_up(self, word: str) -> str | None:
        """Return the lemma as the dictionary writes it, None for an unknown word."""
        if self._dictionary is None:
            return None
        lemma = self._dictionary.get(word)
        if lemma is None and self._nouns_capitalised:
            lemma = self._dictionary.get(word.capitalize())
        return lemma


def dictionary_path(language: str) -> Path | None:
    """Return the file of simplemma's dictionary of a language, None when it has none.

    Raises DictionaryFormatError when simplemma is missing or its folders are not those that we know.
    """
    spec = find_spec("simplemma")
    if spec is None or spec.origin is None:
        raise DictionaryFormatError("simplemma is not there")
    folder = Path(spec.origin).parent / "strategies" / "dictionaries" / "data"
    if not folder.is_dir():
        raise DictionaryFormatError("simplemma keeps its files elsewhere")
    path = folder / f"{language}.plzma"
    return path if path.is_file() else None


def read_dictionary_parts(path: Path) -> list[Part]:
    """Return the parts of a `PackedDictionary` from simplemma's file; raises DictionaryFormatError."""
    import lzma

    with lzma.open(path) as file:
        return pack_dictionary(file.read())


def ask_simplemma(language: str) -> LemmaDictionary | None:
    """Return the dictionary that simplemma itself loads for a language, None when it has none. Imports simplemma."""
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # costs 0.1 s

    try:
        return StreamDictionaryFactory().get_dictionary(language)
    except ValueError:  # simplemma's way of saying that it does not have the language
        return None
