"""Tells whether what was pasted is a text, or names something to open: terminals paste the path of a dropped file."""

from __future__ import annotations

import os
import shlex
from urllib.parse import unquote, urlsplit

MAX_NAMES = 4_000
"""Characters; a longer line is a text, however it begins."""


def sources_in(text: str) -> list[str]:
    """Return the address or the paths that a pasted line consists of; none when it is a text.

    A line that begins as a path does counts as one even if nothing is there: to be told so is more help than a game
    made of the line.
    """
    from jumble.article import is_address

    line = text.strip()
    if not line or len(line) > MAX_NAMES or len(line.splitlines()) > 1:
        return []
    if is_address(line):
        return [line] if len(line.split()) == 1 else []
    for names in ([line], _words(line)):
        paths = [_path(name) for name in names]
        if paths and all(map(_there, paths)):
            return paths
    path = _path(line)
    return [path] if path.startswith(("/", "./", "../", "~/")) and len(line.split()) == 1 else []


def _words(line: str) -> list[str]:
    """Return the words of a line as a shell reads them: names with blanks are quoted or escaped."""
    try:
        return shlex.split(line)
    except ValueError:
        return []


def _path(name: str) -> str:
    """Return the path that a name stands for; file managers give addresses."""
    if name.startswith("file://"):
        name = unquote(urlsplit(name).path)
    return os.path.expanduser(name)  # noqa: PTH111 Path.expanduser raises for a user there is not


def _there(path: str) -> bool:
    """Tell whether there is something at a path; what could be no path is not there."""
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
