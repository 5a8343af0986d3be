"""How hard a word is to unscramble, as a number with a stated model.

The number is a sum of features, in logits of not solving: a word one higher is solved at 1/e of the odds. The
directions are those on which the literature agrees (the ordering facts of the anagram corpus list it); the sizes
follow what it calls strong and weak, and the few human trials at hand for the scale (five letters solved in 78 of 90,
six in 44 of 112 trials; six letters of one syllable in 30 of 52, of two in 10 of 51). Imagery, which also matters,
needs norms that cannot ship. Nothing is fitted.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import factorial, log10, prod

from jumble.words.bigrams import rank
from jumble.words.languages import rules
from jumble.words.lexicon.lexicon import Lexicon, open_lexicon
from jumble.words.sounds import breaks
from jumble.words.spelling import fold, letters
from jumble.words.syllables import syllables

# The word. Mendelsohn 1976 names five structural variables and frequency, together worth R = .82 to .92.
LETTER = 1.0
"""For each letter over five. Topolinski et al. 2016; the trials say 2.3 from five to six, over few words."""
SYLLABLE = 0.8
"""For each after the first. Adams et al. 2011, Muncer & Knight 2011: in all six studies; the trials say 1.7."""
RARITY = 0.5
"""For each unit of Zipf below 5. Mayzner & Tresselt 1958 found it strong, Mendelsohn & O'Brien 1974 weak."""
PAIRS = 0.6
"""From the best to the worst bigram rank. Mendelsohn & O'Brien 1974: strong; words seldom rank below the middle."""
VOWEL_START = 0.4
"""Gilhooly & Johnson 1978: the first letter matters; the sign is the least sure of all. Judgement."""
REPEATS = 0.3
"""For each tenfold fewer arrangements through repeated letters: fewer to try. Judgement, kept small."""

# The scramble. Its parts spread half a logit over the scrambles of one word, the words 1.3: the choice of the word
# dominates, as it does in the trials.
MOVES = 3.0
"""From no letter moved to all but one. Mendelsohn & O'Brien 1974, Gilhooly & Johnson 1978: among the main factors."""
PAIR_KEPT = 0.06
"""Off, for each neighbouring pair that the scramble leaves together: anagram-solution similarity, same papers."""
FIRST_KEPT = 0.1
"""Off, when the first letter stands where it belongs. Judgement."""
LAST_KEPT = 0.05
"""Off, for the last letter. Judgement."""
PRONOUNCEABLE = 0.6
"""Topolinski et al. 2016: what can be said aloud holds together and is harder to take apart."""
BREAK = 0.5
"""Each place where it cannot be said leaves this share of it. Judgement."""
WORD_INSIDE = 0.4
"""Kozlov & Petseva 2019, for five letters."""
WORD_INSIDE_LONG = 0.2
"""For six and more, where they found no effect: a small one is assumed to fade, not to stop. Judgement."""

INSIDE_LETTERS = 3
INSIDE_ZIPF = 4.0
"""What is seen at a glance as a word in a row of letters: three letters or more, and common. Judgement."""

STARS = {"en": (0.52, 1.96, 3.29, 4.96)}
"""Upper bounds of one to four stars: the fifths of the fair words of ordinary articles, measured by
`tests/bench/words_stars.py`. Other languages borrow the English ones until somebody measures theirs."""


def difficulty(word: str, scramble: str | None = None, language: str = "en") -> float:
    """Say how hard a word is, higher is harder; with a scramble, how hard this scramble of it is.

    Raises ValueError when the scramble is not made of the word's letters, LexiconError for an unknown language.
    """
    return difficulty_in(open_lexicon(language), word, scramble)


def difficulty_in(lexicon: Lexicon, word: str, scramble: str | None = None) -> float:
    """Do what `difficulty` does, with a lexicon at hand."""
    if scramble is not None:
        return difficulties_in(lexicon, word, [scramble])[0]
    word = fold(word, lexicon.language)
    return round(_of_word(word, letters(word), lexicon), 4)


def difficulties_in(lexicon: Lexicon, word: str, scrambles: Iterable[str]) -> list[float]:
    """Do the same for several scrambles of a word, which is judged once."""
    word = fold(word, lexicon.language)
    solution = letters(word)
    of_word = _of_word(word, solution, lexicon)
    found = []
    for scramble in scrambles:
        rack = letters(fold(scramble, lexicon.language))
        if sorted(rack) != sorted(solution):
            raise ValueError(f"{scramble!r} is not made of the letters of {word!r}")
        found.append(round(of_word + _of_scramble(solution, rack, lexicon), 4))
    return found


def stars(difficulty_of_word: float, language: str = "en") -> int:
    """Give one to five stars: which fifth of the words of an ordinary article the difficulty falls in."""
    return 1 + bisect_left(STARS.get(language, STARS["en"]), difficulty_of_word)


def _of_word(word: str, solution: Sequence[str], lexicon: Lexicon) -> float:
    repeats = log10(prod(factorial(count) for count in Counter(solution).values()))
    return (
        LETTER * (len(solution) - 5)
        + SYLLABLE * (syllables(word, lexicon.language) - 1)
        + RARITY * (5 - lexicon.zipf(word))
        + PAIRS * rank(solution, lexicon.language)
        + VOWEL_START * (solution[:1] != () and solution[0] in rules(lexicon.language).vowels)
        - REPEATS * repeats
    )


def _of_scramble(solution: Sequence[str], rack: Sequence[str], lexicon: Lexicon) -> float:
    most = max(1, len(solution) - 1)
    inside = WORD_INSIDE if len(solution) <= 5 else WORD_INSIDE_LONG
    return (
        MOVES * moves(solution, rack) / most
        - PAIR_KEPT * pairs_kept(solution, rack)
        - FIRST_KEPT * (solution[:1] == rack[:1])
        - LAST_KEPT * (solution[-1:] == rack[-1:])
        + PRONOUNCEABLE * pronounceable(rack, lexicon.language)
        + inside * has_word_inside(rack, lexicon)
    )


def moves(solution: Sequence[str], rack: Sequence[str]) -> int:
    """Count the letters that must be moved to turn the rack into the solution: all but the longest common row."""
    # The longest common row by bits (Hyyrö 2004): a bit of `row` is gone where the row up to that place grows.
    places: dict[str, int] = {}
    for place, letter in enumerate(rack):
        places[letter] = places.get(letter, 0) | 1 << place
    row = whole = (1 << len(rack)) - 1
    for letter in solution:
        met = row & places.get(letter, 0)
        row = (row + met | row - met) & whole
    return len(solution) - len(rack) + row.bit_count()


def pairs_kept(solution: Sequence[str], rack: Sequence[str]) -> int:
    """Count the neighbouring pairs that both have."""
    both = [Counter(pairwise(spelt)) for spelt in (solution, rack)]
    return (both[0] & both[1]).total()


def pronounceable(rack: Sequence[str], language: str) -> float:
    """Say how well a row of letters can be said aloud: 1.0 when all of it can, less with each place where it cannot."""
    return BREAK ** breaks(rack, language)


def has_word_inside(rack: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether a common word stands in a row within the rack, shorter than the whole."""
    size = len(rack)
    return any(
        lexicon.zipf(chunk) >= INSIDE_ZIPF and lexicon.known(chunk)
        for start in range(size - INSIDE_LETTERS + 1)
        for end in range(start + INSIDE_LETTERS, size + 1)
        if end - start < size
        for chunk in ["".join(rack[start:end])]
    )
