"""Cleans text from outside, so that it is safe to print in a terminal and in one normal form.

Clean text holds no control character but the line feed, no terminal escape sequence (ECMA-48), no bidirectional
control (UAX 9), no invisible character that could hide letters, and no more than MAX_MARKS combining marks on a letter;
it is in Unicode NFC (UAX 15). Typographic quotes and dashes stay as the author set them.
"""

import re
import unicodedata
from collections.abc import Iterator

from jumble.startup.lazy import regex

MAX_MARKS = 4
"""Combining marks kept on one letter: pointed Hebrew and Vedic Sanskrit need up to four, "zalgo" text has dozens."""

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
# characters, interlinear annotation, variation selectors, the tag block. Zero-width joiners are spelling in Arabic and
# Indic scripts, so `_JOINERS` removes them elsewhere only.
_UNWANTED = regex(
    "[\x00-\x09\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_JOINERS = regex("(?<![\u0600-\u0dff\u1000-\u109f])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff\u1000-\u109f])")
_LIGATURES = (("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬅ", "st"), ("ﬆ", "st"))
# Every run of blanks other than a single space.
_ODD_BLANKS = r"[^\S\n ][^\S\n]*| [^\S\n]+"
_BLANKS = regex(_ODD_BLANKS)
_INNER_BLANKS = regex(rf"(?<=\S)(?:{_ODD_BLANKS})")
# Limited to the blocks that hold combining marks: searching Chinese, Japanese and Korean text for them would be slow.
_MARK_RUN = regex(rf"[\u0300-\u30ff\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U000101fd-\U0001ffff]{{{MAX_MARKS + 1},}}")
# Characters that `_clean_any` never changes, in any order: composed, visible, no combining marks, no blanks but space
# and line feed. Searching for a character outside this set is ten times faster than the expressions above.
# `_BEYOND_SAFE` lacks the 32,000 characters of Chinese and Korean, so that it compiles in a tenth of the time.
_SAFE = (
    "\n -~\xa1-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u052f\u05d0-\u05ea"
    "\u0621-\u063a\u0641-\u064a\u2010-\u2027\u20a0-\u20bf\u3001-\u3015\u3041-\u3096\u30a1-\u30fa"
)
_BEYOND_SAFE = regex(f"[^{_SAFE}]")
_MAY_CHANGE = regex(f"[^{_SAFE}\u4e00-\u9fff\uac00-\ud7a3]")
_SPACES = regex("  +")
CHUNK = 32 * 1024
"""Characters cleaned at once: an unusual character slows down the cleaning of its chunk, not of the whole book."""


def clean(text: str, *, indented: bool = False) -> str:
    """Return `text` without what the module docstring excludes; clean text is returned unchanged.

    Runs of blanks, no-break spaces too, become single spaces, line ends become line feeds, Latin ligatures their
    letters. `indented` keeps the number of blanks at the beginning of a line, which matters in Markdown.
    """
    return "".join([_clean_chunk(chunk, indented=indented) for chunk in _chunks(text)])


def clean_lines(text: str) -> list[str]:
    """Return the lines of `clean(text)`, without holding the whole clean text in memory."""
    lines = [""]
    for chunk in _chunks(text):
        first_line, *further_lines = _clean_chunk(chunk, indented=False).split("\n")
        lines[-1] += first_line
        lines += further_lines
    return lines


def _chunks(text: str) -> Iterator[str]:
    """Yield a text in chunks that end in a line feed: nothing that `clean` removes extends over one."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + CHUNK) + 1 or len(text)
        yield text[start:end]
        start = end


def _clean_chunk(text: str, *, indented: bool) -> str:
    """Return a chunk cleaned, by the fast way if it holds only safe characters."""
    if _BEYOND_SAFE.search(text) and _MAY_CHANGE.search(text):
        return _clean_any(text, indented=indented)
    if "  " not in text:
        return text
    return (_INNER_BLANKS if indented else _SPACES).sub(" ", text)


def _clean_any(text: str, *, indented: bool) -> str:
    """Return any text cleaned, by the slow way."""
    text = _ESCAPES.sub("", text)
    text = _LINE_ENDS.sub("\n", _PARAGRAPH_ENDS.sub("\n\n", text)).replace("\t", " ")
    text = _UNWANTED.sub("", text)
    for ligature, letters in _LIGATURES:
        text = text.replace(ligature, letters)
    text = _compose(text)
    # Repeated, because marks on both sides of a removed joiner are reordered and may leave another joiner to remove.
    while ("\u200c" in text or "\u200d" in text) and _JOINERS.search(text):
        text = _compose(_JOINERS.sub("", text))
    return (_INNER_BLANKS if indented else _BLANKS).sub(" ", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned, as one line without blanks at its ends."""
    return " ".join(clean(text).split())


def _compose(text: str) -> str:
    """Return `text` in NFC, with at most MAX_MARKS combining marks on each letter."""
    return _MARK_RUN.sub(_cap_marks, unicodedata.normalize("NFC", text))


def _cap_marks(run: re.Match[str]) -> str:
    """Return a run of characters without the marks beyond MAX_MARKS on one letter."""
    kept_chars: list[str] = []
    marks = 0
    for char in run.group():
        if char not in "\u200c\u200d":  # a joiner is no letter: marks after it still count
            marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if marks <= MAX_MARKS:
            kept_chars.append(char)
    return "".join(kept_chars)
