"""The commonest words of a language, to try things on."""

from collections.abc import Iterator

from jumble.words.lexicon.lexicon import _commonest, _rows


def common_words(language: str, count: int) -> Iterator[str]:
    """Yield the commonest words, names and all, the commonest first; raises LexiconError for an unknown language."""
    return _commonest(_rows(language), count)
