"""Front matter: the lines between two rules at the top of a Markdown text that name its title, its day, its place.

It is YAML, of which nearly all front matter uses three forms of line. Those are read here, since the library takes 15
ms to load; all else is the library's.
"""

import re
from typing import TYPE_CHECKING

from jumble.lazily import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_FRONT_MATTER = 64 * 1024
"""Characters; front matter is a few lines, and YAML is slow to read."""

_FRONT_MATTER = regex(r"\A\ufeff?---[ \t]*\n(?P<yaml>(?:.*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = regex(r"^(?P<key>[A-Za-z][\w -]*):(?:[ \t]+(?P<value>.*))?$", re.MULTILINE)
_LINE = regex(
    r"(?:(?P<key>[A-Za-z][A-Za-z_-]*):|(?P<indent> *)-)"
    r"(?: +(?:\"(?P<quoted>[^\"\\]*)\"|(?P<plain>-?[^\W_][\w ,.;'’()/!?–—-]*)))? *"
)
"""A value by its key, a key whose values are listed, or one of them; only what YAML reads as it stands."""


def has_front_matter(text: str) -> bool:
    """Tell whether a text begins with front matter, or with prose between two rules."""
    return text.startswith(("---", "\ufeff---")) and _FRONT_MATTER.match(text) is not None


def part_front_matter(text: str) -> tuple["Mapping[object, object]", str]:
    """Part front matter from the text under it. Rules around lines that name nothing are rules around prose."""
    found = _FRONT_MATTER.match(text) if text.startswith(("---", "\ufeff---")) else None
    if found is None or len(found["yaml"]) > MAX_FRONT_MATTER or not _names_something(found["yaml"]):
        return {}, text
    matter = read_lines(found["yaml"])
    return (read_yaml(found["yaml"]) if matter is None else matter), text[found.end() :]


def read_lines(matter: str) -> "Mapping[object, object] | None":
    """Return what front matter says, None where it holds more than lines of the usual forms."""
    if not matter.replace("\n", "").isprintable():
        return None
    values: dict[object, object] = {}
    listed: list[str] = []
    key = indent = None
    for line in filter(None, matter.split("\n")):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        value = found["quoted"] if found["plain"] is None else found["plain"].rstrip()
        if found["key"]:
            values[found["key"]] = value or ""
            key, indent, listed = (found["key"] if value is None else None), None, []
        elif key is None or value is None or indent not in {None, found["indent"]}:
            return None
        else:
            indent = found["indent"]
            listed.append(value)
            values[key] = listed
    return values


def read_yaml(matter: str) -> "Mapping[object, object]":
    """Return what any front matter says; of what is no YAML the values that stand on a line with their key."""
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
        values = yaml.load(matter, WordsLoader)  # noqa: S506 a BaseLoader, safer than safe
    except (yaml.YAMLError, ValueError, RecursionError):  # a colon in a title is enough
        values = {each["key"]: _unquoted(each["value"] or "") for each in _ENTRY.finditer(matter)}
    return values if isinstance(values, dict) else {}


def _names_something(matter: str) -> bool:
    """Tell front matter from prose between two rules: its first line is an entry or a comment, or it has none."""
    first = next((line for line in matter.split("\n") if line.strip()), "#")
    return first.startswith("#") or _ENTRY.match(first) is not None


def _unquoted(value: str) -> str:
    """Return a value of broken YAML without the quotes around it."""
    return value.strip().strip("\"'")
