"""Reads Markdown (CommonMark, tables, strikethrough) and its YAML front matter; leaves out code and pictures."""

import re
from typing import TYPE_CHECKING

from jumble.article.article import Article, ArticleError, Dateline
from jumble.article.prose.cleaning import clean, clean_line
from jumble.article.prose.dateline import read_date, read_temperature
from jumble.article.prose.furniture import drop_furniture
from jumble.article.prose.language import detect_language
from jumble.article.prose.notes import drop_transcriber_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

MAX_FRONT_MATTER = 64 * 1024
"""Characters; longer front matter is not parsed. It is a few lines, and parsing YAML is the slowest step here."""

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<yaml>(?:.*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w -]*):(?:[ \t]+(?P<value>.*))?$", re.MULTILINE)
_MARKDOWN_SIGNS = re.compile(r"^#{1,6} \S|^\s*(?:[-*+]|\d+\.) .*\]\(|\[[^\]\n]+\]\([^)\n]+\)|^```|\*\*\S", re.MULTILINE)
_TEMPLATE_TAGS = re.compile(r"\{%[^{}]{0,1000}%\}|\{\{[^{}]{0,1000}\}\}")
_TEMPLATE_TARGETS = re.compile(r"(?<=\]\()\{\{[^{}]{0,1000}\}\}")
_TEMPLATE_AT_BEGINNING = re.compile(r"^[*_]{0,3}\{\{[^{}]{0,1000}\}\}(?= [a-z])", re.MULTILINE)
_CUT_MARK = "\ue0ff"
"""Replaces a template tag at the beginning of a sentence; the rest is no sentence, so the paragraph is left out."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=\b|[-_])")


def looks_like_markdown(text: str) -> bool:
    """Return whether the first 4,000 characters show Markdown: front matter, or two signs such as a link or bold."""
    head = _normalize_line_ends(text[:4000])
    return _FRONT_MATTER.match(head) is not None or len(_MARKDOWN_SIGNS.findall(head)) >= 2


def read_markdown(text: str, source: str = "", name: str | None = None) -> Article:
    """Return the article of a Markdown text with or without YAML front matter.

    Front matter keys used: title, section, place or location, date, temperature (degrees Celsius unless it names F),
    language or lang. The title falls back on a heading at the beginning, then on `name`. Raises ArticleError if no text
    is left without code, pictures and HTML.
    """
    return read_markdown_with_levels(text, source, name)[0]


def read_markdown_with_levels(text: str, source: str = "", name: str | None = None) -> tuple[Article, dict[str, int]]:
    """Return the article as `read_markdown` does, and its headings with their levels, 1 to 6."""
    front_matter, body = _split_front_matter(_normalize_line_ends(text))
    blocks = list(_prose_blocks(body))
    title = _front_matter_line(front_matter, "title")
    if blocks and blocks[0][0] and title in {None, blocks[0][1]}:
        title = blocks.pop(0)[1]
    paragraphs = tuple(drop_transcriber_notes([line for line in drop_furniture([text for _, text in blocks]) if line]))
    if not paragraphs:
        raise ArticleError("there is no text in it; give a file with a few paragraphs")
    article = Article(
        title=title or name or "Untitled",
        paragraphs=paragraphs,
        dateline=_dateline(front_matter),
        language=_language(front_matter) or detect_language("\n".join(paragraphs)),
        source=source,
        section=_front_matter_line(front_matter, "section"),
    )
    return article, {line: level for level, line in blocks if level}


def read_title(text: str) -> str | None:
    """Return the title in front matter or the first level-1 heading, or None, without parsing the text as Markdown."""
    front_matter, body = _split_front_matter(_normalize_line_ends(text))
    if title := _front_matter_line(front_matter, "title"):
        return title
    heading = re.search(r"^# +(\S.*)$", body, re.MULTILINE)
    return clean_line(heading[1]) if heading else None


def _normalize_line_ends(text: str) -> str:
    """Return `text` with line feeds for CR LF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split_front_matter(text: str) -> tuple["Mapping[object, object]", str]:
    """Return the front matter as a mapping (empty: none) and the text after it.

    Lines between two `---` that are no entries are prose between two rules. Broken YAML is read line by line.
    """
    match = _FRONT_MATTER.match(text)
    if match is None or len(match["yaml"]) > MAX_FRONT_MATTER or not _is_front_matter(match["yaml"]):
        return {}, text
    import yaml

    class StringLoader(yaml.BaseLoader):
        """Loads every YAML scalar as a string, so that a title may be `No` or `12:30`.

        Refuses aliases, by which a few lines can expand beyond memory ("billion laughs").
        """

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("aliases are not read")
            return super().compose_node(parent, index)

    try:
        front_matter = yaml.load(match["yaml"], StringLoader)  # noqa: S506 a BaseLoader makes only strings, lists and dicts
    except (yaml.YAMLError, ValueError, RecursionError):  # an unquoted colon in a title is enough
        front_matter = {entry["key"]: _without_quotes(entry["value"] or "") for entry in _ENTRY.finditer(match["yaml"])}
    return (front_matter if isinstance(front_matter, dict) else {}), text[match.end() :]


