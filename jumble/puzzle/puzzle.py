"""What a puzzle is: plain values that a game is played from, and that JSON can carry."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from math import isfinite
from typing import Any

from jumble.words import letters


class PuzzleError(Exception):
    """No puzzle can be made; the message says why and what to do, in one line."""


class PuzzleVersionError(PuzzleError, ValueError):
    """A stored puzzle is of a version that cannot be played here."""


VERSION = 1
"""Of stored puzzles. A new field with a default is no new version: older games pass over it, and newer ones do without.
Only what an older game would play wrongly is one."""

LETTER_POINTS = 10
"""For each letter of a word of one star."""
STAR_STEP = Fraction(1, 4)
"""Of a word's points, given again for each star after the first."""


def word_value(letter_count: int, stars: int) -> float:
    """Return the points for a word itself, a multiple of 2.5."""
    return float(LETTER_POINTS * letter_count * (1 + (stars - 1) * STAR_STEP))


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
    """Points for the word itself; see `word_value`."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """The rounds of a game, easiest first; the same text, settings and seed make the same puzzle."""

    seed: int
    level: str
    language: str
    rounds: tuple[Round, ...]

    def letters_of(self, word: str) -> tuple[str, ...]:
        """Return the letters of a word as readers of the puzzle's language see them."""
        return letters(word, self.language)

    def as_json(self) -> dict[str, Any]:
        """Return the puzzle as JSON's own types, under the names that the command line promises.

        The first version is not named: puzzles without a version are of it.
        """
        return {
            "seed": self.seed,
            "level": self.level,
            "language": self.language,
            "rounds": [
                {
                    **asdict(puzzle_round),
                    "accepted": list(puzzle_round.accepted),
                    "value": _whole(puzzle_round.value),
                }
                for puzzle_round in self.rounds
            ],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Puzzle":
        """Return the puzzle that `as_json` wrote, fit to be played, whether an older or a newer game wrote it.

        Fields that are not known here are passed over, and those that can be done without may be missing. Raises
        PuzzleVersionError for a version that cannot be played, ValueError for what is no puzzle.
        """
        try:
            _check_version(stored.get("version", VERSION))
            seed, level, language = stored["seed"], stored["level"], stored["language"]
            if type(seed) is not int or not (isinstance(level, str) and isinstance(language, str)):
                raise ValueError("not a puzzle")
            rounds = tuple(_round_from(stored_round, language) for stored_round in stored["rounds"])
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a puzzle") from error
        if not rounds:
            raise ValueError("not a puzzle")
        return cls(seed, level, language, rounds)


def _check_version(version: object) -> None:
    """Raise PuzzleVersionError for a version of tomorrow, ValueError for what is none."""
    if type(version) is not int or version < VERSION:
        raise ValueError("not a puzzle")
    if version > VERSION:
        raise PuzzleVersionError(f"a puzzle of version {version}; update the game, which knows {VERSION}")


_TEXTS = ("scramble", "answer")
_TEXTS_THAT_MAY_BE_MISSING = ("clue", "sentence")
_NUMBERS = ("difficulty", "stars", "seconds", "value")


def _round_from(stored: Mapping[str, Any], language: str) -> Round:
    """Return a round; raises ValueError, KeyError or TypeError when it is none that can be played."""
    texts = {name: stored[name] for name in _TEXTS}
    texts |= {name: stored.get(name, "") for name in _TEXTS_THAT_MAY_BE_MISSING}
    numbers = {name: stored[name] for name in _NUMBERS}
    accepted = tuple(stored.get("accepted", [texts["answer"]])) or ("",)
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError("not a round")
    if not all(type(number) in {int, float} and isfinite(number) and number >= 0 for number in numbers.values()):
        raise ValueError("not a round")
    if type(stored["stars"]) is not int or type(stored["seconds"]) is not int or not stored["seconds"]:
        raise ValueError("not a round")
    tiles = sorted(letters(texts["scramble"], language))
    if (
        len(tiles) < 2
        or accepted[0] != texts["answer"]
        or any(sorted(letters(word, language)) != tiles for word in accepted)
    ):
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
