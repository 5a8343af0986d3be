"""Minimal pairs for what the literature says of difficulty: two words, or two scrambles of one word, that differ in one
thing only. Used by the benchmark and by the tests.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, permutations
from random import Random

from jumble.words import difficulty_in, moves, open_lexicon
from jumble.words.bigrams import bigram_rank
from jumble.words.difficulty_model import bigrams_kept, has_word_inside
from jumble.words.syllables import count_syllables
from tests.words.commonest import common_words

PAIRS = 300
VOWELS = "aeiouy"
DRAWS = 30
"""Scrambles of one word among which pairs are looked for; at most one pair is taken of each word."""
POOL = 9000
"""Commonest words that pairs are drawn from."""


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    length: int
    syllables: int
    zipf: float
    vowel_start: bool
    rank: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Scramble:
    word: str
    rack: str
    moves: int
    similarity: tuple[int, bool, bool]
    """Pairs kept, first letter kept, last letter kept."""
    shape: str
    """aloud, stuck or between: judged by runs of consonants and vowels alone, not by the model's own rule."""
    inside: bool

    @property
    def difficulty(self) -> float:
        return difficulty_in(open_lexicon("en"), self.word, self.rack)


@cache
def words() -> tuple[Word, ...]:
    lexicon = open_lexicon("en")
    texts = [
        text for text in common_words("en", POOL) if text.isascii() and 5 <= len(text) <= 10 and lexicon.known(text)
    ]
    return tuple(
        Word(
            text,
            len(text),
            count_syllables(text),
            lexicon.zipf(text),
            text[0] in "aeiou",
            bigram_rank(text, "en"),
            difficulty_in(lexicon, text),
        )
        for text in texts
    )


def scrambles(length: int | None = None) -> Iterator[tuple[Scramble, ...]]:
    """Draw some scrambles of a word, over and over."""
    random = Random(5)
    pool = [word.text for word in words() if length in (None, word.length)]
    while True:
        word = random.choice(pool)
        yield tuple(_scramble(word, "".join(random.sample(word, len(word)))) for _ in range(DRAWS))


def _scramble(word: str, rack: str) -> Scramble:
    return Scramble(
        word,
        rack,
        moves(word, rack),
        (bigrams_kept(word, rack), word[0] == rack[0], word[-1] == rack[-1]),
        _shape(rack),
        has_word_inside(rack, open_lexicon("en")),
    )


def _shape(rack: str) -> str:
    letters = "".join("v" if letter in VOWELS else "c" for letter in rack)
    if not re.search("ccc|vvv|^cc|cc$", letters):
        return "aloud"
    return "stuck" if re.search("cccc|vvvv|^ccc|ccc$", letters) else "between"


def _alike(one: Word, other: Word, *but: str) -> bool:
    """Say whether two words are alike in all but some features; Zipf and rank within a tenth or two."""
    return (
        ("length" in but or one.length == other.length)
        and ("syllables" in but or one.syllables == other.syllables)
        and ("zipf" in but or abs(one.zipf - other.zipf) <= 0.2)
        and ("vowel_start" in but or one.vowel_start == other.vowel_start)
        and ("rank" in but or abs(one.rank - other.rank) <= 0.1)
    )


WordRule = Callable[[Word, Word], bool]
ScrambleRule = Callable[[Scramble, Scramble], bool]

WORD_FACTS: dict[str, tuple[float, WordRule]] = {
    "length": (0.95, lambda hard, easy: hard.length == easy.length + 1 and _alike(hard, easy, "length")),
    "syllables": (0.95, lambda hard, easy: hard.syllables == easy.syllables + 1 and _alike(hard, easy, "syllables")),
    "frequency": (0.95, lambda hard, easy: hard.zipf <= easy.zipf - 0.5 and _alike(hard, easy, "zipf")),
    "start_vowel": (
        0.95,
        lambda hard, easy: hard.vowel_start and not easy.vowel_start and _alike(hard, easy, "vowel_start"),
    ),
    "bigram_rank": (0.80, lambda hard, easy: hard.rank >= easy.rank + 0.2 and _alike(hard, easy, "rank")),
}
"""For each fact the share that must be ordered, and what makes a pair; the harder word comes first."""

SCRAMBLE_FACTS: dict[str, tuple[float, int | None, ScrambleRule]] = {
    "moves": (
        0.95,
        None,
        lambda hard, easy: (
            hard.moves > easy.moves
            and (hard.similarity, hard.shape, hard.inside) == (easy.similarity, easy.shape, easy.inside)
        ),
    ),
    "pronounceable": (
        0.95,
        None,
        lambda hard, easy: (
            (hard.shape, easy.shape) == ("aloud", "stuck")
            and (hard.moves, hard.similarity, hard.inside) == (easy.moves, easy.similarity, easy.inside)
        ),
    ),
    "word_inside": (
        0.80,
        5,
        lambda hard, easy: (
            hard.inside
            and not easy.inside
            and (hard.moves, hard.similarity, hard.shape) == (easy.moves, easy.similarity, easy.shape)
        ),
    ),
}


def word_pairs(rule: WordRule, count: int = PAIRS) -> list[tuple[Word, Word]]:
    random, pool = Random(5), words()
    pairs: list[tuple[Word, Word]] = []
    while len(pairs) < count:
        hard, easy = random.choice(pool), random.choice(pool)
        if rule(hard, easy):
            pairs.append((hard, easy))
    return pairs


def scramble_pairs(rule: ScrambleRule, length: int | None, count: int = PAIRS) -> list[tuple[Scramble, Scramble]]:
    found = (next((pair for pair in permutations(drawn, 2) if rule(*pair)), None) for drawn in scrambles(length))
    return list(islice((pair for pair in found if pair is not None), count))


def ordered(pairs: Sequence[tuple[Word, Word]] | Sequence[tuple[Scramble, Scramble]]) -> float:
    return sum(hard.difficulty > easy.difficulty for hard, easy in pairs) / len(pairs)


def all_facts() -> dict[str, tuple[float, float]]:
    """Give for each fact the share of its pairs that the model orders so, and the share it must."""
    facts = {name: (ordered(word_pairs(rule)), bound) for name, (bound, rule) in WORD_FACTS.items()}
    return facts | {
        name: (ordered(scramble_pairs(rule, length)), bound) for name, (bound, length, rule) in SCRAMBLE_FACTS.items()
    }
