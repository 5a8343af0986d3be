"""The commonest words of a language, to try things on."""

from collections.abc import Iterator

from jumble.words.lexicon.lexicon import _folded_buckets, _list_commonest


def common_words(language: str, count: int) -> Iterator[str]:
    """Yield the commonest words, names and all, the commonest first; raises LexiconError for an unknown language."""
    return _list_commonest(_folded_buckets(language), count)
