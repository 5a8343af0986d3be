"""Joins the lines of PDF pages into paragraphs: drops running heads and page numbers, rejoins hyphenated words."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from jumble.article.formats.pdf_verse import paragraph_indent, starts_with_capital, text_margin, verse_line_numbers
from jumble.article.prose.cleaning import clean_line

EDGE_LINES = 2
"""Lines at the top and at the bottom of a page, each, that may be its running head or foot."""
MIN_REPEATS = 3
"""Pages at whose edge a line must occur, figures ignored, to count as a running head."""
WIDE_GAP = 1.35
"""Multiple of the usual line spacing above which a paragraph begins; printed paragraphs have 1.5 times or no extra."""
MIN_INDENT = 0.6
"""Multiple of the type size above which an indented line begins a paragraph."""
SHORT_LINE = 0.85
"""Share of a full line's length below which a line that ends a sentence also ends its paragraph."""
VERY_SHORT_LINE = 0.6
"""Share of a full line's length below which a line ends its paragraph, unless a lower-case letter follows."""

HEADING_SCALE = 1.15
"""Multiple of the usual type size from which a line is a heading."""
MAX_LEADING = 1.6
"""Multiple of the type size: two lines of a heading with less spacing are one heading."""

_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_PAGE_OF = re.compile(
    r".{0,60}\bpage \d+(?:\s*(?:/|of)\s*\d+).{0,60}|.{0,60}\b\d+/\d+\S{0,60}|printed by\b.{0,60}", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,4}\s+\D.{1,80}|.{1,80}\D\s+\d{1,4}")
_CUT_AT_END = re.compile(r"(?<=[^\W\d_])[-\u00ad‐]$")
_CUT_INSIDE = re.compile(r"\b([^\W\d_]+)- ([^\W\d_]+)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_TERMINALS = (".", "!", "?", "…", ":", ".”", "!”", "?”", '."', '!"', '?"', ".’", ".)", "。")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, where it begins (points from the lower left corner), and its type size (points)."""

    text: str
    x: float
    y: float
    size: float


def paragraphs_from_pages(pages: list[list[Line]]) -> list[str]:
    """Return the paragraphs and headings of all pages; verse keeps its lines, separated by line feeds."""
    pages = [
        [
            Line(text, line.x, line.y, line.size)
            for line in page
            if (text := clean_line(_hyphen_for_soft_hyphen(line.text)))
        ]
        for page in pages
    ]
    pages = _without_running_heads(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    word_counts = _count_words(lines)
    usual_size = median(line.size for line in lines)
    margins = Counter(_common_margin(page) for page in pages if page)
    indent = paragraph_indent([(text_margin(page, margins), page) for page in pages])
    paragraphs: list[str] = []
    full_length = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)]
    text = ""
    previous: Line | None = None
    for page in pages:
        gap = _usual_gap(page)
        margin = _common_margin(page)
        verse_numbers = verse_line_numbers(page, text_margin(page, margins), indent)
        for number, line in enumerate(page):
            in_stanza = (
                previous is not None and {number - 1, number} <= verse_numbers and previous.y - line.y <= WIDE_GAP * gap
            )
            if previous is None:
                begins_paragraph = False
            elif max(previous.size, line.size) >= HEADING_SCALE * usual_size:
                begins_paragraph = not (
                    number and previous.size == line.size and previous.y - line.y < MAX_LEADING * line.size
                )
            elif not verse_numbers.isdisjoint((number - 1, number)):
                begins_paragraph = not in_stanza
            elif number:
                begins_paragraph = _begins_paragraph(previous, line, gap, margin, full_length)
            else:
                begins_paragraph = _ends_sentence(text) or _is_heading(line) or _is_indented(line, margin)
            if begins_paragraph:
                paragraphs.append(text)
                text = ""
            if in_stanza and text and starts_with_capital(line.text):
                text = f"{text}\n{line.text}"
            else:
                text = _append_line(text, line.text, word_counts) if text else line.text
            previous = line
    return [_rejoin_cut_words(paragraph, word_counts) for paragraph in (*paragraphs, text)]


def _rejoin_cut_words(text: str, word_counts: Counter[str]) -> str:
    """Return `text` with "exam- ple", a hyphenation inside a line, rejoined if the word occurs uncut elsewhere."""

    def join(cut: re.Match[str]) -> str:
        """Return the word, the hyphenated compound, or the match as it is, whichever `word_counts` has."""
        first, second = cut.groups()
        if word_counts[f"{first}{second}".casefold()]:
            return first + second
        return f"{first}-{second}" if word_counts[f"{first}-{second}".casefold()] else cut[0]

    return _CUT_INSIDE.sub(join, text)


