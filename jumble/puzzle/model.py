"""What a puzzle is: plain values that a game is played from, and that JSON can carry."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


class PuzzleError(Exception):
    """No puzzle can be made; the message says why and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Round:
    """One word to unscramble."""

    scramble: str
    answer: str
    """The article's own word, in lower case."""
    accepted: tuple[str, ...]
    """Every known word of exactly these letters, the article's own first."""
    clue: str
    """The article's sentence with the word and its forms blanked; empty if no sentence tells anything."""
    sentence: str
    """The same with nothing blanked, for when the round is over."""
    difficulty: float
    """Of this scramble of this word."""
    stars: int
    """1 to 5, by the word alone: what it is worth does not hang on the draw of its scramble."""
    seconds: int
    """The clock of this round, in modes that have one."""
    value: float
    """Points for the word itself: 10 × letters × (1 + (stars − 1)/4), a multiple of 2.5."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The rounds of a game, easiest first; the same text, settings and seed make the same puzzle."""

    seed: int
    level: str
    language: str
    rounds: tuple[Round, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the puzzle as JSON's own types, under the names that the command line promises."""
        return {
            "seed": self.seed,
            "level": self.level,
            "language": self.language,
            "rounds": [
                {**asdict(each), "accepted": list(each.accepted), "value": _whole(each.value)} for each in self.rounds
            ],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Puzzle":
        """Return the puzzle that `as_json` wrote; raises KeyError or TypeError when it did not."""
        rounds = tuple(
            Round(**{**each, "accepted": tuple(each["accepted"]), "value": float(each["value"])})
            for each in stored["rounds"]
        )
        return cls(stored["seed"], stored["level"], stored["language"], rounds)


def _whole(number: float) -> float | int:
    """Return a whole number as an integer, as a person would write it."""
    return int(number) if number == int(number) else number
