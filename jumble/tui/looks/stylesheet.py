"""Splits the stylesheet into sections, so that the first paint parses only those it needs and the rest follow later."""

import re
from pathlib import Path

PATH = Path(__file__).with_name("jumble.tcss")
COMMON, FRONT, WAITING, ROUND, DIALOGS = (
    "parts of several screens", "front page", "waiting", "a round", "dialogs",
)  # fmt: skip
"""Headings of the sections that a first paint may need; a test compares them with the stylesheet."""
_HEADING = re.compile(r"^/\* --- (.+) \*/$", re.MULTILINE)


def sections(css: str) -> dict[str, str]:
    """Return the sections of a stylesheet by heading, in order; text before the first heading belongs to COMMON."""
    before, *headings_and_rules = _HEADING.split(css)
    rules = dict(zip(headings_and_rules[::2], headings_and_rules[1::2], strict=True))
    return {**rules, COMMON: before + rules.get(COMMON, "")}
