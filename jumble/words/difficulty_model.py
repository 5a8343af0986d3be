"""Computes how hard a word, and a scramble of it, is to solve: a sum of weighted features, stated here in full.

The unit is logits of not solving: a word that is one higher is solved at 1/e of the odds. The signs of the weights are
those on which the literature agrees (the ordering facts of the anagram corpus). Their sizes are judgement: they follow
what the papers call strong or weak, and 202 human trials give the scale (five letters solved in 78 of 90 trials, six in
44 of 112; six letters of one syllable in 30 of 52, of two in 10 of 51). Nothing is fitted. Imagery matters too, but its
norms may not be distributed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import factorial, log10, prod

from jumble.words.bigrams import bigram_rank
from jumble.words.languages import rules
from jumble.words.lexicon.lexicon import Lexicon, open_lexicon
from jumble.words.pronounceability import count_breaks
from jumble.words.spelling import fold, letters
from jumble.words.syllables import count_syllables

# Weights of the word's features. Mendelsohn 1976: five structural variables and frequency reach R = .82 to .92.
LETTER = 1.0
"""For each letter over five. Topolinski et al. 2016; the trials say 2.3 from five to six, over few words."""
SYLLABLE = 0.8
"""For each after the first. Adams et al. 2011, Muncer & Knight 2011: in all six studies; the trials say 1.7."""
RARITY = 0.5
"""For each unit of Zipf below 5. Mayzner & Tresselt 1958 found it strong, Mendelsohn & O'Brien 1974 weak."""
BIGRAM_RANK = 0.6
"""For the bigram rank, 0 to 1. Mendelsohn & O'Brien 1974: strong; words seldom rank below the middle."""
VOWEL_START = 0.4
"""For a vowel as first letter. Gilhooly & Johnson 1978: it matters; of all signs this is the least sure. Judgement."""
REPEATS = 0.3
"""Subtracted for each factor of ten by which repeated letters reduce the arrangements to try. Judgement, kept small."""

# Weights of the scramble's features. Their sum has a standard deviation of half a logit over the scrambles of one word;
# that of words is 1.3. So the choice of the word dominates, as it does in the trials.
MOVES = 3.0
"""For the share of letters to move, from none (0) to all but one (1). Mendelsohn & O'Brien 1974 and Gilhooly & Johnson
1978: among the main factors."""
BIGRAM_KEPT = 0.06
"""Subtracted for each bigram of the solution that the scramble keeps: anagram-solution similarity, same papers."""
FIRST_KEPT = 0.1
"""Subtracted when the first letter is in its place. Judgement."""
LAST_KEPT = 0.05
"""Subtracted when the last letter is in its place. Judgement."""
PRONOUNCEABLE = 0.6
"""For a scramble that can be pronounced. Topolinski et al. 2016: it holds together and is harder to take apart."""
BREAK = 0.5
"""Factor on PRONOUNCEABLE for each place where the scramble cannot be pronounced. Judgement."""
WORD_INSIDE = 0.4
"""For a scramble of up to five letters that contains a word. Kozlov & Petseva 2019, for five letters."""
WORD_INSIDE_LONG = 0.2
"""For six letters and more, where they found no effect; assumed to fade rather than to stop. Judgement."""

INSIDE_LETTERS = 3
INSIDE_ZIPF = 4.0
"""A word inside a scramble counts from this length and Zipf on: players see it at a glance. Judgement."""

STARS = {"en": (0.52, 1.96, 3.29, 4.96)}
"""By language, the highest difficulty of one, two, three and four stars: the quintiles of the fair words of ordinary
articles, measured by `tests/bench/words_stars.py`. Other languages use the English ones until they are measured."""


def difficulty(word: str, scramble: str | None = None, language: str = "en") -> float:
    """Return how hard a word is, or how hard a scramble of it is, in logits of not solving; higher is harder.

    Raises ValueError when the scramble is not made of the word's letters, LexiconError for a language without lexicon.
    """
    return difficulty_in(open_lexicon(language), word, scramble)


