"""A small lexicon, so that the rules of this room are tested without the real one."""

from collections.abc import Collection, Mapping

import pytest

from jumble.words import Lexicon


class SmallLexicon:
    """Knows a few words, by their Zipf frequency."""

    def __init__(self, words: Mapping[str, float], language: str = "en") -> None:
        self.language = language
        self._words = dict(words)

    def zipf(self, word: str) -> float:
        return self._words.get(word, 0.0)

    def frequent(self, words: Collection[str], least: float) -> dict[str, float]:
        return {word: self.zipf(word) for word in words if self.zipf(word) >= least}

    def known(self, word: str) -> bool:
        return word in self._words

    def anagrams(self, word: str) -> tuple[str, ...]:
        same = [other for other in self._words if other != word and sorted(other) == sorted(word)]
        return tuple(sorted(same, key=lambda other: (-self._words[other], other)))

    def family(self, word: str) -> str:
        return word.removesuffix("ing").removesuffix("ed").removesuffix("s")


@pytest.fixture
def lexicon() -> Lexicon:
    words = "planet platen stone tones notes onset letter reading newspaper cocoon harbour garden danger winter level"
    return SmallLexicon(dict.fromkeys(words.split(), 4.0))
