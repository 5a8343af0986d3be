"""Markdown becomes an article: front matter to title and dateline, prose to paragraphs, code and pictures left out."""

import re
from typing import TYPE_CHECKING

from jumble.article.article import Article, ArticleError, Dateline
from jumble.article.prose.cleaning import clean, clean_line
from jumble.article.prose.dateline import read_date, read_temperature
from jumble.article.prose.furniture import drop_furniture
from jumble.article.prose.language import detect_language
from jumble.article.prose.notes import drop_transcribers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

MAX_FRONT_MATTER = 64 * 1024
"""Characters; front matter is a few lines, and reading YAML is the slowest step here."""

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<yaml>(?:.*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w -]*):(?:[ \t]+(?P<value>.*))?$", re.MULTILINE)
_SIGNS = re.compile(r"^#{1,6} \S|^\s*(?:[-*+]|\d+\.) .*\]\(|\[[^\]\n]+\]\([^)\n]+\)|^```|\*\*\S", re.MULTILINE)
_TEMPLATE_TAGS = re.compile(r"\{%[^{}]{0,1000}%\}|\{\{[^{}]{0,1000}\}\}")
_TEMPLATE_TARGETS = re.compile(r"(?<=\]\()\{\{[^{}]{0,1000}\}\}")
_CUT_BEGINNING = re.compile(r"^[*_]{0,3}\{\{[^{}]{0,1000}\}\}(?= [a-z])", re.MULTILINE)
_CUT = "\ue0ff"
"""Stands where the first word of a paragraph was a template's: what is left of it is no sentence."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=\b|[-_])")


def looks_like_markdown(text: str) -> bool:
    """Tell from its beginning whether a text without a name is Markdown."""
    head = _line_feeds(text[:4000])
    return _FRONT_MATTER.match(head) is not None or len(_SIGNS.findall(head)) >= 2


def read_markdown(text: str, source: str = "", name: str | None = None) -> Article:
    """Read an article from Markdown with or without YAML front matter.

    Front matter keys that count: title, section, place, date, temperature (degrees Celsius, or with its unit),
    language or lang. The title falls back on the first heading, then on `name`. Raises ArticleError when no text is
    left once code, pictures and HTML are gone.
    """
    return read_headed(text, source, name)[0]


def read_headed(text: str, source: str = "", name: str | None = None) -> tuple[Article, dict[str, int]]:
    """Return the article as `read_markdown` does, and its headings with their levels, from 1 on."""
    matter, body = _part_front_matter(_line_feeds(text))
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
    matter, body = _part_front_matter(_line_feeds(text))
    if title := _line(matter, "title"):
        return title
    heading = re.search(r"^# +(\S.*)$", body, re.MULTILINE)
    return clean_line(heading[1]) if heading else None


def _line_feeds(text: str) -> str:
    """Return `text` with line feeds for line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _part_front_matter(text: str) -> tuple["Mapping[object, object]", str]:
    """Part front matter from the text under it. Rules around lines that name nothing are rules around prose."""
    found = _FRONT_MATTER.match(text)
    if found is None or len(found["yaml"]) > MAX_FRONT_MATTER or not _names_something(found["yaml"]):
        return {}, text
    import yaml

    class WordsLoader(yaml.BaseLoader):
        """YAML in which every value is the words that stand there: a title may be No, or 12:30.

        Without aliases, which can make a few lines grow beyond memory.
        """

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("aliases are not read")
            return super().compose_node(parent, index)

    try:
        matter = yaml.load(found["yaml"], WordsLoader)  # noqa: S506 a BaseLoader, safer than safe
    except (yaml.YAMLError, ValueError, RecursionError):  # a colon in a title is enough
        matter = {each["key"]: _unquoted(each["value"] or "") for each in _ENTRY.finditer(found["yaml"])}
    return (matter if isinstance(matter, dict) else {}), text[found.end() :]


def _names_something(matter: str) -> bool:
    """Tell front matter from prose between two rules: its first line is an entry or a comment, or it has none."""
    first = next((line for line in matter.split("\n") if line.strip()), "#")
    return first.startswith("#") or _ENTRY.match(first) is not None


def _unquoted(value: str) -> str:
    """Return a value of broken YAML without the quotes around it."""
    return value.strip().strip("\"'")


def _blocks(body: str) -> "Iterator[tuple[int, str]]":
    """Yield the prose of Markdown block by block: its level if it is a heading, else 0, and its text as one line."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    body = _TEMPLATE_TARGETS.sub("#template", body)  # a link stays one
    body = _TEMPLATE_TAGS.sub("", _CUT_BEGINNING.sub(_CUT, body))
    tokens = parser.parse(clean(body.expandtabs(4), indented=True))
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
