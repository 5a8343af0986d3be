"""A word list in little memory, asked by word and by letters.

Words are kept by length, end to end in one row of bytes. The first question about a length makes its index: for each
word a number made of its letters, the same for all anagrams, in an array that a binary search goes through. A word
costs about 22 bytes, a tenth of what a dictionary of strings takes, and no more than one length is ever unpacked.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable

MAX_BYTES = 48
"""Longer words are left out: no rack holds them."""


class _LetterNumbers(dict[str, int]):
    """A number for each letter; they are spread so that sums of different letters hardly ever meet."""

    def __missing__(self, letter: str) -> int:
        # powers of 3 modulo a prime below 2**58: not linear in the code point, the same on every machine, and the
        # sum of 48 of them fits 64 bits
        number = self[letter] = pow(3, ord(letter) + 97, (1 << 58) - 27)
        return number


_number = _LetterNumbers().__getitem__


def letters_key(word: str) -> int:
    """Give a number that all anagrams share; other words have it only by chance, so a hit must be compared."""
    return sum(map(_number, word))


class _Shelf:
    """The words of one length in UTF-8 bytes, the commonest first."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._words = bytearray()
        self._zipfs = array("H")
        self._index: tuple[array[int], array[int]] | None = None

    def add(self, word: bytes, zipf: int) -> None:
        """Put a word at the end."""
        self._words += word
        self._zipfs.append(zipf)

    def group(self, key: int) -> list[tuple[str, int]]:
        """List (word, zipf) of the words whose letters make the key, the commonest first."""
        keys, order = self._index or self._make_index()
        start = end = bisect_left(keys, key)
        while end < len(keys) and keys[end] == key:
            end += 1
        return [(self._word(place), self._zipfs[place]) for place in order[start:end]]

    def _make_index(self) -> "tuple[array[int], array[int]]":
        """Sort the words by key; two threads may do it at once and come to the same."""
        places = range(len(self._zipfs))
        keys = [letters_key(self._word(place)) for place in places]
        order = sorted(places, key=keys.__getitem__)  # stable: the commonest of a group stays its first
        self._index = array("Q", [keys[place] for place in order]), array("I", order)
        return self._index

    def _word(self, place: int) -> str:
        return self._words[place * self._width : (place + 1) * self._width].decode()


class WordTable:
    """Words with their frequency."""

    def __init__(self, buckets: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Build from (frequency in hundredths of Zipf, words), the commonest first, each word once."""
        self._shelves = [_Shelf(width) for width in range(MAX_BYTES + 1)]
        for zipf, words in buckets:
            for word in words:
                encoded = word.encode()
                if len(encoded) <= MAX_BYTES:
                    self._shelves[len(encoded)].add(encoded, zipf)

    def zipf(self, word: str) -> int:
        """Give the frequency of a word in hundredths of Zipf, 0 when it is not in the table."""
        return next((zipf for other, zipf in self._group(word) if other == word), 0)

    def same_letters(self, word: str) -> list[str]:
        """List the words made of the same code points, the commonest first; the word itself among them."""
        signature = sorted(word)
        return [other for other, _ in self._group(word) if sorted(other) == signature]

    def _group(self, word: str) -> list[tuple[str, int]]:
        width = len(word.encode())
        return self._shelves[width].group(letters_key(word)) if width <= MAX_BYTES else []
