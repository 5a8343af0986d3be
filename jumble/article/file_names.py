"""File names as the player sees them: cleaned, without folders, with or without suffix."""

import os
from pathlib import Path

from jumble.article.prose.cleaning import clean_line


def shown_name(path: str | os.PathLike[str]) -> str:
    """Return the last part of a path, safe to print; the whole path where it has none, and "." if that is empty too."""
    return clean_line(Path(path).name.encode("utf-8", "replace").decode()) or clean_line(os.fspath(path)) or "."


def shown_stem(path: str | os.PathLike[str]) -> str:
    """Return the last part of a path without its suffix, safe to print: the title of a text that names none."""
    return shown_name(Path(path).stem)
