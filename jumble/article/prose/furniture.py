"""Page furniture: what stands around an article on its page and is no part of it.

A label too many that stays costs a word in a list of hundreds; a sentence that goes is missing from the article. So
each pattern is the label as pages print it, not its first word with anything after.
"""

import re
from collections.abc import Iterator

from jumble.startup.lazy import regex

_LABELS = regex(
    r"article word jumble"
    r"|test your skills by unscrambling words.*"
    r"|play the word game!?"
    r"|advertisement|sponsored(?: content)?"
    r"|share(?: (?:this )?(?:article|story|post|page)| this)?(?: (?:on|via) .{1,30})?:?"
    r"|tweet|print|email|copy link|save|listen"
    r"|(?:follow|like|find) us(?: (?:on|at) .{1,60})?:?"
    r"|(?:subscribe|sign up|register|log in|sign in)(?: (?:now|today|here|for free))?"
    r"(?: (?:(?:to|for) (?:our|free|a free|(?:the |.{1,30} )?(?:news|e-?mails?|alerts)|.{0,30}newsletters?)"
    r"|to (?:read|continue|comment|get|receive|unlock|see|view)|with (?:google|apple|facebook|your)"
    r"|or (?:log|sign|register))\b.{0,80})?[.!:]?"
    r"|(?:click|tap) here\b.{0,60}"
    r"|(?:read|see|show|load|view) (?:more|also|next|all)"
    r"(?: (?:about|on|in|at|from|here|stories|articles|news|comments|posts)\b[^.!?]{0,80}|: .{1,120})?[.:!…→»›>\s]*"
    r"|(?:skip|jump) to (?:main )?content|back to top|table of contents"
    r"|(?:leave|post|add) a (?:comment|reply)|(?:\d+ )?comments?"
    r"|(?:©|\(c\) ?\d|copyright (?:©|\(c\)|by\b|\d{4}))\s?.{0,100}|copyright [^.]{1,60} \d{4}"
    r"|.{0,100}\ball rights reserved\.?"
    r"|\d+ min(?:ute)?s? read|last updated:? .{0,40}"
    r"|(?:photo|image|picture|video|credit|photograph)s?(?: by| credit)?: .{0,120}",
    re.IGNORECASE,
)
_ARROWS = ".:!…→»›> "
_LISTS = regex(
    r"(?:most (?:popular|read|viewed|shared)|related|recommended|trending|popular|more|latest)"
    r"(?: (?:articles?|stories|posts?|news|reading|from .{1,40}|in .{1,40}|for you))"
    r"|you (?:may|might) also like|what to read next|related",
    re.IGNORECASE,
)
_BYLINE = regex(
    r"(?:by|von|par|por) (?P<who>[^!?:;]{3,60})|.{1,80}\bstaff (?:writer|reporter)s?",
    re.IGNORECASE,
)
_NO_NAME = regex(r"(?:our|an?|staff|agencies)\b", re.IGNORECASE)

MAX_LABEL = 200
"""Characters; the longest that `_LABELS` knows has 150, but for the dots and arrows behind "read more"."""
MAX_LIST_NAME = 120
"""Characters; the longest that `_LISTS` knows has 70."""
MAX_WORDS_IN_LIST = 18
"""A line under "Most Popular Articles" with more words than a headline has is text again."""


def drop_furniture(lines: list[str], *, wrapped: bool = False) -> list[str]:
    """Return clean `lines` with page furniture emptied: its labels, and the headlines listed under "Most Popular …".

    `wrapped`: paragraphs are broken into lines, so that a label is one only as a whole block of lines.
    """
    kept: list[str] = []
    listing = False
    for piece in _blocks(lines) if wrapped else ([line] for line in lines):
        text = " ".join(map(str.strip, piece)).replace("\n", " ")
        if not text:
            kept += piece
            continue
        first = piece[0].strip()
        lists = len(first) <= MAX_LIST_NAME and _LISTS.fullmatch(first.rstrip(":")) is not None
        listing = lists or (listing and len(text.split()) <= MAX_WORDS_IN_LIST and not text.endswith("."))
        is_label = _is_label(text) or (first != text and all(_is_label(line.strip()) for line in piece))
        kept += [""] * len(piece) if listing or is_label else piece
    return kept


def _is_label(text: str) -> bool:
    """Tell a label; prose is longer than one, and most is told by that."""
    if len(text) > MAX_LABEL and len(text.rstrip(_ARROWS)) > MAX_LABEL and text[:4].casefold() != "test":
        return False
    return _LABELS.fullmatch(text) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line under the headline names the author and is no sentence or verse of the article."""
    found = _BYLINE.fullmatch(line.strip())
    if found is None or found["who"] is None:
        return found is not None
    name = re.split(r"[,|]| (?:in|for|at) ", found["who"])[0]
    words = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", name) if word not in {"and", "und", "et", "y", "e"}]
    capital = sum(word[0].isupper() for word in words)
    is_name = bool(words) and words[0][0].isupper() and 2 * capital > len(words) and not name[0].isdecimal()
    return (is_name and not re.search(r"[^\W\d_]{4}\.|,$", found["who"])) or _NO_NAME.match(name) is not None


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield runs of lines with text in them, and each empty line between."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
            continue
        if block:
            yield block
        block = []
        yield [line]
    if block:
        yield block
