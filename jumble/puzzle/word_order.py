"""Chooses the words of a game: characteristic of the article, varied, of different families, drawn by the seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jumble.puzzle.draws import Draws
from jumble.startup.early_names import EASY, HARD, MEDIUM
from jumble.words import Candidate, Candidates, letters

SAME_INITIAL = 0.35
"""What is left of a word's chance when a chosen word begins with the same letter. Judgement, as the next two."""
SAME_LENGTH = 0.75
SAME_PARAGRAPH = 0.6
HEAD_START = 10
"""Added to a word's place in the order: the tenth word has half the chance of the first, the thirtieth a quarter."""


STAR_CHANCES: Mapping[str, Sequence[float]] = {
    EASY: (1.0, 0.9, 0.5, 0.2, 0.05),
    MEDIUM: (0.6, 1.0, 1.0, 0.7, 0.4),
    HARD: (0.2, 0.5, 0.9, 1.0, 1.0),
}
"""What is left of a word's chance by its stars, one to five: so that levels differ in the words, not in the clock
alone. Judgement."""


def draw_order(candidates: Candidates, draws: Draws) -> Iterator[Candidate]:
    """Yield the candidates in the order in which a game would use them.

    Earlier in the article's own order means likelier, and so do stars that suit the level; each word drawn makes its
    like less likely (same first letter, length, paragraph) and its family impossible. Ambiguous words (the reserve)
    come after all others.
    """
    by_stars = STAR_CHANCES[candidates.level]
    yield from _drawn(candidates.picked, by_stars, draws)
    yield from _drawn(candidates.reserve, by_stars, draws)


def _drawn(words: Sequence[Candidate], by_stars: Sequence[float], draws: Draws) -> Iterator[Candidate]:
    """Draw words one by one, without putting back."""
    left = [_Traits.of(word) for word in words]
    chances = [by_stars[word.stars - 1] / (HEAD_START + place) for place, word in enumerate(words)]
    while any(chances):
        place = draws.weighted(chances)
        drawn = left.pop(place)
        chances.pop(place)
        yield drawn.candidate
        chances = [chance * drawn.leaves(other) for chance, other in zip(chances, left, strict=True)]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What makes one word like another."""

    candidate: Candidate
    initial: str
    length: int
    paragraph: int

    @classmethod
    def of(cls, word: Candidate) -> "_Traits":
        """Return the traits of a word."""
        spelt = letters(word.word)
        return cls(word, spelt[0], len(spelt), word.occurrences[0][0])

    def leaves(self, other: "_Traits") -> float:
        """Return what is left of another word's chance once this one is drawn; 0 for words of one family."""
        if self.candidate.family == other.candidate.family:
            return 0.0
        chance = 1.0
        if self.initial == other.initial:
            chance *= SAME_INITIAL
        if self.length == other.length:
            chance *= SAME_LENGTH
        if self.paragraph == other.paragraph:
            chance *= SAME_PARAGRAPH
        return chance
