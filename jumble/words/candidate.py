"""What this room hands on: plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a word of the article is not fair game."""

    NAME = "name"
    FUNCTION = "function"
    RARE = "rare"
    INFLECTED = "inflected"
    AMBIGUOUS = "ambiguous"
    SHORT = "short"
    LONG = "long"
    LETTERS = "letters"
    OFFENSIVE = "offensive"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that is fair game in its article."""

    word: str
    """Folded."""
    count: int
    """Times it stands in the article, in whatever case."""
    zipf: float
    difficulty: float
    """Of the word alone, without a scramble; higher is harder."""
    stars: int
    """1 to 5."""
    alternatives: tuple[str, ...]
    """The other known words of the same letters, commonest first."""
    family: str
    occurrences: tuple[tuple[int, int, int], ...]
    """(paragraph, start, end) in the article, in reading order; the first few only."""
    score: float
    """How characteristic of the article, higher is more."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A word that is not, and why."""

    word: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Candidates:
    """All words of an article, judged."""

    language: str
    level: str
    picked: tuple[Candidate, ...]
    """Most characteristic first."""
    reserve: tuple[Candidate, ...]
    """Fair but for another common word of the same letters; also in `rejected`."""
    rejected: tuple[Rejection, ...]
    """In order of first appearance."""
