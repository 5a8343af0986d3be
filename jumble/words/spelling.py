"""Splits words into the letters that a reader sees, folds words for comparison, and capitalises letters for tiles."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from jumble.words.languages import rules

DOTLESS = frozenset({"az", "tr"})
"""Languages in which the lower case of I is ı, and of İ is i (Unicode SpecialCasing.txt)."""

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "＇": "'",
        # outside Turkish, str.lower() turns İ into i and a combining dot that readers do not see
        "İ": "i",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
"""Typographic variants, each with its plain spelling: curly apostrophes and ligatures."""


def letters(word: str, language: str) -> tuple[str, ...]:
    """Split a word into the letters that a reader of its language sees.

    These are its grapheme clusters, and the digraphs of the language where it has any; the word is folded.
    """
    digraphs = rules(language).digraphs
    graphemes = _graphemes(word)
    return tuple(_join_digraphs(graphemes, digraphs)) if digraphs else graphemes


def _graphemes(word: str) -> tuple[str, ...]:
    """Split a word into grapheme clusters."""
    if word.isascii():
        return tuple(word)
    from wcwidth import iter_graphemes  # only other scripts and accents need it

    return tuple(iter_graphemes(word))


def _join_digraphs(graphemes: Iterable[str], digraphs: Sequence[str]) -> Iterator[str]:
    """Yield graphemes, two that are a digraph as one, from the beginning on: *dd* of *ddd* is the first two."""
    waiting = ""
    for grapheme in graphemes:
        if waiting + grapheme in digraphs:
            yield waiting + grapheme
            waiting = ""
        else:
            if waiting:
                yield waiting
            waiting = grapheme
    if waiting:
        yield waiting


def fold(word: str, language: str = "en") -> str:
    """Return the form in which words are compared: lower case, NFC, straight apostrophes, no ligatures."""
    if language in DOTLESS:
        word = word.replace("I", "ı")
    if word.isascii():
        return word.lower()
    # NFC before, so that "I" + combining dot is one letter, and after, as lower() may leave marks decomposed
    return normalize("NFC", normalize("NFC", word).translate(_PLAIN).lower())


def capital(letter: str, language: str) -> str:
    """Return the capital of a letter; the letter itself where its capital has more or fewer code points."""
    if language in DOTLESS and letter == "i":
        return "İ"
    upper = "ẞ" if letter == "ß" else letter.upper()
    return upper if len(upper) == len(letter) else letter


def capitals(spelt: Sequence[str], language: str) -> tuple[str, ...]:
    """Return letters in capitals for tiles; letters that share a capital (σ and ς) stay in lower case."""
    letters_by_capital: dict[str, set[str]] = {}
    for letter in spelt:
        letters_by_capital.setdefault(capital(letter, language), set()).add(letter)
    return tuple(
        upper if len(letters_by_capital[upper]) == 1 else letter
        for letter in spelt
        for upper in [capital(letter, language)]
    )
