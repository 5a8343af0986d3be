"""Page furniture: what stands around an article on its page and is no part of it."""

import re

_LINES = re.compile(
    r"article word jumble"
    r"|test your skills by unscrambling words.*"
    r"|play the word game!?"
    r"|advertisement|sponsored(?: content)?"
    r"|share(?: (?:this|on|via)\b.{0,40})?|(?:tweet|print|email|copy link|save|listen)"
    r"|(?:follow|like|find) us(?: on)?\b.{0,60}"
    r"|(?:subscribe|sign up|log in|sign in|register)\b.{0,80}"
    r"|(?:click|tap) here\b.{0,60}"
    r"|(?:read|see|show|load|view) (?:more|also|next)\b.{0,80}"
    r"|(?:skip|jump) to (?:main )?content|back to top|table of contents"
    r"|(?:leave|post|add) a (?:comment|reply)|(?:\d+ )?comments?"
    r"|(?:©|\(c\)|copyright)\b.{0,100}|all rights reserved\.?"
    r"|\d+ min(?:ute)?s? read|last updated:? .{0,40}"
    r"|(?:photo|image|picture|video|credit|photograph)s?(?: by)?: .{0,120}",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"(?:most (?:popular|read|viewed|shared)|related|recommended|trending|popular|more|latest)"
    r"(?: (?:articles?|stories|posts?|news|reading|from .{1,40}|in .{1,40}|for you))"
    r"|you (?:may|might) also like|what to read next|related",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|von|par|por) (?!the\b|far\b|now\b|then\b|and\b)[^.!?]{3,60}|.{1,80}\bstaff (?:writer|reporter)s?",
    re.IGNORECASE,
)

MAX_WORDS_IN_LIST = 18
"""A line under "Most Popular Articles" with more words than a headline has is text again."""


def drop_furniture(lines: list[str]) -> list[str]:
    """Return `lines` with page furniture emptied: its labels, and the headlines listed under "Most Popular …"."""
    kept: list[str] = []
    listing = False
    for line in lines:
        text = line.strip()
        if _LISTS.fullmatch(text.rstrip(":")):
            listing = True
            kept.append("")
        elif _LINES.fullmatch(text) or (listing and len(text.split()) <= MAX_WORDS_IN_LIST):
            kept.append("")
        else:
            listing = False
            kept.append(line)
    return kept


def is_byline(line: str) -> bool:
    """Tell whether a line under the headline names the author and is no sentence of the article."""
    return _BYLINE.fullmatch(line.strip()) is not None
