"""Turns Candidates and a seed into a Puzzle: selected words, scrambles, clues, accepted answers.

The file behind a name is imported when the name is first used, as playing a stored puzzle needs no generator.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.puzzle.clues import BLANK, make_clue
    from jumble.puzzle.draws import Draws
    from jumble.puzzle.make import make_puzzle, puzzle_from
    from jumble.puzzle.puzzle import LETTER_POINTS, STAR_STEP, Puzzle, PuzzleError, PuzzleVersionError, Round
    from jumble.puzzle.scramble import make_scramble

__all__ = [
    "BLANK",
    "LETTER_POINTS",
    "STAR_STEP",
    "Draws",
    "Puzzle",
    "PuzzleError",
    "PuzzleVersionError",
    "Round",
    "make_clue",
    "make_puzzle",
    "make_scramble",
    "puzzle_from",
]

__getattr__ = exports(
    "jumble.puzzle",
    {
        "clues": ("BLANK", "make_clue"),
        "draws": ("Draws",),
        "make": ("make_puzzle", "puzzle_from"),
        "puzzle": ("LETTER_POINTS", "STAR_STEP", "Puzzle", "PuzzleError", "PuzzleVersionError", "Round"),
        "scramble": ("make_scramble",),
    },
)
