"""The stylesheet by its sections: the first frame waits for those it is drawn with, the others are read after it."""

import re
from pathlib import Path

PATH = Path(__file__).with_name("jumble.tcss")
COMMON, FRONT, WAITING, ROUND, DIALOGS = (
    "parts of several screens", "front page", "waiting", "a round", "dialogs",
)  # fmt: skip
"""Sections that a first frame may need, by their headings; a test compares."""
_HEADING = re.compile(r"^/\* --- (.+) \*/$", re.MULTILINE)


def sections(css: str) -> dict[str, str]:
    """Return the sections of a stylesheet by their headings, in order; what stands before the first one is COMMON's."""
    before, *rest = _HEADING.split(css)
    found = dict(zip(rest[::2], rest[1::2], strict=True))
    return {**found, COMMON: before + found.get(COMMON, "")}
