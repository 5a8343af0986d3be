"""HTML that is all text (a book's chapter, a feed's entry) becomes blocks; XML is parsed without its dangers.

For a page with furniture around its article see `html`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, ParseError

from jumble.article.article import ArticleError
from jumble.article.limits import MAX_NESTING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset(
    "script style head title template noscript nav svg math iframe object form button select textarea audio video "  # noqa: SIM905 a list of words reads best as one
    "canvas rt rp figcaption table".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "header hr html li main ol p pre section summary td th tr ul".split()
)
_SKIPPED = re.compile(r"\b(?:pagebreak|pagenum|noteref|footnote)\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")

MIN_VERSES = 3
MAX_VERSE = 64
"""Broken lines are verse when there are some, short ones, that begin with capitals; else the break is the layout's."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or heading."""

    text: str
    level: int = 0
    """Of a heading 1 to 6; a paragraph: 0."""
    anchors: tuple[str, ...] = ()
    """The ids that stand at or before it since the block before."""


def html_blocks(text: str) -> list[Block]:
    """Return the blocks of an HTML text, in order; what runs, is drawn or filled in is left out."""
    from lxml import etree, html

    if not text.strip():
        return []
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    gatherer = _Gatherer()
    gatherer.walk(root)
    return gatherer.blocks


class _Gatherer:
    """Walks a tree and keeps what has been read of the block at hand."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._anchors: list[str] = []

    def walk(self, root: "HtmlElement") -> None:
        """Gather all blocks under `root`, without recursion."""
        level = 0
        pre = 0
        todo: list[tuple[Any, bool]] = [(root, True)]
        while todo:
            element, entering = todo.pop()
            tag = element.tag if isinstance(element.tag, str) else ""
            if entering:
                silent = tag in _SILENT or _is_skipped(element)
                if silent:
                    self._tail(element, pre)
                    continue
                self._anchor(element)
                if tag in _BLOCKS:
                    self._end(level)
                if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                    level = int(tag[1])
                pre += tag == "pre"
                if tag == "br":
                    self._text.append("\n")
                self._say(element.text, pre)
                todo.append((element, False))
                todo.extend((child, True) for child in reversed(element))
            else:
                if tag in _BLOCKS:
                    self._end(level)
                if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                    level = 0
                pre -= tag == "pre"
                self._tail(element, pre)
        self._end(level)

    def _anchor(self, element: "HtmlElement") -> None:
        for key in ("id", "name"):
            if name := element.get(key):
                self._anchors.append(name)

    def _tail(self, element: "HtmlElement", pre: int) -> None:
        self._say(element.tail, pre)

    def _say(self, text: str | None, pre: int) -> None:
        if text:
            self._text.append(text if pre else _SPACES.sub(" ", text))

    def _end(self, level: int) -> None:
        text = join_lines("".join(self._text).split("\n"))
        self._text.clear()
        if text:
            self.blocks.append(Block(text, level, tuple(self._anchors)))
            self._anchors.clear()


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines of one block as a paragraph; as verse, with its line feeds, when they look like it."""
    kept = [line for each in lines if (line := " ".join(each.split()))]
    short = all(len(line) <= MAX_VERSE for line in kept)
    capitals = sum(line.lstrip("“\"'‘«(—– ")[:1].isupper() for line in kept)
    verse = len(kept) >= MIN_VERSES and short and capitals >= 0.8 * len(kept)
    return ("\n" if verse else " ").join(kept)


def _is_skipped(element: "HtmlElement") -> bool:
    """Tell a page number of the printed book, and a note or its mark, from the text around them."""
    kind = f"{element.get('epub:type', '')} {element.get('role', '')} {element.get('class', '')}".replace("doc-", "")
    return element.get("hidden") is not None or _SKIPPED.search(kind) is not None


def parse_xml(raw: bytes, what: str) -> Element:
    """Parse XML without entities of its own, external DTD or deep nesting; raises ArticleError, naming it `what`."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(raw, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise ArticleError(f"{what} defines entities of its own, which are not read; give its text") from None
    except (ParseError, ValueError, LookupError):
        raise ArticleError(f"{what} is damaged and cannot be read; give its text") from None
    assert isinstance(root, Element)  # noqa: S101 defusedxml has no types
    if any(depth > MAX_NESTING for depth, _ in nested(root)):
        raise ArticleError(f"{what} is nested too deep to be read; give its text")
    return root


def nested(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield every element under `root` in order with its depth, without recursion."""
    todo = [(0, root)]
    while todo:
        depth, element = todo.pop()
        yield depth, element
        todo.extend((depth + 1, child) for child in reversed(element))


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
