"""Turns an Article into Candidates: which words are fair game, why the others are not, and how hard each is.

The file behind a name is imported when the name is first used, as playing a game needs no lexicon.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.words.candidate import Candidate, Candidates, Reason, Rejection
    from jumble.words.difficulty_model import difficulties_in, difficulty, difficulty_in, moves, stars
    from jumble.words.errors import LexiconError, WordsError
    from jumble.words.fair_words import find_candidates
    from jumble.words.family_safe import offensive
    from jumble.words.levels import CLOCK_LETTERS, LEVELS, Level
    from jumble.words.lexicon.lexicon import Lexicon, open_lexicon
    from jumble.words.spelling import capital, capitals, fold, letters
    from jumble.words.tokenizer import Token, tokens

__all__ = [
    "CLOCK_LETTERS",
    "LEVELS",
    "Candidate",
    "Candidates",
    "Level",
    "Lexicon",
    "LexiconError",
    "Reason",
    "Rejection",
    "Token",
    "WordsError",
    "capital",
    "capitals",
    "difficulties_in",
    "difficulty",
    "difficulty_in",
    "find_candidates",
    "fold",
    "letters",
    "moves",
    "offensive",
    "open_lexicon",
    "stars",
    "tokens",
]

# No name here may also be a file name: importing the file would put the module in the place of the name.
__getattr__ = exports(
    "jumble.words",
    {
        "fair_words": ("find_candidates",),
        "difficulty_model": ("difficulties_in", "difficulty", "difficulty_in", "moves", "stars"),
        "errors": ("LexiconError", "WordsError"),
        "levels": ("CLOCK_LETTERS", "LEVELS", "Level"),
        "lexicon.lexicon": ("Lexicon", "open_lexicon"),
        "candidate": ("Candidate", "Candidates", "Reason", "Rejection"),
        "family_safe": ("offensive",),
        "spelling": ("capital", "capitals", "fold", "letters"),
        "tokenizer": ("Token", "tokens"),
    },
)
