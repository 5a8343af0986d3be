"""A compact table of words and their frequencies, searched by word or by letters.

Rows are sorted by a key that all anagrams share, so that one binary search finds a word and its anagrams. The table is
plain numbers and bytes, built once and then mapped from a file (`lexicon_cache`). A word takes about 22 bytes, a tenth
of what it takes in a dict of strings.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from jumble.words.lexicon.lexicon_cache import Part

MAX_LETTERS = 48
"""Code points; longer words are left out, since no rack holds them."""
PARTS = 4
"""Number of parts that `pack_table` returns."""


class _LetterNumbers(dict[str, int]):
    """A number for each letter, so spread out that different sets of letters hardly ever have the same sum."""

    def __missing__(self, letter: str) -> int:
        # powers of 3 modulo a prime below 2**58: not linear in the code point, the same on every machine, and the
        # sum of 48 of them fits 64 bits
        number = self[letter] = pow(3, ord(letter) + 97, (1 << 58) - 27)
        return number


_number = _LetterNumbers().__getitem__


def letters_key(word: str) -> int:
    """Return a number that all anagrams share. Other words may have it by chance, so that matches must be compared."""
    return sum(map(_number, word))


def pack_table(buckets: Iterable[tuple[int, Iterable[str]]]) -> list[Part]:
    """Return the parts of a `WordTable` from (hundredths of Zipf, words), commonest first, each word once.

    Four parts, sorted by key: keys (uint64), hundredths of Zipf (uint16), ends of the words in the text (uint32, the
    first 0), and the text: all words in UTF-8 without separators.
    """
    words: list[str] = []
    zipfs = array("H")
    for zipf, bucket in buckets:
        before = len(words)
        words += bucket
        zipfs.extend([zipf] * (len(words) - before))
    keys = [letters_key(word) for word in words]
    fitting = (place for place, word in enumerate(words) if len(word) <= MAX_LETTERS)
    order = sorted(fitting, key=keys.__getitem__)  # stable, so that the commonest of several anagrams comes first
    encoded = [words[place].encode() for place in order]
    return [
        array("Q", map(keys.__getitem__, order)).tobytes(),
        array("H", map(zipfs.__getitem__, order)).tobytes(),
        array("I", accumulate(map(len, encoded), initial=0)).tobytes(),
        b"".join(encoded),
    ]


class WordTable:
    """The frequency of each word of a list, and the anagrams in it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Read the parts that `pack_table` returned."""
        keys, zipfs, ends, text = (memoryview(part) for part in parts)
        self._keys, self._zipfs, self._ends = keys.cast("Q"), zipfs.cast("H"), ends.cast("I")
        self._text = text

    def zipf(self, word: str) -> int:
        """Return the frequency of a word in hundredths of Zipf, 0 when it is not in the table."""
        encoded = word.encode()
        return next((self._zipfs[place] for place in self._group(word) if self._word(place) == encoded), 0)

    def list_frequent(self, least: int) -> dict[str, int]:
        """Return all words of at least `least` hundredths of Zipf, with their frequency in the same unit.

        Takes as long as a few thousand look-ups.
        """
        places = [place for place, zipf in enumerate(self._zipfs) if zipf >= least]
        return {self._word(place).decode(): self._zipfs[place] for place in places}

    def same_letters(self, word: str) -> list[str]:
        """Return all words made of the same code points, commonest first, `word` included if it is in the table."""
        signature = sorted(word)
        group = (self._word(place).decode() for place in self._group(word))
        return [other for other in group if sorted(other) == signature]

    def _group(self, word: str) -> range:
        """Return the row numbers of the words that have the same key as `word`."""
        if len(word) > MAX_LETTERS:
            return range(0)
        key = letters_key(word)
        start = end = bisect_left(self._keys, key)
        while end < len(self._keys) and self._keys[end] == key:
            end += 1
        return range(start, end)

    def _word(self, place: int) -> bytes:
        """Return the word of a row in UTF-8."""
        return self._text[self._ends[place] : self._ends[place + 1]].tobytes()
