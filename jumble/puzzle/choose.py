"""Chooses the words of a game: characteristic of the article, varied, of different families, drawn by the seed."""

from collections.abc import Sequence

from jumble.puzzle.draws import Draws
from jumble.words import Candidate, Candidates, letters

SAME_INITIAL = 0.35
"""What is left of a word's chance when a chosen word begins with the same letter. Judgement, as the next two."""
SAME_LENGTH = 0.75
SAME_PARAGRAPH = 0.6
HEAD_START = 10
"""Added to a word's place in the order: the tenth word has half the chance of the first, the thirtieth a quarter."""


def draw_order(candidates: Candidates, draws: Draws) -> list[Candidate]:
    """Return all candidates in the order in which a game would use them.

    Earlier in the article's own order means likelier; each word drawn makes its like less likely (same first letter,
    length, paragraph) and its family impossible. Ambiguous words (the reserve) come after all others.
    """
    return [*_drawn(candidates.picked, draws), *_drawn(candidates.reserve, draws)]


def _drawn(words: Sequence[Candidate], draws: Draws) -> list[Candidate]:
    """Draw words one by one, without putting back."""
    left = list(words)
    chances = [1.0 / (HEAD_START + place) for place in range(len(left))]
    order: list[Candidate] = []
    while left:
        place = draws.weighted(chances)
        word = left.pop(place)
        chances.pop(place)
        order.append(word)
        chances = [chance * _likeness(word, other) for chance, other in zip(chances, left, strict=True)]
        if not any(chances):
            break
    return order


def _likeness(drawn: Candidate, other: Candidate) -> float:
    """Return what is left of a word's chance once another is drawn; 0 for words of one family."""
    if drawn.family == other.family:
        return 0.0
    chance = 1.0
    if letters(drawn.word)[0] == letters(other.word)[0]:
        chance *= SAME_INITIAL
    if len(letters(drawn.word)) == len(letters(other.word)):
        chance *= SAME_LENGTH
    if drawn.occurrences[0][0] == other.occurrences[0][0]:
        chance *= SAME_PARAGRAPH
    return chance