def _is_front_matter(front_matter: str) -> bool:
    """Return whether text between two `---` is front matter: empty, or begins with a `key:` entry or a comment."""
    first = next((line for line in front_matter.split("\n") if line.strip()), "#")
    return first.startswith("#") or _ENTRY.match(first) is not None


def _without_quotes(value: str) -> str:
    """Return a value of broken YAML without surrounding quotes."""
    return value.strip().strip("\"'")


def _prose_blocks(body: str) -> "Iterator[tuple[int, str]]":
    """Yield (level, text) of each block of prose: level 1 to 6 (a heading) or 0 (a paragraph), one clean line."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    body = _TEMPLATE_TARGETS.sub("#template", body)  # keeps a link a link
    body = _TEMPLATE_TAGS.sub("", _TEMPLATE_AT_BEGINNING.sub(_CUT_MARK, body))
    tokens = parser.parse(clean(body.expandtabs(4), indented=True))
    in_table = 0
    level = 0
    for token in tokens:
        in_table += (token.type == "table_open") - (token.type == "table_close")
        if token.type in {"heading_open", "heading_close"}:
            level = int(token.tag[1:]) if token.type == "heading_open" else 0
        if token.type == "inline" and not in_table:
            text = clean_line("".join(_visible_parts(token)))  # again: entities can produce any character
            if text and not text.startswith(_CUT_MARK) and not _is_contents(token):
                yield level, text


def _is_contents(inline: "Token") -> bool:
    """Return whether a block is part of a table of contents: nothing but links to anchors in the same text."""
    depth = 0
    has_link = False
    for child in inline.children or ():
        depth += child.nesting if child.type.startswith("link") else 0
        if child.type == "link_open":
            target = str(child.attrGet("href") or "")
            if not target.startswith("#") or target == "#template":
                return False
            has_link = True
        elif not depth and child.content.strip(" ·|•-–"):
            return False
    return has_link


def _visible_parts(inline: "Token") -> "Iterator[str]":
    """Yield the visible text of an inline token: text and code, not link targets, pictures or HTML."""
    for child in inline.children or ():
        if child.type in {"text", "code_inline", "text_special"}:
            yield child.content
        elif child.type in {"softbreak", "hardbreak"}:
            yield " "


def _front_matter_line(front_matter: "Mapping[object, object]", key: str) -> str | None:
    """Return a front matter value as one clean line; None if it is missing, empty, null, a list or a mapping."""
    value = front_matter.get(key)
    line = clean_line(value) if isinstance(value, str) else ""
    return None if line.lower() in {"", "~", "null"} else line


def _dateline(front_matter: "Mapping[object, object]") -> Dateline:
    """Return the dateline in front matter."""
    day, temperature = (
        _front_matter_line(front_matter, "date") or "",
        _front_matter_line(front_matter, "temperature") or "",
    )
    return Dateline(
        _front_matter_line(front_matter, "place") or _front_matter_line(front_matter, "location"),
        read_date(day) or read_date(day[:10]),  # an ISO 8601 time: 2025-07-01T09:30:00Z
        read_temperature(temperature if temperature.endswith(("C", "F")) else f"{temperature} C"),
    )


def _language(front_matter: "Mapping[object, object]") -> str | None:
    """Return the language code (two or three letters) in front matter, or None."""
    match = _LANGUAGE.match(
        (_front_matter_line(front_matter, "language") or _front_matter_line(front_matter, "lang") or "").lower()
    )
    return match[0] if match else None