def _hyphen_for_soft_hyphen(text: str) -> str:
    """Return a line with a soft hyphen at its end replaced by a hyphen: cleaning would delete it."""
    return text[:-1] + "-" if text.endswith("\u00ad") else text


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and running heads and feet."""
    edge_counts: Counter[str] = Counter()
    sizes = [line.size for page in pages for line in page]
    heading_size = HEADING_SCALE * median(sizes) if sizes else 0.0
    for page in pages:
        edge_counts.update({_figures_masked(page[number].text) for number in _edge_lines(page)})
    min_repeats = max(MIN_REPEATS, len(pages) // 10)
    kept_pages = []
    for page in pages:
        dropped = {
            number
            for number in _edge_lines(page)
            if _PAGE_NUMBER.fullmatch(page[number].text)
            or (
                page[number].size < heading_size
                and (_PAGE_OF.fullmatch(page[number].text) or _is_numbered_head(page, number))
            )
            or (
                page[number].size < heading_size
                and edge_counts[_figures_masked(page[number].text)] >= min_repeats
                and len(page) > 1
            )
        }
        if len(page) > 1 and len(dropped) > len(page) / 2:
            dropped = set()  # most of the page looks like a running head, so nothing is
        kept_pages.append([line for number, line in enumerate(page) if number not in dropped])
    return kept_pages


def _is_numbered_head(page: list[Line], number: int) -> bool:
    """Return whether a line is the topmost of its page, has a page number at one end, and a wide gap below it."""
    line = page[number]
    if not _NUMBERED.fullmatch(line.text):
        return False
    if len(page) == 1:
        return True  # an empty page that has only its running head
    below = max((other.y for other in page if other.y < line.y - 1), default=line.y)
    highest = all(other.y <= line.y for other in page)
    return highest and line.y - below > WIDE_GAP * _usual_gap(page)


def _edge_lines(page: list[Line]) -> set[int]:
    """Return the indexes of the EDGE_LINES highest, lowest and last lines of a page, and of the first."""
    by_height = sorted(range(len(page)), key=lambda number: page[number].y)
    return {
        *range(min(1, len(page))),
        *range(max(0, len(page) - EDGE_LINES), len(page)),
        *by_height[:EDGE_LINES],
        *by_height[-EDGE_LINES:],
    }


def _figures_masked(text: str) -> str:
    """Return a line in lower case with each number replaced by `#`, so that numbered heads compare equal."""
    return re.sub(r"\d+", "#", text).casefold()


def _usual_gap(page: list[Line]) -> float:
    """Return the median line spacing of a page, in points; 0 if it has fewer than two lines."""
    gaps = [
        previous.y - below.y
        for previous, below in pairwise(page)
        if 0 < previous.y - below.y < 4 * max(previous.size, 4)
    ]
    return median(gaps) if gaps else 0.0


def _common_margin(page: list[Line]) -> float:
    """Return the position, in whole points, at which most lines of a page begin."""
    return Counter(round(line.x) for line in page).most_common(1)[0][0] if page else 0.0


def _begins_paragraph(previous: Line, line: Line, gap: float, margin: float, full_length: int) -> bool:
    """Return whether `line` begins a paragraph after `previous`, on the same page.

    `gap` is the usual line spacing and `margin` the left margin, in points; `full_length` is in characters.
    """
    drop = previous.y - line.y
    if gap and drop > WIDE_GAP * gap:
        return True
    if abs(previous.size - line.size) > 0.15 * max(previous.size, line.size) and drop > 0:
        return True
    indent = line.x - previous.x
    if indent > MIN_INDENT * line.size and abs(previous.x - margin) < 2 and _is_indented(line, margin):
        return not previous.text.endswith("-")
    if drop < 0:  # the next column
        return _ends_sentence(previous.text) and len(previous.text) < SHORT_LINE * full_length
    if len(previous.text) < VERY_SHORT_LINE * full_length and drop > gap / 2 and not line.text[:1].islower():
        return True
    return _ends_sentence(previous.text) and len(previous.text) < SHORT_LINE * full_length


def _is_indented(line: Line, margin: float) -> bool:
    """Return whether a line is indented like the first line of a paragraph."""
    return MIN_INDENT * line.size < line.x - margin < 6 * line.size


def _is_heading(line: Line) -> bool:
    """Return whether a line is a heading by its letters: short and all in capitals."""
    return line.text.isupper() and len(line.text) < 60


def _ends_sentence(text: str) -> bool:
    """Return whether a text ends like a sentence."""
    return text.endswith(_TERMINALS)


def _count_words(lines: list[Line]) -> Counter[str]:
    """Return how often each word occurs, in lower case: tells a hyphenated word from a compound at a line end."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(word.casefold().replace("‐", "-") for word in _WORD.findall(line.text))
    return words


def _append_line(text: str, following: str, word_counts: Counter[str]) -> str:
    """Return `text` with the next line appended: a hyphenated word is rejoined, a compound keeps its hyphen."""
    if not _CUT_AT_END.search(text) or not following[:1].isalpha():
        return f"{text} {following}"
    first, second = re.search(r"[^\W\d_]+(?=.$)", text), re.match(r"[^\W\d_]+", following)
    if first is None or second is None or (second[0][:1].isupper() and not first[0].isupper()):
        return text + following  # a compound such as Anglo-Saxon
    joined, compound = (first[0] + second[0]).casefold(), f"{first[0]}-{second[0]}".casefold()
    if word_counts[compound] > word_counts[joined]:
        return text + following
    return text[:-1] + following
