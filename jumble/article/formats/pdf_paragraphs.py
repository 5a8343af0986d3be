"""The lines of printed pages become paragraphs: heads and numbers of pages go, words cut at line ends are joined."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from jumble.article.formats.pdf_verse import begins_verse, outer_margin, usual_indent, verses
from jumble.article.prose.cleaning import clean_line

EDGE = 2
"""Lines at the top and the bottom of a page that may be its running head or foot."""
MIN_REPEATS = 3
"""Pages on which a line stands at the edge, figures apart, before it counts as running head."""
WIDE_GAP = 1.35
"""Of the usual distance of lines, from which one begins a paragraph; set text has a half more or no more at all."""
MIN_INDENT = 0.6
"""Of the type size, by which a line that begins a paragraph is moved in."""
SHORT_LINE = 0.85
"""Of the width of a full line, below which a line that ends a sentence ends its paragraph."""
VERY_SHORT_LINE = 0.6
"""Of the width of a full line, below which a line ends its paragraph in any case, unless a small letter follows."""

HEADING = 1.15
"""Of the usual type size, from which a line is a heading."""
MAX_LEADING = 1.6
"""Of the type size, up to which two lines of a heading are one."""

_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_PAGE_OF = re.compile(
    r".{0,60}\bpage \d+(?:\s*(?:/|of)\s*\d+).{0,60}|.{0,60}\b\d+/\d+\S{0,60}|printed by\b.{0,60}", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,4}\s+\D.{1,80}|.{1,80}\D\s+\d{1,4}")
_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad‐]$")
_CUT_INSIDE = re.compile(r"\b([^\W\d_]+)- ([^\W\d_]+)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_TERMINALS = (".", "!", "?", "…", ":", ".”", "!”", "?”", '."', '!"', '?"', ".’", ".)", "。")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, where it begins (points, from the lower left), and the size of its type (points)."""

    text: str
    x: float
    y: float
    size: float


def join_pages(pages: list[list[Line]]) -> list[str]:
    """Return the paragraphs that the lines of all pages make."""
    pages = [
        [Line(text, line.x, line.y, line.size) for line in page if (text := clean_line(_soft(line.text)))]
        for page in pages
    ]
    pages = _without_heads(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    whole = _whole_words(lines)
    usual = median(line.size for line in lines)
    margins = Counter(_margin(page) for page in pages if page)
    indent = usual_indent([(outer_margin(page, margins), page) for page in pages])
    paragraphs: list[str] = []
    full = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)]
    text = ""
    above: Line | None = None
    for page in pages:
        gap = _usual_gap(page)
        margin = _margin(page)
        verse = verses(page, outer_margin(page, margins), indent)
        for number, line in enumerate(page):
            stanza = above is not None and {number - 1, number} <= verse and above.y - line.y <= WIDE_GAP * gap
            if above is None:
                begins = False
            elif max(above.size, line.size) >= HEADING * usual:
                begins = not (number and above.size == line.size and above.y - line.y < MAX_LEADING * line.size)
            elif not verse.isdisjoint((number - 1, number)):
                begins = not stanza
            elif number:
                begins = _begins(above, line, gap, margin, full)
            else:
                begins = _ends_sentence(text) or _is_heading(line) or _is_indented(line, margin)
            if begins:
                paragraphs.append(text)
                text = ""
            if stanza and text and begins_verse(line.text):
                text = f"{text}\n{line.text}"
            else:
                text = _join(text, line.text, whole) if text else line.text
            above = line
    return [_mend(paragraph, whole) for paragraph in (*paragraphs, text)]


def _mend(text: str, whole: Counter[str]) -> str:
    """Join words that were cut at the end of a line in the document's own source, where they stand uncut elsewhere."""

    def join(cut: re.Match[str]) -> str:
        first, second = cut.groups()
        if whole[f"{first}{second}".casefold()]:
            return first + second
        return f"{first}-{second}" if whole[f"{first}-{second}".casefold()] else cut[0]

    return _CUT_INSIDE.sub(join, text)


def _soft(text: str) -> str:
    """Return a line with a soft hyphen at its end made a plain one: it is where the word was cut."""
    return text[:-1] + "-" if text.endswith("\u00ad") else text


