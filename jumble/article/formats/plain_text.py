"""Reads plain text as an article: recognises masthead, headline, byline and page furniture, and joins wrapped lines.

Plain text follows one of two conventions: each line is a paragraph, or paragraphs are wrapped at some width and
separated by empty lines. `_is_wrapped` decides which of them a text follows.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jumble.article.article import Article, ArticleError
from jumble.article.prose.cleaning import clean_lines
from jumble.article.prose.dateline import read_masthead
from jumble.article.prose.furniture import drop_furniture, is_byline
from jumble.article.prose.gutenberg import strip_gutenberg_licence
from jumble.article.prose.language import SAMPLE, detect_language
from jumble.article.prose.notes import drop_transcriber_notes

MAX_HEADLINE = 200
"""Characters of a headline; a longer first line is a paragraph."""
MAX_TITLE = 90
"""Characters of a title made of the first words, where a text has no headline."""
MIN_WRAP_WIDTH = 40
MAX_WRAP_WIDTH = 100
"""Columns: the range of widths at which wrapped text is broken."""
MIN_WRAPPED_SHARE = 0.8
"""A text is wrapped if at this share of its line breaks the next word would not have fitted."""

_TERMINALS = (".", "!", "?", "…", "。", ":", ";", ",")


def read_plain(text: str, source: str = "", name: str | None = None) -> Article:
    """Return the article of a plain text.

    `name` is the title of a text of which no title can be made. Raises ArticleError if no text is left without
    furniture.
    """
    clean_text_lines = clean_lines(text)
    del text  # frees a copy: 60 MB for a text of 30 MB
    title, lines = strip_gutenberg_licence(clean_text_lines)
    del clean_text_lines
    lines = drop_furniture(lines, wrapped=_is_wrapped(lines))
    dateline, masthead_size = read_masthead(_skip_empty_lines(lines))
    lines = _skip_empty_lines(_skip_empty_lines(lines)[masthead_size:])
    if masthead_size:
        lines = _drop_byline(lines)
    if title is None:
        title, lines = _split_headline(lines)
    lines = _drop_byline(lines)
    if dateline.date is None:
        later_dateline, masthead_size = read_masthead(lines)
        if later_dateline.date is not None:
            dateline, lines = later_dateline, lines[masthead_size:]
    paragraphs = tuple(drop_transcriber_notes(list(_join_paragraphs(_drop_byline(_skip_empty_lines(lines))))))
    if not paragraphs:
        if title is None:
            raise ArticleError("there is no text in it; give a file with a few paragraphs")
        paragraphs = (title,)
    return Article(
        title=title or _title_from_first_words(paragraphs[0]) or name or "Untitled",
        paragraphs=paragraphs,
        dateline=dateline,
        language=detect_language("\n".join(_first_paragraphs(paragraphs, SAMPLE))),
        source=source,
    )


def _first_paragraphs(paragraphs: Sequence[str], characters_left: int) -> Iterator[str]:
    """Yield the first paragraphs, as many as are needed for `characters_left` characters."""
    for paragraph in paragraphs:
        if characters_left <= 0:
            break
        yield paragraph
        characters_left -= len(paragraph)


def _skip_empty_lines(lines: list[str]) -> list[str]:
    """Return `lines` without the empty ones at their beginning."""
    for number, line in enumerate(lines):
        if line.strip():
            return lines[number:]
    return []


def _split_headline(lines: list[str]) -> tuple[str | None, list[str]]:
    """Return (headline, lines after it), or (None, `lines`) if there is none.

    A headline is a first line of at most MAX_HEADLINE characters before an empty line, not ending like a sentence.
    """
    if not lines:
        return None, []
    headline = lines[0].strip()
    stands_alone = len(lines) > 1 and not lines[1].strip()
    body = _skip_empty_lines(lines[1:])
    if body and stands_alone and len(headline) <= MAX_HEADLINE and not headline.endswith(_TERMINALS):
        return headline, body
    return None, lines


def _drop_byline(lines: list[str]) -> list[str]:
    """Return `lines` without a byline at their beginning."""
    return _skip_empty_lines(lines[1:]) if lines and is_byline(lines[0]) else lines


def _title_from_first_words(paragraph: str) -> str:
    """Return a title made of a paragraph's first words, at most MAX_TITLE characters and an ellipsis."""
    line = paragraph.split("\n", 1)[0]
    if len(line) <= MAX_TITLE:
        return line.rstrip(".,;: ")
    return line[:MAX_TITLE].rsplit(" ", 1)[0].rstrip(".,;: ") + " …"


def _join_paragraphs(lines: list[str]) -> tuple[str, ...]:
    """Return the paragraphs of clean `lines`, joined if they are wrapped; verse keeps its line feeds."""
    if not _is_wrapped(lines):
        return tuple(text for line in lines if (text := line.strip()))
    width = max(len(line.rstrip()) for line in lines)
    paragraphs: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            is_verse = len(block) > 1 and _full_line_share(block, width) < MIN_WRAPPED_SHARE / 2
            paragraphs.append(("\n" if is_verse else " ").join(block))
            block = []
    return tuple(paragraphs)


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether paragraphs are wrapped into lines of a certain width."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    if not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return False
    return _full_line_share(lines, width) >= MIN_WRAPPED_SHARE


def _full_line_share(lines: list[str], width: int) -> float:
    """Return the share of line breaks inside paragraphs at which the next word would not have fitted into `width`.

    0 if there are none. Ten columns are tolerated, for editors that break lines early.
    """
    breaks = full_breaks = 0
    for line, following in pairwise(lines):
        if line.strip() and following.strip():
            breaks += 1
            full_breaks += len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width - 10
    return full_breaks / breaks if breaks else 0.0
