"""Project Gutenberg e-texts: the work stands between two marked lines, the licence around it is no article."""

import re

from jumble.startup.lazy import regex

# Before 2003 there was no such line; the work stood behind the end of the licence.
_START = regex(
    r"\*\*\* ?START OF (?:THIS|THE) PROJECT GUTENBERG EBOOK.*\*\*\*|\*END\W{0,2}THE SMALL PRINT!.*", re.IGNORECASE
)
_END = regex(
    r"\*\*\* ?END OF (?:THIS|THE) PROJECT GUTENBERG EBOOK.*|End of (?:the )?Project Gutenberg.*", re.IGNORECASE
)
_TITLE = regex(r"Title: (?P<title>\S.*)")

MAX_HEADER_LINES = 400


def unwrap_etext(lines: list[str]) -> tuple[str | None, list[str]]:
    """Return the title named in an e-text's header and the lines of the work; no header: None and all `lines`."""
    start = next((n for n, line in enumerate(lines[:MAX_HEADER_LINES]) if _START.match(line.strip())), None)
    if start is None:
        return None, lines
    title = next((found["title"].strip() for line in lines[:start] if (found := _TITLE.match(line))), None)
    end = next((n for n in range(start + 1, len(lines)) if _END.match(lines[n].strip())), len(lines))
    return title, lines[start + 1 : end]
