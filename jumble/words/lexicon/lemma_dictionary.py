"""A dictionary of forms, form to lemma, looked up in the bytes in which simplemma ships it.

The bytes are read where they lie: 3.5 million Finnish forms are 19 MB, as a dictionary of strings half a gigabyte.
They are front-coded: sorted by form, each record telling how many bytes its form shares with the one before it, what
follows them, and by which change of its end the form becomes its lemma. Such a row can only be read from the front, so
every `BLOCK` records we note what the one before it was; a look-up takes about 9 µs.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from jumble.words.lexicon.lexicon_cache import Part

MAGIC = b"SMFC1"
BLOCK = 16
PARTS = 5
_REVERSED = 1
"""Flag: forms and lemmas are written from their end."""
_SAME, _WHOLE = 254, 255
"""In place of the bytes to take off a form: its lemma is the one before, or is written out."""


class FormsError(Exception):
    """The bytes are in a format that this module does not know."""


class Forms(Protocol):
    """What is asked of a dictionary, a plain one as well."""

    def get(self, form: str, /) -> str | None:
        """Give the lemma of a form, None when it is not there."""
        ...


def forms_parts(data: bytes) -> list[Part]:
    """Make the parts of a dictionary from simplemma's unpacked bytes; raises FormsError.

    Where each block begins, where its note ends, the number of the form in it, the notes (form and lemma before it,
    parted by a NUL), the bytes.
    """
    if data[: len(MAGIC)] != MAGIC:
        raise FormsError("not front-coded")
    count, start = _number(data, len(MAGIC) + 1)
    blocks, ends, heads, notes = array("I"), array("I", [0]), array("Q"), bytearray()
    records = _records(data, start, b"", b"")
    place, form, lemma = start, b"", b""
    found = 0
    try:
        while block := list(islice(records, BLOCK)):
            blocks.append(place)
            heads.append(_head(form))
            notes += form + b"\0" + lemma
            ends.append(len(notes))
            found += len(block)
            place, form, lemma = block[-1]
    except IndexError:
        raise FormsError("it breaks off") from None
    if found != count:
        raise FormsError("it breaks off")
    return [blocks.tobytes(), ends.tobytes(), heads.tobytes(), notes, data]


class PackedForms:
    """A dictionary in parts."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Take the parts that `forms_parts` made."""
        blocks, ends, heads, self._notes, self._data = (memoryview(part) for part in parts)
        self._blocks, self._ends, self._heads = blocks.cast("I"), ends.cast("I"), heads.cast("Q")
        self._reversed = bool(self._data[len(MAGIC)] & _REVERSED)

    def get(self, form: str, /) -> str | None:
        """See `Forms.get`."""
        wanted = form.encode()[::-1] if self._reversed else form.encode()
        head = _head(wanted)
        first = bisect_left(self._heads, head)
        last = bisect_right(self._heads, head, first)  # as a rule no note begins with the same eight bytes
        block = bisect_left(range(last), wanted, first, key=lambda block: self._note(block)[0]) - 1
        if block < 0:
            return None
        before, lemma_before = self._note(block)
        for _, found, lemma in islice(_records(self._data, self._blocks[block], before, lemma_before), BLOCK):
            if found >= wanted:
                return (lemma[::-1] if self._reversed else lemma).decode() if found == wanted else None
        return None

    def _note(self, block: int) -> tuple[bytes, bytes]:
        """Give the form and the lemma before a block."""
        form, _, lemma = bytes(self._notes[self._ends[block] : self._ends[block + 1]]).partition(b"\0")
        return form, lemma


def _head(form: bytes) -> int:
    """Give the first eight bytes of a form as a number; numbers are in the order of their forms."""
    return int.from_bytes(form[:8].ljust(8, b"\0"), "big")


def _records(data: bytes | memoryview, place: int, form: bytes, lemma: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield (place behind it, form, lemma) of the records from a place on, given the form and lemma before it.

    Raises IndexError where the bytes break off.
    """
    size = len(data)
    while place < size:
        shared = data[place]
        length = data[place + 1]
        place += 2
        if shared > 0x7F or length > 0x7F:  # hardly ever: numbers of more than seven bits
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
    """Read a number written in bytes of seven bits, the lowest first; give it and the place behind it."""
    number = shift = 0
    while True:
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, place
        shift += 7
