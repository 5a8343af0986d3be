"""Removes page furniture: the labels, links and lists around an article on its page that are no part of it.

Keeping a label costs little, one more word among hundreds; dropping a sentence damages the article. So each pattern
matches a whole label as pages print it, never just its first word.
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
_LIST_NAMES = regex(
    r"(?:most (?:popular|read|viewed|shared)|related|recommended|trending|popular|more|latest)"
    r"(?: (?:articles?|stories|posts?|news|reading|from .{1,40}|in .{1,40}|for you))"
    r"|you (?:may|might) also like|what to read next|related",
    re.IGNORECASE,
)
_BYLINE = regex(
    r"(?:by|von|par|por) (?P<who>[^!?:;]{3,60})|.{1,80}\bstaff (?:writer|reporter)s?",
    re.IGNORECASE,
)
_NAMELESS_AUTHOR = regex(r"(?:our|an?|staff|agencies)\b", re.IGNORECASE)

MAX_LABEL = 200
"""Characters of a label; the longest that `_LABELS` matches has 150, not counting dots and arrows after "read more"."""
MAX_LIST_NAME = 120
"""Characters of a list's name; the longest that `_LIST_NAMES` matches has 70."""
MAX_WORDS_IN_LIST = 18
"""Words of a headline listed under "Most Popular Articles"; a longer line is text of the article again."""


def drop_furniture(lines: list[str], *, wrapped: bool = False) -> list[str]:
    """Return clean `lines` with each line of furniture replaced by "": labels, and lists such as "Most Popular …".

    `wrapped`: paragraphs are wrapped into several lines, and only a whole paragraph can be a label.
    """
    kept_lines: list[str] = []
    in_list = False
    for line_group in _line_groups(lines) if wrapped else ([line] for line in lines):
        text = " ".join(map(str.strip, line_group)).replace("\n", " ")
        if not text:
            kept_lines += line_group
            continue
        first_line = line_group[0].strip()
        starts_list = len(first_line) <= MAX_LIST_NAME and _LIST_NAMES.fullmatch(first_line.rstrip(":")) is not None
        in_list = starts_list or (in_list and len(text.split()) <= MAX_WORDS_IN_LIST and not text.endswith("."))
        is_label = _is_label(text) or (first_line != text and all(_is_label(line.strip()) for line in line_group))
        kept_lines += [""] * len(line_group) if in_list or is_label else line_group
    return kept_lines


def _is_label(text: str) -> bool:
    """Return whether a text is a label; most prose is ruled out by its length, without running the slow pattern."""
    if len(text) > MAX_LABEL and len(text.rstrip(_ARROWS)) > MAX_LABEL and text[:4].casefold() != "test":
        return False
    return _LABELS.fullmatch(text) is not None


def is_byline(line: str) -> bool:
    """Return whether a line names the author ("By Jane Doe"), and is no sentence or verse of the article."""
    match = _BYLINE.fullmatch(line.strip())
    if match is None or match["who"] is None:
        return match is not None
    name = re.split(r"[,|]| (?:in|for|at) ", match["who"])[0]
    words = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", name) if word not in {"and", "und", "et", "y", "e"}]
    capitalised = sum(word[0].isupper() for word in words)
    is_name = bool(words) and words[0][0].isupper() and 2 * capitalised > len(words) and not name[0].isdecimal()
    return (is_name and not re.search(r"[^\W\d_]{4}\.|,$", match["who"])) or _NAMELESS_AUTHOR.match(name) is not None


def _line_groups(lines: list[str]) -> Iterator[list[str]]:
    """Yield each run of lines that are not empty, and each empty line by itself."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
            continue
        if group:
            yield group
        group = []
        yield [line]
    if group:
        yield group
