"""Every constant that shapes the choice of words, and why it is what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jumble.startup.early_names import EASY, HARD, MEDIUM


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a game is: which words are fair, how long a word may take, how far a scramble goes."""

    name: str
    min_zipf: float
    """Zipf scale, that is log10 of occurrences in a billion words."""
    min_letters: int
    max_letters: int
    seconds: int
    """The clock of a word of `CLOCK_LETTERS` letters; the puzzle scales it by length."""
    min_moves: float
    """Least share of its letters that a scramble moves, where the letters allow it."""


CLOCK_LETTERS = 7
MAX_LETTERS = 12
"""Beyond 12 letters a rack no longer reads at a glance, and long words are mostly built from affixes. Judgement."""

LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        # Zipf >= 3.75 means that at least 95 % of adults know the word (Brysbaert et al. 2019, word prevalence);
        # half a point above and below it make the bands. Four letters are solved at a glance: only on easy.
        EASY: Level(EASY, 4.25, 4, MAX_LETTERS, 60, 0.4),
        MEDIUM: Level(MEDIUM, 3.75, 5, MAX_LETTERS, 45, 0.5),
        HARD: Level(HARD, 3.25, 5, MAX_LETTERS, 30, 0.6),
    }
)

MIN_DISTINCT_LETTERS = 4
"""Fewer different letters leave too few arrangements to be a puzzle (*noon*, *seeds* is the border). Judgement."""

DULL_ZIPF = 6.3
"""From here up a word is grammar whatever a list says: the commonest nouns (*time*, *people*) stay below. Judgement."""

BARE_DULL_ZIPF = 5.7
"""The same where a language has no list of function words: about its 150 commonest words are out. Judgement."""

COMMON_ANAGRAM_ZIPF = 3.0
"""Another word of the same letters counts as an answer that a player might well see from this frequency up; the gold
of the corpus draws the line at the same place."""

MAX_OCCURRENCES = 5
"""Sightings kept for each word: enough for a clue and for marking the words, flat in memory for a whole book."""

MAX_PIECES = 1_000_000
"""Different pieces between white space that are looked into, the first of a text; those beyond are neither picked nor
given a reason. Texts that people write come nowhere near: 30 MB of them hold 0.4 to 0.9 million, by language. Estimate,
from Heaps' law; what is no text would take a gigabyte more."""

LOWER_CASE_SHARE = 0.1
"""With fewer of its words ever written small, a text is all capitals, and they tell nothing. Judgement."""
