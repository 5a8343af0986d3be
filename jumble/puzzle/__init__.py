"""Candidates and a seed become a puzzle: chosen words, scrambles, clues, accepted answers."""

from jumble.puzzle.clues import BLANK, make_clue
from jumble.puzzle.draws import Draws
from jumble.puzzle.make import DEFAULT_LEVEL, DEFAULT_ROUNDS, MAX_ROUNDS, make_puzzle, puzzle_from
from jumble.puzzle.model import Puzzle, PuzzleError, Round
from jumble.puzzle.scramble import make_scramble

__all__ = [
    "BLANK",
    "DEFAULT_LEVEL",
    "DEFAULT_ROUNDS",
    "MAX_ROUNDS",
    "Draws",
    "Puzzle",
    "PuzzleError",
    "Round",
    "make_clue",
    "make_puzzle",
    "make_scramble",
    "puzzle_from",
]
