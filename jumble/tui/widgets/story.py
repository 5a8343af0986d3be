"""An article's text on the page, whole or as far as there is room, with words marked or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

PORTION = 20_000
"""Characters laid out at a time, some five pages: a book must not be laid out whole before its first page is seen."""
MEASURE = 72
"""Characters in a line of prose; more than that tires the eye."""
MIN_COLUMN = 34
"""Characters in the narrowest column of the front page; newspapers set theirs no narrower."""
MAX_COLUMNS = 3
HEADLINE_LINES = 3
GUTTER = 3
"""Cells between two columns, a rule in the middle."""


def marked(paragraph: str, marks: Mapping[str, str], language: str) -> Content:
    """Return a paragraph with some words styled, each by its folded form."""
    from jumble.words import fold, tokens

    content = Content(paragraph)
    if marks:
        for token in tokens(paragraph, language):
            style = marks.get(fold(token.text, language))
            if style:
                content = content.stylize(style, token.start, token.end)
    return content


def portions(paragraphs: Iterable[str], size: int = PORTION) -> Iterator[list[str]]:
    """Yield the paragraphs of a text in portions of about `size` characters; longer ones are parted at a blank."""
    portion: list[str] = []
    length = 0
    for paragraph in paragraphs:
        rest = paragraph
        while rest:
            piece, rest = _part(rest, size)
            portion.append(piece)
            length += len(piece)
            if length >= size:
                yield portion
                portion, length = [], 0
    if portion:
        yield portion


def _part(text: str, size: int) -> tuple[str, str]:
    """Part a text near a length, at a blank where there is one."""
    if len(text) <= size:
        return text, ""
    blank = text.rfind(" ", size // 2, size)
    end = blank if blank > 0 else size
    return text[:end], text[end:].lstrip()


class Opening(Widget):
    """Headline and first paragraphs, these in columns as far as there is room; the last line tells if there is more."""

    MORE = "… r to read on"

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.title = ""
        self._paragraphs: Sequence[str] = ()

    def show(self, title: str, paragraphs: Sequence[str]) -> None:
        """Show another article."""
        self.title, self._paragraphs = title, paragraphs
        self.refresh()

    def render(self) -> Content:
        """Draw as many whole lines as there is room for."""
        width, height = self.size
        if not self.title or height < 1 or width < 1:
            return Content("")
        headline = Content.styled(self.title, "bold").wrap(width)[: min(HEADLINE_LINES, height)]
        gap = [] if self.screen.has_class("-low") else [Content("")]
        room = height - len(headline) - len(gap)
        return Content("\n").join([*headline, *gap, self._text(width, room)] if room > 0 else headline)

    def _text(self, width: int, height: int) -> Content:
        """Return the paragraphs in so much room."""
        count = columns_for(width)
        column = min(MEASURE, (width - GUTTER * (count - 1)) // count)
        columns, more = _fill(self._paragraphs, column, height, count)
        if not more and count > 1:
            columns = _balanced(self._paragraphs, column, height, count)
        if more:
            columns[-1][height - 1 :] = [Content.styled(self.MORE, "$quiet").right(column)]
        rule = Content.styled(" │ ", "$rule")
        rows = [
            rule.join([_pad(lines[row] if row < len(lines) else Content(""), column) for lines in columns])
            for row in range(max(map(len, columns)))
        ]
        return Content("\n").join(rows)


def columns_for(width: int) -> int:
    """Return how many columns of a newspaper there are in a width."""
    return max(1, min(MAX_COLUMNS, (width + GUTTER) // (MIN_COLUMN + GUTTER)))


def _fill(paragraphs: Sequence[str], width: int, height: int, count: int) -> tuple[list[list[Content]], bool]:
    """Return the lines of each column, and whether there is more text; no column begins with an empty line."""
    columns: list[list[Content]] = [[]]
    for paragraph in paragraphs:
        # no more than the screen can hold: a paragraph may be a whole book
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
    """Return columns as even as they can be, of a text that fits."""
    lowest, highest = 1, height
    while lowest < highest:
        middle = (lowest + highest) // 2
        if _fill(paragraphs, width, middle, count)[1]:
            lowest = middle + 1
        else:
            highest = middle
    return _fill(paragraphs, width, lowest, count)[0]


def _pad(line: Content, width: int) -> Content:
    """Return a line as wide as its column."""
    return line.pad_right(max(0, width - line.rstrip().cell_length)) if line.cell_length < width else line


class Story(Widget):
    """A portion of a text, as tall as it is."""

    def __init__(self, paragraphs: Sequence[str], marks: Mapping[str, str] | None = None, language: str = "en") -> None:
        """Style the words in `marks`, each named by its folded form."""
        super().__init__()
        self._content = Content("\n\n").join([marked(text, marks or {}, language) for text in paragraphs])

    def render(self) -> Content:
        """Draw the text."""
        return self._content

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the text takes."""
        return self._content.get_height({}, width)
