"""An article's text on the page, whole or as far as there is room, with words marked or not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from jumble.words import fold, tokens

PORTION = 20_000
"""Characters laid out at a time, some five pages: a book must not be laid out whole before its first page is seen."""
MEASURE = 72
"""Characters in a line of prose; more than that tires the eye."""


def marked(paragraph: str, marks: Mapping[str, str], language: str) -> Content:
    """Return a paragraph with some words styled, each by its folded form."""
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
    """The first paragraphs, as far as there is room; the last line tells that there is more."""

    MORE = "… r to read on"

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Show the beginning of `paragraphs`."""
        super().__init__()
        self._paragraphs = paragraphs

    def show(self, paragraphs: Sequence[str]) -> None:
        """Show another article."""
        self._paragraphs = paragraphs
        self.refresh()

    def render(self) -> Content:
        """Draw as many whole lines as there is room for."""
        width, height = min(self.size.width, MEASURE), self.size.height
        if height < 1 or width < 1:
            return Content("")
        lines: list[Content] = []
        for paragraph in self._paragraphs:
            if lines:
                lines.append(Content(""))
            # no more than the screen can hold: a paragraph may be a whole book
            lines += Content(paragraph[: width * (height + 1)]).wrap(width)
            if len(lines) > height:
                more = Content.styled(self.MORE, "$quiet").right(width)
                return Content("\n").join([*lines[: height - 1], more])
        return Content("\n").join(lines)


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
