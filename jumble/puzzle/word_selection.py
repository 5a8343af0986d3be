"""Selects the words of a game at random: characteristic words are likelier, and similar ones seldom come together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jumble.puzzle.draws import Draws
from jumble.startup.early_names import EASY, HARD, MEDIUM
from jumble.words import Candidate, Candidates, letters

SAME_INITIAL = 0.35
"""Factor on a word's chance for each word drawn before that begins with the same letter. Judgement, as the next two."""
SAME_LENGTH = 0.75
"""The same for each drawn word of equal length."""
SAME_PARAGRAPH = 0.6
"""The same for each drawn word whose first occurrence is in the same paragraph."""
HEAD_START = 10
"""Added to a word's rank by keyness, from 0; the chance is 1 over the sum, so the eleventh word has half the chance of
the first, the thirty-first a quarter."""


STAR_CHANCES: Mapping[str, Sequence[float]] = {
    EASY: (1.0, 0.9, 0.5, 0.2, 0.05),
    MEDIUM: (0.6, 1.0, 1.0, 0.7, 0.4),
    HARD: (0.2, 0.5, 0.9, 1.0, 1.0),
}
"""By level, the factor on a word's chance for one to five stars, so that levels differ in their words and not only in
the clock. Judgement."""


def select_words(candidates: Candidates, draws: Draws) -> Iterator[Candidate]:
    """Yield candidates in the order in which a game uses them; a game takes as many as it has rounds.

    Words that are more characteristic, and those whose stars suit the level, are likelier to come early. Each word
    drawn makes similar ones less likely (first letter, length, paragraph) and excludes the other forms of its lemma.
    The reserve comes after all picked words.
    """
    by_stars = STAR_CHANCES[candidates.level]
    for words in (candidates.picked, candidates.reserve):
        yield from _drawn(words, by_stars, draws, candidates.language)


def _drawn(words: Sequence[Candidate], by_stars: Sequence[float], draws: Draws, language: str) -> Iterator[Candidate]:
    """Draw words one by one, without putting back."""
    left = [_Traits.of(word, language) for word in words]
    chances = [by_stars[word.stars - 1] / (HEAD_START + place) for place, word in enumerate(words)]
    while any(chances):
        place = draws.weighted(chances)
        drawn = left.pop(place)
        chances.pop(place)
        yield drawn.candidate
        chances = [chance * drawn.chance_factor(other) for chance, other in zip(chances, left, strict=True)]


@dataclass(frozen=True, slots=True)
class _Traits:
    """The properties by which two candidates are compared for similarity."""

    candidate: Candidate
    initial: str
    length: int
    paragraph: int

    @classmethod
    def of(cls, word: Candidate, language: str) -> "_Traits":
        """Return the traits of a word."""
        spelt = letters(word.word, language)
        return cls(word, spelt[0], len(spelt), word.occurrences[0][0])

    def chance_factor(self, other: "_Traits") -> float:
        """Return the factor, 0 to 1, on another word's chance once this one is drawn; 0 for forms of one lemma."""
        if self.candidate.family == other.candidate.family:
            return 0.0
        factor = 1.0
        if self.initial == other.initial:
            factor *= SAME_INITIAL
        if self.length == other.length:
            factor *= SAME_LENGTH
        if self.paragraph == other.paragraph:
            factor *= SAME_PARAGRAPH
        return factor
