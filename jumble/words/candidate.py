"""The values that this room returns: Candidate, Rejection, Reason, and Candidates, which holds all of an article."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a word of the article is not fair game; the values are shown by `jumble words --json`."""

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
    """Folded (`jumble.words.fold`)."""
    count: int
    """Occurrences in the article, in upper or lower case."""
    zipf: float
    """Zipf scale: log10 of the occurrences in a billion words, from wordfreq's list."""
    difficulty: float
    """Of the word alone, without a scramble, in logits (`difficulty_model`); higher is harder."""
    stars: int
    """1 to 5."""
    alternatives: tuple[str, ...]
    """The other known words of the same letters, commonest first."""
    family: str
    """The lemma that all forms of the word share."""
    occurrences: tuple[tuple[int, int, int], ...]
    """(paragraph index, start, end) in code points, in reading order; at most MAX_OCCURRENCES."""
    score: float
    """How characteristic the word is of the article (log-likelihood keyness); higher is more."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A word of the article that is not fair game, and why."""

    word: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Candidates:
    """Every word of an article, as a candidate or as a rejection."""

    language: str
    """ISO 639-1 code."""
    level: str
    picked: tuple[Candidate, ...]
    """Most characteristic of the article first."""
    reserve: tuple[Candidate, ...]
    """Words whose only fault is another common word of the same letters; they are also in `rejected`, as AMBIGUOUS."""
    rejected: tuple[Rejection, ...]
    """In order of first appearance."""
