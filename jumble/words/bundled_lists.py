"""The short word lists of our own, one plain text file for each kind and language in `data/`."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def read(kind: str, language: str) -> tuple[str, ...]:
    """Read the words of `data/<kind>-<language>.txt` in order; none when there is no such list.

    Words stand one or several on a line; # starts a comment.
    """
    file = DATA / f"{kind}-{language}.txt"
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines for word in line.partition("#")[0].split())


@cache
def words_of(kind: str, language: str) -> frozenset[str]:
    """Give the same words as a set."""
    return frozenset(read(kind, language))
