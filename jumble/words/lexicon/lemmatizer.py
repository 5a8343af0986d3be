"""Which words are forms of one another, and which are in a dictionary at all: the only user of simplemma.

Its 181,612 English forms take 0.2 s to go through once; importing it costs another 0.1 s, so its data are read as they
are, and it is imported only when a later version of it has them in a format that we do not know.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from jumble.words.lexicon.lemma_dictionary import Forms, FormsError, forms_parts
from jumble.words.lexicon.lexicon_cache import Part

REMEMBERED = 1 << 14
"""Look-ups kept: the different words of a book."""

SUPPLETIVE = frozenset(("better", "best", "worse", "worst", "went"))


class Families:
    """The dictionary of one language: forms and their lemma."""

    def __init__(self, forms: Forms | None, *, nouns_capitalised: bool = False) -> None:
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


def dictionary_path(language: str) -> Path | None:
    """Give the file of simplemma's dictionary, None when it has none; raises FormsError where its files are unknown."""
    spec = find_spec("simplemma")
    if spec is None or spec.origin is None:
        raise FormsError("simplemma is not there")
    folder = Path(spec.origin).parent / "strategies" / "dictionaries" / "data"
    if not folder.is_dir():
        raise FormsError("simplemma keeps its files elsewhere")
    path = folder / f"{language}.plzma"
    return path if path.is_file() else None


def dictionary_parts(path: Path) -> list[Part]:
    """Make the parts of `PackedForms` from the file of a dictionary; raises FormsError."""
    import lzma

    with lzma.open(path) as file:
        return forms_parts(file.read())


def asked_dictionary(language: str) -> Forms | None:
    """Ask simplemma itself for a dictionary, None when it has none."""
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # costs 0.1 s

    try:
        return StreamDictionaryFactory().get_dictionary(language)
    except ValueError:  # simplemma's way of saying that it does not have the language
        return None
