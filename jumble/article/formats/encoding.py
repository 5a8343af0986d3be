"""Decodes the bytes of a text: by byte order mark, as UTF-8, by the declared encoding, by a guess, as Windows-1252."""

import codecs
import re
from contextlib import suppress

from jumble.article.article import ArticleError
from jumble.startup.lazy import regex

PEEK_BYTES = 8 * 1024
"""Bytes examined to tell text from binary data, and read of each file in a folder to find its title."""
MAX_CONTROLS = 0.02
"""Share of control characters among the first PEEK_BYTES above which the data is binary."""
GUESS_BYTES = 64 * 1024
"""Bytes examined to guess an encoding; more makes the guess slower, not better."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
         (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x85")
_DECLARED = regex(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})""", re.IGNORECASE
)
MIN_NULLS = 0.4
"""Share of NULs among every other byte above which data without a byte order mark is UTF-16.

In UTF-16, each space and each Latin letter has one NUL byte.
"""


def decode(raw: bytes, shown: str, *, declared: str | None = None, cut: bool = False) -> str:
    """Return the text that `raw` encodes; raises ArticleError, which names the document `shown`, for binary data.

    `declared` is the encoding that the server or the document names; it is used only where it fits. `cut` allows the
    last character to be incomplete.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace")
    if utf16 := _utf16_without_bom(raw[:PEEK_BYTES]):
        return raw.decode(utf16, "replace")
    _refuse_binary(raw[:PEEK_BYTES], shown)
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(raw, final=not cut)
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    letters = len(text) - damaged - len(text.encode("ascii", "ignore"))
    if letters > damaged:
        return text  # UTF-8 with a few broken bytes stays UTF-8
    for claimed_encoding in (declared, _guess_encoding(raw)):
        if claimed_encoding and (text_as_claimed := _decode_if_plausible(raw, claimed_encoding)) is not None:
            return text_as_claimed
    return raw.decode("cp1252", "replace")


def declared_encoding(raw: bytes) -> str | None:
    """Return the encoding that an HTML meta element or XML declaration names, or None."""
    match = _DECLARED.search(raw[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _refuse_binary(head: bytes, shown: str) -> None:
    """Raise ArticleError if the beginning of a document shows binary data: a NUL or too many control characters."""
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in head)
    if b"\0" in head or controls > MAX_CONTROLS * len(head):
        raise ArticleError(f"{shown} is not a text; save it as plain text or Markdown and give that file")


def _utf16_without_bom(head: bytes) -> str | None:
    """Return utf-16-le or utf-16-be if every other byte tends to be NUL, else None."""
    if len(head) < 16 or b"\0" not in head:
        return None
    nulls_at_even, nulls_at_odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if nulls_at_odd > MIN_NULLS and nulls_at_even < 0.01:
        return "utf-16-le"
    return "utf-16-be" if nulls_at_even > MIN_NULLS and nulls_at_odd < 0.01 else None


def _guess_encoding(raw: bytes) -> str | None:
    """Return the encoding that charset-normalizer guesses; None if none fits or fewer than 16 bytes are not ASCII."""
    sample = raw[:GUESS_BYTES]
    if sum(byte > 0x7F for byte in sample) < 16:
        return None  # too few to guess from; a few accents are most often Windows-1252
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best else None


def _decode_if_plausible(raw: bytes, encoding: str) -> str | None:
    """Return `raw` decoded, or None if `encoding` is unknown, not for text, or fails for one character in 200."""
    with suppress(LookupError, UnicodeError, ValueError):
        if not codecs.lookup(encoding)._is_text_encoding:  # noqa: SLF001 hex, zip and other codecs are not for text
            return None
        # The WHATWG Encoding Standard reads both as Windows-1252.
        name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(codecs.lookup(encoding).name, encoding)
        text = raw.decode(name, "replace")
        if text.count("\ufffd") <= len(text) / 200:
            return text
    return None
