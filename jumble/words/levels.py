"""The levels, and every constant that decides which words are fair, each with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jumble.startup.early_names import EASY, HARD, MEDIUM


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a game is: which words are fair, how many seconds a word has, how many letters a scramble moves."""

    name: str
    min_zipf: float
    """Zipf scale: log10 of the occurrences in a billion words, from wordfreq's list."""
    min_letters: int
    max_letters: int
    seconds: int
    """Time for a word of `CLOCK_LETTERS` letters; the puzzle scales it by length."""
    min_moves: float
    """Smallest share of the letters, 0 to 1, that a scramble must move, where the letters allow as many."""


CLOCK_LETTERS = 7
"""Letters of the word that `Level.seconds` is stated for."""
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
"""Fewer different letters leave too few arrangements for a puzzle: *noon* has 2, *seeds* 3. Judgement."""

DULL_ZIPF = 6.3
"""Words from this Zipf up count as function words, listed or not; the commonest nouns (*time*, *people*) are below it.
Judgement."""

BARE_DULL_ZIPF = 5.7
"""The same for a language without a list of function words: leaves out its 150 commonest words or so. Judgement."""

COMMON_ANAGRAM_ZIPF = 3.0
"""From this Zipf up a player may well find another word of the same letters first, so that the word is ambiguous. The
hand-labelled words of the corpus draw the line at the same place."""

MAX_OCCURRENCES = 5
"""Places kept for each word: enough for a clue and for marking the word, and little memory for a whole book."""

MAX_CHUNKS = 1_000_000
"""Different chunks (runs without white space) of a text that are searched for words; later ones are neither picked nor
rejected. Real texts stay below: 30 MB hold 0.4 to 0.9 million, by language (estimate, from Heaps' law). Random data of
that size would take a gigabyte more memory."""

LOWER_CASE_SHARE = 0.1
"""Smallest share of different words that occur in lower case; a text with fewer is taken to be written in capitals,
which then say nothing about names. Judgement."""
