"""How a word is spelt: the letters that a reader sees, and the form in which words are compared."""

from unicodedata import normalize

DOTLESS = frozenset({"az", "tr"})
"""Languages in which the lower case of I is ı, and of İ is i (Unicode SpecialCasing.txt)."""

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "＇": "'",
        # İ lower-cases to i and a stray combining dot everywhere but in Turkish; nobody sees that dot
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
"""Characters of typesetting that are no letters of their own: curly apostrophes, ligatures."""


def letters(word: str) -> tuple[str, ...]:
    """Split a word into the letters that a reader sees: its grapheme clusters."""
    if word.isascii():
        return tuple(word)
    from wcwidth import iter_graphemes  # only other scripts and accents need it

    return tuple(iter_graphemes(word))


def fold(word: str, language: str = "en") -> str:
    """Give the form in which words are compared: lower case, NFC, straight apostrophes, no ligatures."""
    if language in DOTLESS:
        word = word.replace("I", "ı")
    if word.isascii():
        return word.lower()
    # twice NFC: "I" + combining dot must be seen as one letter, and lower() may leave marks apart
    return normalize("NFC", normalize("NFC", word).translate(_PLAIN).lower())
