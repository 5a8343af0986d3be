"""Candidates and a seed become a puzzle: chosen words, scrambles, clues, accepted answers.

What a name needs is loaded when the name is first used: a puzzle at hand is played without what makes one.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.puzzle.clues import BLANK, make_clue
    from jumble.puzzle.draws import Draws
    from jumble.puzzle.make import make_puzzle, puzzle_from
    from jumble.puzzle.puzzle import Puzzle, PuzzleError, Round
    from jumble.puzzle.scramble import make_scramble

__all__ = [
    "BLANK",
    "Draws",
    "Puzzle",
    "PuzzleError",
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
        "puzzle": ("Puzzle", "PuzzleError", "Round"),
        "scramble": ("make_scramble",),
    },
)
