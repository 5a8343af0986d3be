"""An Article becomes Candidates: which words are fair game, why the rest are not, how hard each is."""

from jumble.words.candidates import find_candidates
from jumble.words.difficulty import difficulty, difficulty_in, moves, stars
from jumble.words.errors import LexiconError, WordsError
from jumble.words.levels import CLOCK_LETTERS, LEVELS, Level
from jumble.words.lexicon import Lexicon, open_lexicon
from jumble.words.model import Candidate, Candidates, Reason, Rejection
from jumble.words.offensive import offensive
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
