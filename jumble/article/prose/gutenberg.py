"""Strips the header and licence of a Project Gutenberg e-text: the work stands between two marker lines."""

import re

from jumble.startup.lazy import regex

# E-texts from before 2003 have no start line: the work follows the end of the "small print", the licence.
_START = regex(
    r"\*\*\* ?START OF (?:THIS|THE) PROJECT GUTENBERG EBOOK.*\*\*\*|\*END\W{0,2}THE SMALL PRINT!.*", re.IGNORECASE
)
_END = regex(
    r"\*\*\* ?END OF (?:THIS|THE) PROJECT GUTENBERG EBOOK.*|End of (?:the )?Project Gutenberg.*", re.IGNORECASE
)
_TITLE = regex(r"Title: (?P<title>\S.*)")

MAX_HEADER_LINES = 400
"""Lines at the beginning among which the start line is looked for."""


def strip_gutenberg_licence(lines: list[str]) -> tuple[str | None, list[str]]:
    """Return the title in an e-text's header (or None) and the lines of the work; other texts: None and all `lines`."""
    start = next((number for number, line in enumerate(lines[:MAX_HEADER_LINES]) if _START.match(line.strip())), None)
    if start is None:
        return None, lines
    title = next((match["title"].strip() for line in lines[:start] if (match := _TITLE.match(line))), None)
    end = next((number for number in range(start + 1, len(lines)) if _END.match(lines[number].strip())), len(lines))
    return title, lines[start + 1 : end]
