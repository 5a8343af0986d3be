"""Family safety: what must be neither a word to solve nor a line on the screen."""

from functools import cache

from jumble.words.spelling import fold
from jumble.words.wordlists import read


@cache
def _lists(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the whole words (with inflections marked by *) and the stems that must not stand inside a scramble."""
    whole: set[str] = set()
    inside: list[str] = []
    for line in read("offensive", language):
        (inside.append if line.startswith("*") else whole.add)(line.lstrip("*"))
    return frozenset(whole) | frozenset(inside), tuple(inside)


def offensive(text: str, language: str = "en") -> bool:
    """Say whether a word or a scramble has no place in a family game."""
    word = fold(text, language)
    whole, _ = _lists(language)
    return word in whole
