"""Widgets that draw an article: its beginning in columns on the front page, or its text in portions to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

PORTION = 20_000
"""Characters in a portion, some five pages: laying out a whole book would delay its first page."""
MEASURE = 72
"""Most characters in a line of prose; longer lines are hard to read."""
MIN_COLUMN = 34
"""Fewest characters in a column of the front page, about those of a newspaper's column."""
MAX_COLUMNS = 3
HEADLINE_LINES = 3
GUTTER = 3
"""Cells between two columns, a rule in the middle."""


def marked(paragraph: str, marks: Mapping[str, str], language: str) -> Content:
    """Return a paragraph in which each word whose folded form is in `marks` has the style given there."""
    from jumble.words import fold, tokens

    content = Content(paragraph)
    if marks:
        for token in tokens(paragraph, language):
            style = marks.get(fold(token.text, language))
            if style:
                content = content.stylize(style, token.start, token.end)
    return content


def portions(paragraphs: Iterable[str], size: int = PORTION) -> Iterator[list[str]]:
    """Yield paragraphs in portions of about `size` characters; a longer paragraph is split at a space."""
    portion: list[str] = []
    length = 0
    for paragraph in paragraphs:
        remaining = paragraph
        while remaining:
            piece, remaining = _split(remaining, size)
            portion.append(piece)
            length += len(piece)
            if length >= size:
                yield portion
                portion, length = [], 0
    if portion:
        yield portion


def _split(text: str, size: int) -> tuple[str, str]:
    """Split a text after at most `size` characters, at a space if there is one in the second half of them."""
    if len(text) <= size:
        return text, ""
    blank = text.rfind(" ", size // 2, size)
    end = blank if blank > 0 else size
    return text[:end], text[end:].lstrip()


class ArticlePreview(Widget):
    """Headline and first paragraphs, in as many columns as fit; the last line says if there is more to read."""

    MORE = "… r to read on"

    def __init__(self) -> None:
        """Begin without an article."""
        super().__init__()
        self.title = ""
        self._paragraphs: Sequence[str] = ()

    def set_article(self, title: str, paragraphs: Sequence[str]) -> None:
        """Draw another article."""
        self.title, self._paragraphs = title, paragraphs
        self.refresh()

    def render(self) -> Content:
        """Draw the headline, and as much of the text as there is room for."""
        width, height = self.size
        if not self.title or height < 1 or width < 1:
            return Content("")
        headline = Content.styled(self.title, "bold").wrap(width)[: min(HEADLINE_LINES, height)]
        gap = [] if self.screen.has_class("-low") else [Content("")]
        room = height - len(headline) - len(gap)
        return Content("\n").join([*headline, *gap, self._text(width, room)] if room > 0 else headline)

    def _text(self, width: int, height: int) -> Content:
        """Return the paragraphs in columns that fill `width` by `height` cells at most, evenly if all the text fits."""
        count = columns_for(width)
        column = min(MEASURE, (width - GUTTER * (count - 1)) // count)
        columns, is_cut = _fill(self._paragraphs, column, height, count)
        if not is_cut and count > 1:
            columns = _balanced(self._paragraphs, column, height, count)
        if is_cut:
            columns[-1][height - 1 :] = [Content.styled(self.MORE, "$quiet").right(column)]
        rule = Content.styled(" │ ", "$rule")
        rows = [
            rule.join([_pad(lines[row] if row < len(lines) else Content(""), column) for lines in columns])
            for row in range(max(map(len, columns)))
        ]
        return Content("\n").join(rows)


def columns_for(width: int) -> int:
    """Return how many columns fit into a width."""
    return max(1, min(MAX_COLUMNS, (width + GUTTER) // (MIN_COLUMN + GUTTER)))


def _fill(paragraphs: Sequence[str], width: int, height: int, count: int) -> tuple[list[list[Content]], bool]:
    """Return the lines of each column, and whether text is left over; no column begins with an empty line."""
    columns: list[list[Content]] = [[]]
    for paragraph in paragraphs:
        # only what the columns can hold is wrapped: a paragraph may be a whole book
        room = width * (height * count + 1)
        lines = Content(paragraph[:room]).wrap(width)
        for number, line in enumerate([Content(""), *lines] if columns[0] else lines):
            if len(columns[-1]) == height:
                if len(columns) == count:
                    return columns, True
                columns.append([])
            if columns[-1] or number or len(columns) == 1:
                columns[-1].append(line)
        if len(paragraph) > room:
            return columns, True
    return columns, False


def _balanced(paragraphs: Sequence[str], width: int, height: int, count: int) -> list[list[Content]]:
    """Return the lowest columns that hold a text; it must fit into columns of the given height."""
    lowest, highest = 1, height
    while lowest < highest:
        middle = (lowest + highest) // 2
        is_cut = _fill(paragraphs, width, middle, count)[1]
        if is_cut:
            lowest = middle + 1
        else:
            highest = middle
    return _fill(paragraphs, width, lowest, count)[0]


def _pad(line: Content, width: int) -> Content:
    """Return a line filled with spaces to the width of its column."""
    return line.pad_right(max(0, width - line.rstrip().cell_length)) if line.cell_length < width else line


class ArticleText(Widget):
    """A portion of an article's text, as high as its lines."""

    def __init__(self, paragraphs: Sequence[str], marks: Mapping[str, str] | None = None, language: str = "en") -> None:
        """Draw `paragraphs`; each word whose folded form is in `marks` has the style given there."""
        super().__init__()
        self._content = Content("\n\n").join([marked(text, marks or {}, language) for text in paragraphs])

    def render(self) -> Content:
        """Draw the text."""
        return self._content

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the text takes at a width."""
        return self._content.get_height({}, width)
