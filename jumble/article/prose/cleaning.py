"""Text from outside is made safe and readable here, once, before anything else sees it.

What leaves `clean` holds no control character but the line feed, no terminal escape sequence, no bidirectional
override, no invisible character that could hide letters, and no pile of combining marks; it is in Unicode NFC.
Typographic quotes and dashes stay as the author set them.
"""

import re
import unicodedata
from collections.abc import Iterator

from jumble.startup.lazy import regex

MAX_MARKS = 4
"""Combining marks kept on one letter: pointed Hebrew and Vedic Sanskrit need up to four, "zalgo" text dozens."""

# ECMA-48 escape sequences: CSI … final byte; OSC, DCS, SOS, PM and APC strings up to their terminator (or the
# line's end, so that a missing terminator swallows no article); two-byte escapes. Each also in its 8-bit form.
_ESCAPES = regex(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = regex("\r\n?|\x85|\u2028|\x0b|\x0c")
_PARAGRAPH_ENDS = regex("\u2029")
# Cc but the line feed, surrogates, noncharacters, bidirectional controls, zero-width and other invisible format
# characters, interlinear annotation, variation selectors, the tag block. Joiners are judged by their neighbours.
_UNWANTED = regex(
    "[\x00-\x09\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_JOINERS = regex("(?<![\u0600-\u0dff\u1000-\u109f])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff\u1000-\u109f])")
_LIGATURES = (("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬅ", "st"), ("ﬆ", "st"))
# Every run of blanks but a single space, which most are.
_ODD_BLANKS = r"[^\S\n ][^\S\n]*| [^\S\n]+"
_BLANKS = regex(_ODD_BLANKS)
_INNER_BLANKS = regex(rf"(?<=\S)(?:{_ODD_BLANKS})")
# Where there are marks at all; in Chinese, Japanese and Korean text there are hardly any, and looking takes long.
_MARK_RUN = regex(rf"[\u0300-\u30ff\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U000101fd-\U0001ffff]{{{MAX_MARKS + 1},}}")
# Letters, figures and marks of which `_clean` changes none, in whatever order they stand: composed, visible, no
# combining marks, no blanks beside space and line feed. One set, which is looked through ten times faster than the
# expressions above; without the 32,000 characters of Chinese and Korean it is compiled in a tenth of the time.
_SAFE = (
    "\n -~\xa1-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u052f\u05d0-\u05ea"
    "\u0621-\u063a\u0641-\u064a\u2010-\u2027\u20a0-\u20bf\u3001-\u3015\u3041-\u3096\u30a1-\u30fa"
)
_BEYOND_SAFE = regex(f"[^{_SAFE}]")
_DOUBTFUL = regex(f"[^{_SAFE}\u4e00-\u9fff\uac00-\ud7a3]")
_SPACES = regex("  +")
PIECE = 32 * 1024
"""Characters looked at together: one odd character slows down its piece, not the book."""


def clean(text: str, *, indented: bool = False) -> str:
    """Return `text` safe to show: see the module's account of what leaves and what stays.

    Blanks of every kind become single spaces (no-break spaces too), line ends become line feeds; ligatures of
    Latin print become their letters. Cleaning clean text changes nothing. `indented`: blanks at the beginning of a
    line stay as many as they are, for readers to whom they mean something.
    """
    return "".join([_clean_piece(piece, indented=indented) for piece in _pieces(text)])


def clean_lines(text: str) -> list[str]:
    """Return the lines of `clean(text)`, without making one text of them first."""
    lines = [""]
    for piece in _pieces(text):
        first, *more = _clean_piece(piece, indented=False).split("\n")
        lines[-1] += first
        lines += more
    return lines


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that end in a line feed, at which nothing that is cleaned away goes on."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        yield text[start:end]
        start = end


def _clean_piece(text: str, *, indented: bool) -> str:
    """Return a piece clean, the quick way if nothing in it is doubtful."""
    if _BEYOND_SAFE.search(text) and _DOUBTFUL.search(text):
        return _clean(text, indented=indented)
    if "  " not in text:
        return text
    return (_INNER_BLANKS if indented else _SPACES).sub(" ", text)


def _clean(text: str, *, indented: bool) -> str:
    """Do what `clean` does with any text."""
    text = _ESCAPES.sub("", text)
    text = _LINE_ENDS.sub("\n", _PARAGRAPH_ENDS.sub("\n\n", text)).replace("\t", " ")
    text = _UNWANTED.sub("", text)
    for ligature, letters in _LIGATURES:
        text = text.replace(ligature, letters)
    text = _compose(text)
    while ("\u200c" in text or "\u200d" in text) and _JOINERS.search(
        text
    ):  # more than once: marks change places when a joiner between them goes
        text = _compose(_JOINERS.sub("", text))
    return (_INNER_BLANKS if indented else _BLANKS).sub(" ", text)


def clean_line(text: str) -> str:
    """Return `text` as one clean line without blanks at its ends."""
    return " ".join(clean(text).split())


def _compose(text: str) -> str:
    """Return `text` in NFC, without piles of marks."""
    return _MARK_RUN.sub(_thin_marks, unicodedata.normalize("NFC", text))


def _thin_marks(run: re.Match[str]) -> str:
    """Drop the marks of a run that exceed MAX_MARKS on one letter."""
    kept: list[str] = []
    marks = 0
    for char in run.group():
        if char not in "\u200c\u200d":  # joiners part no letters, so they begin no new count
            marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)
