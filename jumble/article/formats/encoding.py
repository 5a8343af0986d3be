"""Bytes become text: by byte order mark, as UTF-8, by what the document says, by what its letters look like."""

import codecs
import re
from contextlib import suppress

from jumble.article.article import ArticleError
from jumble.startup.lazy import regex

PEEK_BYTES = 8 * 1024
"""Looked at to tell text from other bytes, and read of each text in a folder to learn its title."""
MAX_CONTROLS = 0.02
"""Share of control characters in the first PEEK_BYTES from which bytes are no text."""
GUESS_BYTES = 64 * 1024
"""Looked at to guess an encoding; more makes the guess slower, not better."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
         (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x85")
_DECLARED = regex(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})""", re.IGNORECASE
)
MIN_NULLS = 0.4
"""Share of NULs in every other byte from which bytes without a mark are UTF-16: spaces and Latin letters have one."""


def decode(raw: bytes, shown: str, *, declared: str | None = None, cut: bool = False) -> str:
    """Decode the bytes of a text; raises ArticleError if they are none.

    `shown` names it in the message, `declared` is the encoding that its server or its own markup names (believed only
    where it fits). `cut`: the end may fall inside a character.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace")
    if wide := _without_mark(raw[:PEEK_BYTES]):
        return raw.decode(wide, "replace")
    _check(raw[:PEEK_BYTES], shown)
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(raw, final=not cut)
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    letters = len(text) - damaged - len(text.encode("ascii", "ignore"))
    if letters > damaged:
        return text  # UTF-8 with a few broken bytes stays UTF-8
    for claim in (declared, _guess(raw)):
        if claim and (read := _try(raw, claim)) is not None:
            return read
    return raw.decode("cp1252", "replace")


def declared_encoding(raw: bytes) -> str | None:
    """Return the encoding that a page or XML document names at its beginning, if it does."""
    found = _DECLARED.search(raw[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _check(head: bytes, shown: str) -> None:
    """Raise ArticleError if the beginning of a document is no text."""
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in head)
    if b"\0" in head or controls > MAX_CONTROLS * len(head):
        raise ArticleError(f"{shown} is not a text; save it as plain text or Markdown and give that file")


def _without_mark(head: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by its NULs, which stand in every other byte."""
    if len(head) < 16 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > MIN_NULLS and even < 0.01:
        return "utf-16-le"
    return "utf-16-be" if even > MIN_NULLS and odd < 0.01 else None


def _guess(raw: bytes) -> str | None:
    """Guess an encoding by the letters that it would make; None when nothing fits or next to nothing is there."""
    sample = raw[:GUESS_BYTES]
    if sum(byte > 0x7F for byte in sample) < 16:
        return None  # a few accents are Windows-1252; nothing can be told from so little
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else None


def _try(raw: bytes, encoding: str) -> str | None:
    """Decode as `encoding` if that is one for text and fits nearly everywhere."""
    with suppress(LookupError, UnicodeError, ValueError):
        if not codecs.lookup(encoding)._is_text_encoding:  # noqa: SLF001 hex, zip and others turn bytes into bytes
            return None
        name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(codecs.lookup(encoding).name, encoding)  # as browsers do
        text = raw.decode(name, "replace")
        if text.count("\ufffd") <= len(text) / 200:
            return text
    return None
