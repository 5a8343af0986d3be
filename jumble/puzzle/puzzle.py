"""What a puzzle is: plain values that a game is played from, and that JSON can carry."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any

from jumble.words import letters


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
        """Return the puzzle that `as_json` wrote, fit to be played; raises ValueError when it did not."""
        try:
            rounds = tuple(_round_from(each) for each in stored["rounds"])
            seed, level, language = stored["seed"], stored["level"], stored["language"]
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a puzzle") from error
        if type(seed) is not int or not (isinstance(level, str) and isinstance(language, str) and rounds):
            raise ValueError("not a puzzle")
        return cls(seed, level, language, rounds)


_TEXTS = ("scramble", "answer", "clue", "sentence")
_NUMBERS = ("difficulty", "stars", "seconds", "value")


def _round_from(stored: Mapping[str, Any]) -> Round:
    """Return a round; raises ValueError, KeyError or TypeError when it is none that can be played."""
    texts = {name: stored[name] for name in _TEXTS}
    numbers = {name: stored[name] for name in _NUMBERS}
    accepted = tuple(stored["accepted"]) or ("",)
    if len(stored) != len(texts) + len(numbers) + 1 or not all(isinstance(each, str) for each in texts.values()):
        raise ValueError("not a round")
    if not all(type(each) in {int, float} and isfinite(each) and each >= 0 for each in numbers.values()):
        raise ValueError("not a round")
    if type(stored["stars"]) is not int or type(stored["seconds"]) is not int or not stored["seconds"]:
        raise ValueError("not a round")
    tiles = sorted(letters(texts["scramble"]))
    if len(tiles) < 2 or accepted[0] != texts["answer"] or any(sorted(letters(each)) != tiles for each in accepted):
        raise ValueError("a round whose words have other letters than its scramble")
    return Round(
        **texts,
        accepted=accepted,
        difficulty=stored["difficulty"],
        stars=stored["stars"],
        seconds=stored["seconds"],
        value=float(stored["value"]),
    )


def _whole(number: float) -> float | int:
    """Return a whole number as an integer, as a person would write it."""
    return int(number) if number == int(number) else number
