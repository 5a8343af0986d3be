"""A word list in little memory, asked by word and by letters.

Words are rows in the order of a number made of their letters, the same for all anagrams, so that a binary search finds
a word and its anagrams alike. The rows are plain bytes and numbers: made once, then mapped from a file (`stored`).
A word costs about 22 bytes, a tenth of what a dictionary of strings takes.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from jumble.words.lexicon.lexicon_cache import Part

MAX_LETTERS = 48
"""Code points; longer words are left out: no rack holds them."""
PARTS = 4


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


def table_parts(buckets: Iterable[tuple[int, Iterable[str]]]) -> list[Part]:
    """Make the parts of a table from (frequency in hundredths of Zipf, words), the commonest first, each word once.

    Keys, frequencies, ends and the words themselves in UTF-8, end to end; the first end is 0.
    """
    words: list[str] = []
    zipfs = array("H")
    for zipf, bucket in buckets:
        before = len(words)
        words += bucket
        zipfs.extend([zipf] * (len(words) - before))
    keys = [letters_key(word) for word in words]
    fitting = (place for place, word in enumerate(words) if len(word) <= MAX_LETTERS)
    order = sorted(fitting, key=keys.__getitem__)  # stable: the commonest of a group comes first
    encoded = [words[place].encode() for place in order]
    return [
        array("Q", map(keys.__getitem__, order)).tobytes(),
        array("H", map(zipfs.__getitem__, order)).tobytes(),
        array("I", accumulate(map(len, encoded), initial=0)).tobytes(),
        b"".join(encoded),
    ]


class WordTable:
    """Words with their frequency."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Take the parts that `table_parts` made."""
        keys, zipfs, ends, text = (memoryview(part) for part in parts)
        self._keys, self._zipfs, self._ends = keys.cast("Q"), zipfs.cast("H"), ends.cast("I")
        self._text = text

    def zipf(self, word: str) -> int:
        """Give the frequency of a word in hundredths of Zipf, 0 when it is not in the table."""
        encoded = word.encode()
        return next((self._zipfs[place] for place in self._group(word) if self._word(place) == encoded), 0)

    def from_zipf(self, least: int) -> dict[str, int]:
        """Give the frequencies of all words that are at least so common, in hundredths of Zipf.

        Takes as long as some thousand look-ups.
        """
        places = [place for place, zipf in enumerate(self._zipfs) if zipf >= least]
        return {self._word(place).decode(): self._zipfs[place] for place in places}

    def same_letters(self, word: str) -> list[str]:
        """List the words made of the same code points, the commonest first; the word itself among them."""
        signature = sorted(word)
        group = (self._word(place).decode() for place in self._group(word))
        return [other for other in group if sorted(other) == signature]

    def _group(self, word: str) -> range:
        """Give the places of the words whose letters make the same key."""
        if len(word) > MAX_LETTERS:
            return range(0)
        key = letters_key(word)
        start = end = bisect_left(self._keys, key)
        while end < len(self._keys) and self._keys[end] == key:
            end += 1
        return range(start, end)

    def _word(self, place: int) -> bytes:
        return self._text[self._ends[place] : self._ends[place + 1]].tobytes()
