"""Plain text becomes an article: masthead, headline, byline and furniture are told from the body.

Two conventions of plain text exist side by side: a line is a paragraph, or a paragraph is a block of lines broken at
a width and parted by empty lines. `_is_wrapped` decides which of them a text follows.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jumble.article.article import Article, ArticleError
from jumble.article.prose.cleaning import clean_lines
from jumble.article.prose.dateline import read_masthead
from jumble.article.prose.furniture import drop_furniture, is_byline
from jumble.article.prose.gutenberg import unwrap_etext
from jumble.article.prose.language import SAMPLE, detect_language
from jumble.article.prose.notes import drop_transcribers

MAX_HEADLINE = 200
"""Characters; a longer first line is a paragraph."""
MAX_TITLE = 90
"""Characters taken from the first sentence where a text has no headline."""
MIN_WRAP_WIDTH = 40
MAX_WRAP_WIDTH = 100
"""Columns; no one breaks lines by hand narrower or wider than that."""
MIN_WRAPPED_SHARE = 0.8
"""Share of line breaks at which the next word would not have fitted, from which a text counts as wrapped."""

_TERMINALS = (".", "!", "?", "…", "。", ":", ";", ",")


def read_plain(text: str, source: str = "", name: str | None = None) -> Article:
    """Read an article from plain text of any provenance.

    `name` serves as the title of a text that has nothing to make one of. Raises ArticleError when no text is left.
    """
    cleaned = clean_lines(text)
    del text  # of a long book each copy counts: 60 MB of 30
    title, lines = unwrap_etext(cleaned)
    del cleaned
    lines = drop_furniture(lines, wrapped=_is_wrapped(lines))
    dateline, taken = read_masthead(_from_first(lines))
    lines = _from_first(_from_first(lines)[taken:])
    if taken:
        lines = _drop_byline(lines)
    if title is None:
        title, lines = _take_headline(lines)
    lines = _drop_byline(lines)
    if dateline.date is None:
        late, taken = read_masthead(lines)
        if late.date is not None:
            dateline, lines = late, lines[taken:]
    paragraphs = tuple(drop_transcribers(list(_paragraphs(_drop_byline(_from_first(lines))))))
    if not paragraphs:
        if title is None:
            raise ArticleError("there is no text in it; give a file with a few paragraphs")
        paragraphs = (title,)
    return Article(
        title=title or _title_from(paragraphs[0]) or name or "Untitled",
        paragraphs=paragraphs,
        dateline=dateline,
        language=detect_language("\n".join(_beginning(paragraphs, SAMPLE))),
        source=source,
    )


def _beginning(paragraphs: Sequence[str], size: int) -> Iterator[str]:
    """Yield the first paragraphs, as many as have `size` characters."""
    for paragraph in paragraphs:
        if size <= 0:
            break
        yield paragraph
        size -= len(paragraph)


def _from_first(lines: list[str]) -> list[str]:
    """Return `lines` from the first that is not empty."""
    for number, line in enumerate(lines):
        if line.strip():
            return lines[number:]
    return []


def _take_headline(lines: list[str]) -> tuple[str | None, list[str]]:
    """Part a headline from the lines under it: a first line that is short, no sentence, and stands by itself."""
    if not lines:
        return None, []
    first = lines[0].strip()
    stands_alone = len(lines) > 1 and not lines[1].strip()
    rest = _from_first(lines[1:])
    if rest and stands_alone and len(first) <= MAX_HEADLINE and not first.endswith(_TERMINALS):
        return first, rest
    return None, lines


def _drop_byline(lines: list[str]) -> list[str]:
    """Return `lines` without a byline at their top."""
    return _from_first(lines[1:]) if lines and is_byline(lines[0]) else lines


def _title_from(paragraph: str) -> str:
    """Make a title of a text that has none: its first words, as far as a headline is long."""
    line = paragraph.split("\n", 1)[0]
    if len(line) <= MAX_TITLE:
        return line.rstrip(".,;: ")
    return line[:MAX_TITLE].rsplit(" ", 1)[0].rstrip(".,;: ") + " …"


def _paragraphs(lines: list[str]) -> tuple[str, ...]:
    """Return the paragraphs that clean `lines` make, by the convention they follow."""
    if not _is_wrapped(lines):
        return tuple(text for line in lines if (text := line.strip()))
    width = max(len(line.rstrip()) for line in lines)
    paragraphs: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            verse = len(block) > 1 and _filled(block, width) < MIN_WRAPPED_SHARE / 2
            paragraphs.append(("\n" if verse else " ").join(block))
            block = []
    return tuple(paragraphs)


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether paragraphs were broken into lines at a width, and must be joined again."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return False
    return _filled(lines, width) >= MIN_WRAPPED_SHARE


def _filled(lines: list[str], width: int) -> float:
    """Return the share of line breaks inside blocks where the next word would not have fitted into `width`.

    No breaks at all: 0. Ten columns of grace, for authors whose editor breaks a little early.
    """
    breaks = full = 0
    for line, following in pairwise(lines):
        if line.strip() and following.strip():
            breaks += 1
            full += len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width - 10
    return full / breaks if breaks else 0.0