def difficulty_in(lexicon: Lexicon, word: str, scramble: str | None = None) -> float:
    """Return the same as `difficulty`, for the language of a lexicon that is already open; raises ValueError."""
    if scramble is not None:
        return difficulties_in(lexicon, word, [scramble])[0]
    word = fold(word, lexicon.language)
    return round(_of_word(word, letters(word, lexicon.language), lexicon), 4)


def difficulties_in(lexicon: Lexicon, word: str, scrambles: Iterable[str]) -> list[float]:
    """Return the difficulty of each of several scrambles of a word, all for one computation of the word's part.

    Raises ValueError when a scramble is not made of the word's letters.
    """
    word = fold(word, lexicon.language)
    solution = letters(word, lexicon.language)
    of_word = _of_word(word, solution, lexicon)
    difficulties = []
    for scramble in scrambles:
        rack = letters(fold(scramble, lexicon.language), lexicon.language)
        if sorted(rack) != sorted(solution):
            raise ValueError(f"{scramble!r} is not made of the letters of {word!r}")
        difficulties.append(round(of_word + _of_scramble(solution, rack, lexicon), 4))
    return difficulties


def stars(difficulty_of_word: float, language: str = "en") -> int:
    """Return 1 to 5 stars: the quintile of an ordinary article's words that the difficulty of a word falls in."""
    return 1 + bisect_left(STARS.get(language, STARS["en"]), difficulty_of_word)


def _of_word(word: str, solution: Sequence[str], lexicon: Lexicon) -> float:
    """Return the part of the difficulty that depends on the word alone; `solution` is its letters."""
    repeats = log10(prod(factorial(count) for count in Counter(solution).values()))
    return (
        LETTER * (len(solution) - 5)
        + SYLLABLE * (count_syllables(word, lexicon.language) - 1)
        + RARITY * (5 - lexicon.zipf(word))
        + BIGRAM_RANK * bigram_rank(solution, lexicon.language)
        + VOWEL_START * (solution[:1] != () and solution[0] in rules(lexicon.language).vowels)
        - REPEATS * repeats
    )


def _of_scramble(solution: Sequence[str], rack: Sequence[str], lexicon: Lexicon) -> float:
    """Return the part of the difficulty that depends on the scramble, given as its letters."""
    most_moves = max(1, len(solution) - 1)
    word_inside = WORD_INSIDE if len(solution) <= 5 else WORD_INSIDE_LONG
    return (
        MOVES * moves(solution, rack) / most_moves
        - BIGRAM_KEPT * bigrams_kept(solution, rack)
        - FIRST_KEPT * (solution[:1] == rack[:1])
        - LAST_KEPT * (solution[-1:] == rack[-1:])
        + PRONOUNCEABLE * pronounceability(rack, lexicon.language)
        + word_inside * has_word_inside(rack, lexicon)
    )


def moves(solution: Sequence[str], rack: Sequence[str]) -> int:
    """Return how many letters must move to turn the rack into the solution: all but a longest common subsequence."""
    # Bit-parallel length of the longest common subsequence (Hyyrö 2004): it is the number of zero bits in `row`.
    places: dict[str, int] = {}
    for place, letter in enumerate(rack):
        places[letter] = places.get(letter, 0) | 1 << place
    row = all_bits = (1 << len(rack)) - 1
    for letter in solution:
        matches = row & places.get(letter, 0)
        row = (row + matches | row - matches) & all_bits
    return len(solution) - len(rack) + row.bit_count()


def bigrams_kept(solution: Sequence[str], rack: Sequence[str]) -> int:
    """Count the bigrams that solution and rack have in common."""
    return (Counter(pairwise(solution)) & Counter(pairwise(rack))).total()


def pronounceability(rack: Sequence[str], language: str) -> float:
    """Return how well a row of letters can be pronounced: 1.0 is fully, times BREAK for each place where it cannot."""
    return BREAK ** count_breaks(rack, language)


def has_word_inside(rack: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether neighbouring letters of the rack, fewer than all, spell a common word."""
    size = len(rack)
    return any(
        lexicon.zipf(substring) >= INSIDE_ZIPF and lexicon.known(substring)
        for start in range(size - INSIDE_LETTERS + 1)
        for end in range(start + INSIDE_LETTERS, size + 1)
        if end - start < size
        for substring in ["".join(rack[start:end])]
    )
