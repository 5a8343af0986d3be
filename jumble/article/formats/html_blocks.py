"""Splits HTML that is all text (a book's chapter, a feed's entry) into paragraphs and headings.

For a web page with furniture around its article see `html`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED_TAGS = frozenset(
    "script style head title template noscript nav svg math iframe object form button select textarea audio video "  # noqa: SIM905 a list of words reads best as one
    "canvas rt rp figcaption table".split()
)
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "header hr html li main ol p pre section summary td th tr ul".split()
)
_SKIPPED_KINDS = re.compile(r"\b(?:pagebreak|pagenum|noteref|footnote)\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")

MIN_VERSE_LINES = 3
MAX_VERSE_LINE = 64
"""A block with line breaks is verse if it has at least MIN_VERSE_LINES lines of at most MAX_VERSE_LINE characters.

Four in five lines must also begin with a capital. Otherwise the breaks are mere layout.
"""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or heading of an HTML text."""

    text: str
    level: int = 0
    """1 to 6 for h1 to h6, 0 for a paragraph."""
    anchors: tuple[str, ...] = ()
    """The id and name attributes between the ends of the previous block and of this one: possible link targets."""


def parse_html_blocks(text: str) -> list[Block]:
    """Return the blocks of an HTML text in order, without scripts, drawings, forms and tables; unparsable: none."""
    from lxml import etree, html

    if not text.strip():
        return []
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return []
    collector = _BlockCollector()
    collector.collect(root)
    return collector.blocks


class _BlockCollector:
    """Collects the blocks of an element tree; holds the text and anchors of the block that is not complete yet."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._anchors: list[str] = []

    def collect(self, root: "HtmlElement") -> None:
        """Append all blocks under `root` to `blocks`, without recursion."""
        level = 0
        pre_depth = 0
        stack: list[tuple[Any, bool]] = [(root, True)]
        while stack:
            element, entering = stack.pop()
            tag = element.tag if isinstance(element.tag, str) else ""
            if entering:
                skipped = tag in _SKIPPED_TAGS or _is_skipped(element)
                if skipped:
                    self._add_tail(element, pre_depth)
                    continue
                self._add_anchors(element)
                if tag in _BLOCK_TAGS:
                    self._end_block(level)
                if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                    level = int(tag[1])
                pre_depth += tag == "pre"
                if tag == "br":
                    self._text.append("\n")
                self._add_text(element.text, pre_depth)
                stack.append((element, False))
                stack.extend((child, True) for child in reversed(element))
            else:
                if tag in _BLOCK_TAGS:
                    self._end_block(level)
                if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                    level = 0
                pre_depth -= tag == "pre"
                self._add_tail(element, pre_depth)
        self._end_block(level)

    def _add_anchors(self, element: "HtmlElement") -> None:
        """Add the id and name of an element to the current block."""
        for key in ("id", "name"):
            if anchor := element.get(key):
                self._anchors.append(anchor)

    def _add_tail(self, element: "HtmlElement", pre_depth: int) -> None:
        """Add the text between the end of an element and the next tag (lxml's `tail`)."""
        self._add_text(element.tail, pre_depth)

    def _add_text(self, text: str | None, pre_depth: int) -> None:
        """Add text to the current block; outside pre elements, white space is collapsed to single spaces."""
        if text:
            self._text.append(text if pre_depth else _SPACES.sub(" ", text))

    def _end_block(self, level: int) -> None:
        """Append the current block, unless it is empty, with heading level `level` (0: a paragraph)."""
        text = join_prose_or_verse("".join(self._text).split("\n"))
        self._text.clear()
        if text:
            self.blocks.append(Block(text, level, tuple(self._anchors)))
            self._anchors.clear()


def join_prose_or_verse(lines: Iterable[str]) -> str:
    """Return the lines of one block joined by spaces, or by line feeds if they look like verse."""
    kept = [line for raw_line in lines if (line := " ".join(raw_line.split()))]
    all_short = all(len(line) <= MAX_VERSE_LINE for line in kept)
    capitals = sum(line.lstrip("“\"'‘«(—– ")[:1].isupper() for line in kept)
    is_verse = len(kept) >= MIN_VERSE_LINES and all_short and capitals >= 0.8 * len(kept)
    return ("\n" if is_verse else " ").join(kept)


def _is_skipped(element: "HtmlElement") -> bool:
    """Return whether an element is hidden, a printed page's number, a note or its mark (EPUB structure vocabulary)."""
    kinds = f"{element.get('epub:type', '')} {element.get('role', '')} {element.get('class', '')}".replace("doc-", "")
    return element.get("hidden") is not None or _SKIPPED_KINDS.search(kinds) is not None
