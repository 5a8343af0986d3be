"""Reads the short word lists that ship with the game: `data/<kind>-<language>.txt`, written by us."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def read_word_list(kind: str, language: str) -> tuple[str, ...]:
    """Return the entries of `data/<kind>-<language>.txt` in order; empty when there is no such file.

    Entries are separated by white space; # starts a comment that runs to the end of the line.
    """
    file = DATA / f"{kind}-{language}.txt"
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines for word in line.partition("#")[0].split())


@cache
def word_set(kind: str, language: str) -> frozenset[str]:
    """Return the entries of `read_word_list` as a set."""
    return frozenset(read_word_list(kind, language))
