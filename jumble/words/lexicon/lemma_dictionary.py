"""Looks up the lemma of an inflected form in simplemma's own bytes, without unpacking them.

3.5 million Finnish forms take 19 MB as these bytes, half a gigabyte as a dict of strings. They are front-coded: records
sorted by form, each with the number of bytes that its form shares with the form before, the bytes that follow, and how
the end of the form changes to give the lemma. A record can only be read after the one before it, so `pack_dictionary`
keeps the preceding form and lemma of every `BLOCK`-th record; a look-up takes about 9 µs.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from jumble.words.lexicon.lexicon_cache import Part

MAGIC = b"SMFC1"
"""First bytes of simplemma's format."""
BLOCK = 16
"""Records in a block, which is read from its beginning."""
_REVERSED = 1
"""Bit of the flags byte: forms and lemmas are written backwards."""
_SAME, _WHOLE = 254, 255
"""Values in place of the number of bytes to cut off the form: lemma as in the record before, or written out in full."""


class DictionaryFormatError(Exception):
    """simplemma's dictionary is missing, damaged, or in a format that this version of the game cannot read."""


class LemmaDictionary(Protocol):
    """Maps forms to lemmas; a plain dict is one."""

    def get(self, form: str, /) -> str | None:
        """Return the lemma of a form as it is written, None for an unknown form."""
        ...


def pack_dictionary(data: bytes) -> list[Part]:
    """Return the parts of a `PackedDictionary` from simplemma's decompressed bytes; raises DictionaryFormatError.

    Five parts: the offset of each block (uint32); the ends of the notes (uint32, the first 0); the head of each note's
    form (uint64); the notes, one a block: preceding form, NUL, preceding lemma; and the data itself.
    """
    if data[: len(MAGIC)] != MAGIC:
        raise DictionaryFormatError("not front-coded")
    count, start = _number(data, len(MAGIC) + 1)
    blocks, ends, heads, notes = array("I"), array("I", [0]), array("Q"), bytearray()
    records = _records(data, start, b"", b"")
    place, form, lemma = start, b"", b""
    record_count = 0
    try:
        while block := list(islice(records, BLOCK)):
            blocks.append(place)
            heads.append(_head(form))
            notes += form + b"\0" + lemma
            ends.append(len(notes))
            record_count += len(block)
            place, form, lemma = block[-1]
    except IndexError:
        raise DictionaryFormatError("it breaks off") from None
    if record_count != count:
        raise DictionaryFormatError("it breaks off")
    return [blocks.tobytes(), ends.tobytes(), heads.tobytes(), notes, data]


class PackedDictionary:
    """A lemma dictionary that is read from packed bytes, which may be mapped from a file."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Read the parts that `pack_dictionary` returned."""
        blocks, ends, heads, self._notes, self._data = (memoryview(part) for part in parts)
        self._blocks, self._ends, self._heads = blocks.cast("I"), ends.cast("I"), heads.cast("Q")
        self._reversed = bool(self._data[len(MAGIC)] & _REVERSED)

    def get(self, form: str, /) -> str | None:
        """See `LemmaDictionary.get`."""
        wanted = form.encode()[::-1] if self._reversed else form.encode()
        head = _head(wanted)
        first = bisect_left(self._heads, head)
        last = bisect_right(
            self._heads, head, first
        )  # usually equal to `first`: few notes share their first eight bytes
        block = bisect_left(range(last), wanted, first, key=lambda block: self._note(block)[0]) - 1
        if block < 0:
            return None
        form_before, lemma_before = self._note(block)
        records = _records(self._data, self._blocks[block], form_before, lemma_before)
        for _, record_form, lemma in islice(records, BLOCK):
            if record_form >= wanted:
                return (lemma[::-1] if self._reversed else lemma).decode() if record_form == wanted else None
        return None

    def _note(self, block: int) -> tuple[bytes, bytes]:
        """Return the form and the lemma of the record before a block."""
        form, _, lemma = bytes(self._notes[self._ends[block] : self._ends[block + 1]]).partition(b"\0")
        return form, lemma


def _head(form: bytes) -> int:
    """Return the first eight bytes of a form as a number; the numbers sort as the forms do."""
    return int.from_bytes(form[:8].ljust(8, b"\0"), "big")


def _records(data: bytes | memoryview, place: int, form: bytes, lemma: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield (offset of the next record, form, lemma) of the records from offset `place` on.

    `form` and `lemma` are those of the record before `place`. Raises IndexError where the data break off.
    """
    size = len(data)
    while place < size:
        shared = data[place]
        length = data[place + 1]
        place += 2
        if shared > 0x7F or length > 0x7F:  # rare: a number of more than seven bits
            shared, place = _number(data, place - 2)
            length, place = _number(data, place)
        form = form[:shared] + data[place : place + length]
        place += length
        change = data[place]
        place += 1
        if change != _SAME:
            length = data[place]
            place += 1
            if length > 0x7F:
                length, place = _number(data, place - 1)
            kept = b"" if change == _WHOLE else form[: len(form) - change]
            lemma = kept + data[place : place + length]
            place += length
        yield place, form, lemma


def _number(data: bytes | memoryview, place: int) -> tuple[int, int]:
    """Return a number written in groups of seven bits, lowest first (LEB128), and the offset after it."""
    number = shift = 0
    while True:
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, place
        shift += 7
