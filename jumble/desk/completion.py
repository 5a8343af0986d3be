"""What the line under `o` suggests: sources opened before, and the files and folders that a path may go on with."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from jumble.article import LISTED, clean_line, is_address

MAX_SUGGESTIONS = 50
MAX_NAMES = 5_000
"""Names of a folder that are looked at: each key asks anew."""

Names = Callable[[str], Iterable[tuple[str, bool]]]
"""Gives the names in a folder, and whether each is a folder."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the line may become."""

    value: str
    shown: str
    folder: bool = False
    """Whether there is more to choose inside it."""


def suggest(typed: str, recent: Sequence[str], names: Names) -> list[Suggestion]:
    """Return suggestions for what was typed so far, the likeliest first."""
    wanted = typed.strip().casefold()
    paths = [] if not wanted or is_address(typed.strip()) else _paths(typed, names)
    again = [
        Suggestion(source, clean_line(source))
        for source in recent
        if wanted in source.casefold() and source not in {suggestion.value for suggestion in paths}
    ]
    return (paths + again)[:MAX_SUGGESTIONS]


def complete(typed: str, suggestions: Sequence[Suggestion]) -> str:
    """Return the line with what all paths among the suggestions have in common; the first one if that adds nothing."""
    starting = [option.value for option in suggestions if option.value.casefold().startswith(typed.casefold())]
    if not starting:
        return typed
    common = os.path.commonprefix(starting)  # noqa: RUF071 letters, not folders, are what is typed next
    return common if len(common) > len(typed) else starting[0]


def names_in(folder: str) -> list[tuple[str, bool]]:
    """Return the names in a folder of the disk, and whether each is a folder; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, entry.is_dir()) for entry in islice(entries, MAX_NAMES)]
    except (OSError, ValueError):
        return []


def _paths(typed: str, names: Names) -> list[Suggestion]:
    """Return the paths that begin as what was typed, folders first."""
    head, tail = os.path.split(typed)
    if typed in {"~", ".", ".."}:
        head, tail = typed, ""
    folder = os.path.expanduser(head) or "."  # noqa: PTH111 Path.expanduser raises for a user there is not
    names_here = [
        (not is_folder, name)
        for name, is_folder in names(folder)
        if name.casefold().startswith(tail.casefold())
        and name.startswith(".") <= tail.startswith(".")
        and (is_folder or _readable(name))
        and name.isprintable()  # what cannot be typed cannot be completed
    ]
    return [
        Suggestion(os.path.join(head, shown), shown, folder=not is_file)  # noqa: PTH118 the player's own spelling stays
        for is_file, name in sorted(names_here, key=lambda pair: (pair[0], pair[1].casefold()))
        for shown in [name if is_file else name + os.sep]
    ]


def _readable(name: str) -> bool:
    """Tell whether a file may hold a text, by its name."""
    suffix = os.path.splitext(name.casefold().removesuffix(".gz"))[1]  # noqa: PTH122 a name alone
    return not suffix or suffix in LISTED