def _without_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without their numbers and running heads."""
    seen: Counter[str] = Counter()
    sizes = [line.size for page in pages for line in page]
    large = HEADING * median(sizes) if sizes else 0.0
    for page in pages:
        seen.update({_shape(page[n].text) for n in _edges(page)})
    often = max(MIN_REPEATS, len(pages) // 10)
    kept = []
    for page in pages:
        gone = {
            n
            for n in _edges(page)
            if _PAGE_NUMBER.fullmatch(page[n].text)
            or (page[n].size < large and (_PAGE_OF.fullmatch(page[n].text) or _is_numbered_head(page, n)))
            or (page[n].size < large and seen[_shape(page[n].text)] >= often and len(page) > 1)
        }
        if len(page) > 1 and len(gone) > len(page) / 2:
            gone = set()  # pages that are all alike have no heads
        kept.append([line for n, line in enumerate(page) if n not in gone])
    return kept


def _is_numbered_head(page: list[Line], number: int) -> bool:
    """Tell the head of one page: the highest line, with the page's number at its outer end and a gap under it."""
    line = page[number]
    if not _NUMBERED.fullmatch(line.text):
        return False
    if len(page) == 1:
        return True  # the back of a chapter's last page
    below = max((each.y for each in page if each.y < line.y - 1), default=line.y)
    highest = all(each.y <= line.y for each in page)
    return highest and line.y - below > WIDE_GAP * _usual_gap(page)


def _edges(page: list[Line]) -> set[int]:
    """Return which lines stand at the edges of a page: by place, and by order where they were set first or last."""
    by_height = sorted(range(len(page)), key=lambda n: page[n].y)
    return {
        *range(min(1, len(page))),
        *range(max(0, len(page) - EDGE), len(page)),
        *by_height[:EDGE],
        *by_height[-EDGE:],
    }


def _shape(text: str) -> str:
    """Return a line with all figures alike."""
    return re.sub(r"\d+", "#", text).casefold()


def _usual_gap(page: list[Line]) -> float:
    """Return the usual distance of lines on a page, in points."""
    gaps = [above.y - below.y for above, below in pairwise(page) if 0 < above.y - below.y < 4 * max(above.size, 4)]
    return median(gaps) if gaps else 0.0


def _margin(page: list[Line]) -> float:
    """Return where most lines of a page begin."""
    return Counter(round(line.x) for line in page).most_common(1)[0][0] if page else 0.0


def _begins(previous: Line, line: Line, gap: float, margin: float, full: int) -> bool:
    """Tell whether `line` begins a paragraph under `previous`, on the same page."""
    down = previous.y - line.y
    if gap and down > WIDE_GAP * gap:
        return True
    if abs(previous.size - line.size) > 0.15 * max(previous.size, line.size) and down > 0:
        return True
    indent = line.x - previous.x
    if indent > MIN_INDENT * line.size and abs(previous.x - margin) < 2 and _is_indented(line, margin):
        return not previous.text.endswith("-")
    if down < 0:  # the next column
        return _ends_sentence(previous.text) and len(previous.text) < SHORT_LINE * full
    if len(previous.text) < VERY_SHORT_LINE * full and down > gap / 2 and not line.text[:1].islower():
        return True
    return _ends_sentence(previous.text) and len(previous.text) < SHORT_LINE * full


def _is_indented(line: Line, margin: float) -> bool:
    return MIN_INDENT * line.size < line.x - margin < 6 * line.size


def _is_heading(line: Line) -> bool:
    """Tell a heading by its letters, where its size tells nothing."""
    return line.text.isupper() and len(line.text) < 60


def _ends_sentence(text: str) -> bool:
    return text.endswith(_TERMINALS)


def _whole_words(lines: list[Line]) -> Counter[str]:
    """Count the words that stand inside the lines, cut nowhere: they tell what a hyphen at a line's end means."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(word.casefold().replace("‐", "-") for word in _WORD.findall(line.text))
    return words


def _join(text: str, following: str, whole: Counter[str]) -> str:
    """Join a line to the text before it; a word cut at the line's end becomes whole, a compound keeps its hyphen."""
    if not _CUT.search(text) or not following[:1].isalpha():
        return f"{text} {following}"
    first, second = re.search(r"[^\W\d_]+(?=.$)", text), re.match(r"[^\W\d_]+", following)
    if first is None or second is None or (second[0][:1].isupper() and not first[0].isupper()):
        return text + following  # Anglo-Saxon
    joined, compound = (first[0] + second[0]).casefold(), f"{first[0]}-{second[0]}".casefold()
    if whole[compound] > whole[joined]:
        return text + following
    return text[:-1] + following
