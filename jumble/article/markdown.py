"""Markdown becomes an article: front matter to title and dateline, prose to paragraphs, code and pictures left out."""

import re
from typing import TYPE_CHECKING

from jumble.article.cleaning import clean, clean_line
from jumble.article.dateline import read_date, read_temperature
from jumble.article.front_matter import has_front_matter, part_front_matter
from jumble.article.furniture import drop_furniture
from jumble.article.language import detect_language
from jumble.article.model import Article, ArticleError, Dateline
from jumble.article.notes import drop_transcribers
from jumble.lazily import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

_SIGNS = regex(r"^#{1,6} \S|^\s*(?:[-*+]|\d+\.) .*\]\(|\[[^\]\n]+\]\([^)\n]+\)|^```|\*\*\S", re.MULTILINE)
_TEMPLATE_TAGS = regex(r"\{%[^{}]{0,1000}%\}|\{\{[^{}]{0,1000}\}\}")
_TEMPLATE_TARGETS = regex(r"(?<=\]\()\{\{[^{}]{0,1000}\}\}")
_CUT_BEGINNING = regex(r"^[*_]{0,3}\{\{[^{}]{0,1000}\}\}(?= [a-z])", re.MULTILINE)
_CUT = "\ue0ff"
"""Stands where the first word of a paragraph was a template's: what is left of it is no sentence."""
_MARKUP = regex(r"[\\`*_\[\]<>&#~|=]|^[-+:\d]|^[^\S\n]", re.MULTILINE)
"""Whatever could be more than prose in paragraphs: without it there is nothing to parse."""
_LANGUAGE = regex(r"[a-z]{2,3}(?=\b|[-_])")


def looks_like_markdown(text: str) -> bool:
    """Tell from its beginning whether a text without a name is Markdown."""
    head = _line_feeds(text[:4000])
    return has_front_matter(head) or len(_SIGNS.findall(head)) >= 2


def read_markdown(text: str, source: str = "", name: str | None = None) -> Article:
    """Read an article from Markdown with or without YAML front matter.

    Front matter keys that count: title, section, place, date, temperature (degrees Celsius, or with its unit),
    language or lang. The title falls back on the first heading, then on `name`. Raises ArticleError when no text is
    left once code, pictures and HTML are gone.
    """
    return read_headed(text, source, name)[0]


def read_headed(text: str, source: str = "", name: str | None = None) -> tuple[Article, dict[str, int]]:
    """Return the article as `read_markdown` does, and its headings with their levels, from 1 on."""
    matter, body = part_front_matter(_line_feeds(text))
    blocks = list(_blocks(body))
    title = _line(matter, "title")
    if blocks and blocks[0][0] and title in {None, blocks[0][1]}:
        title = blocks.pop(0)[1]
    paragraphs = tuple(drop_transcribers([line for line in drop_furniture([text for _, text in blocks]) if line]))
    if not paragraphs:
        raise ArticleError("there is no text in it; give a file with a few paragraphs")
    article = Article(
        title=title or name or "Untitled",
        paragraphs=paragraphs,
        dateline=_dateline(matter),
        language=_language(matter) or detect_language("\n".join(paragraphs)),
        source=source,
        section=_line(matter, "section"),
    )
    return article, {line: level for level, line in blocks if level}


def read_title(text: str) -> str | None:
    """Return the title named in front matter, or the first heading, without reading the whole text."""
    matter, body = part_front_matter(_line_feeds(text))
    if title := _line(matter, "title"):
        return title
    heading = re.search(r"^# +(\S.*)$", body, re.MULTILINE)
    return clean_line(heading[1]) if heading else None


def _line_feeds(text: str) -> str:
    """Return `text` with line feeds for line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _blocks(body: str) -> "Iterator[tuple[int, str]]":
    """Yield the prose of Markdown block by block: its level if it is a heading, else 0, and its text as one line."""
    if "{" in body:
        body = _TEMPLATE_TARGETS.sub("#template", body)  # a link stays one
        body = _TEMPLATE_TAGS.sub("", _CUT_BEGINNING.sub(_CUT, body))
    body = clean(body.expandtabs(4), indented=True)
    return _parsed(body) if _MARKUP.search(body) else _unmarked(body)


def _unmarked(body: str) -> "Iterator[tuple[int, str]]":
    """Yield the paragraphs of Markdown without markup, as its parser would, which takes 25 ms to load."""
    for paragraph in body.split("\n\n"):
        text = clean_line(paragraph)
        if text and not text.startswith(_CUT):
            yield 0, text


def _parsed(body: str) -> "Iterator[tuple[int, str]]":
    """Yield the blocks of any clean Markdown."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    in_table = 0
    level = 0
    for token in tokens:
        in_table += (token.type == "table_open") - (token.type == "table_close")
        if token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1:]) if token.type == "heading_open" else 0
        if token.type == "inline" and not in_table:
            text = clean_line("".join(_prose(token)))  # once more: entities can name any character
            if text and not text.startswith(_CUT) and not _is_contents(token):
                yield level, text


def _is_contents(inline: "Token") -> bool:
    """Tell an entry of a table of contents: nothing but links to places in the same text."""
    depth = 0
    links = False
    for child in inline.children or ():
        depth += child.nesting if child.type.startswith("link") else 0
        if child.type == "link_open":
            target = str(child.attrGet("href") or "")
            if not target.startswith("#") or target == "#template":
                return False
            links = True
        elif not depth and child.content.strip(" ·|•-–"):
            return False
    return links


def _prose(inline: "Token") -> "Iterator[str]":
    """Yield what a reader reads of an inline token: text and code, not addresses, pictures or HTML."""
    for child in inline.children or ():
        if child.type in {"text", "code_inline", "text_special"}:
            yield child.content
        elif child.type in {"softbreak", "hardbreak"}:
            yield " "


def _line(matter: "Mapping[object, object]", key: str) -> str | None:
    """Return a value of front matter as one clean line; None when it is missing, empty or no plain value."""
    value = matter.get(key)
    line = clean_line(value) if isinstance(value, str) else ""
    return None if line.lower() in {"", "~", "null"} else line


def _dateline(matter: "Mapping[object, object]") -> Dateline:
    """Return the dateline that front matter gives."""
    day, temperature = _line(matter, "date") or "", _line(matter, "temperature") or ""
    return Dateline(
        _line(matter, "place") or _line(matter, "location"),
        read_date(day) or read_date(day[:10]),  # 2025-07-01T09:30:00Z
        read_temperature(temperature if temperature.endswith(("C", "F")) else f"{temperature} C"),
    )


def _language(matter: "Mapping[object, object]") -> str | None:
    """Return the language code that front matter names, if it is one."""
    found = _LANGUAGE.match((_line(matter, "language") or _line(matter, "lang") or "").lower())
    return found[0] if found else None
