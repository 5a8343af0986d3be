from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words import Lexicon, difficulties_in, difficulty, difficulty_in, moves, open_lexicon, stars
from jumble.words.bigrams import bigram_rank, bigram_shares
from jumble.words.difficulty_model import STARS, _of_scramble, bigrams_kept, has_word_inside, pronounceability
from jumble.words.syllables import count_syllables
from tests.bench.words_facts import SCRAMBLE_FACTS, WORD_FACTS, ordered, scramble_pairs, word_pairs

SHORT_WORDS = st.text(alphabet="aeinrst", min_size=1, max_size=7)


@pytest.mark.parametrize("fact", WORD_FACTS)
def test_words_are_ordered_as_the_literature_says(fact: str) -> None:
    bound, rule = WORD_FACTS[fact]
    assert ordered(word_pairs(rule, 200)) >= bound


@pytest.mark.parametrize("fact", SCRAMBLE_FACTS)
def test_scrambles_are_ordered_as_the_literature_says(fact: str) -> None:
    bound, length, rule = SCRAMBLE_FACTS[fact]
    assert ordered(scramble_pairs(rule, length, 200)) >= bound


@pytest.mark.usefixtures("corpus")
def test_people_find_hard_what_the_model_says_is() -> None:
    from tests.bench.words_quality import rank_correlations, trial_aucs

    ours, by_length = rank_correlations()
    assert ours >= by_length
    assert trial_aucs()[0] >= 0.80


def test_a_scramble_must_be_made_of_the_letters() -> None:
    with pytest.raises(ValueError, match="'planes' is not made of the letters of 'planet'"):
        difficulty("planet", "planes")


@given(SHORT_WORDS, st.lists(st.randoms(use_true_random=False), max_size=3))
def test_several_scrambles_are_judged_as_each_alone(word: str, randoms: list[Random]) -> None:
    english = open_lexicon("en")
    racks = ["".join(random.sample(word, len(word))) for random in randoms]
    judged = difficulties_in(english, word, racks)
    assert judged == [difficulty_in(english, word, rack) for rack in racks]
    for rack, value in zip(racks, judged, strict=True):
        of_scramble = _of_scramble(tuple(word), tuple(rack), english)
        assert value == pytest.approx(difficulty_in(english, word) + of_scramble, abs=2e-4)


def test_case_does_not_matter(english: Lexicon) -> None:
    assert difficulty("Planet", "TENALP") == difficulty_in(english, "planet", "tenalp")


@given(SHORT_WORDS, st.randoms(use_true_random=False))
def test_any_string_has_a_difficulty(word: str, random: Random) -> None:
    rack = "".join(random.sample(word, len(word)))
    assert isinstance(difficulty(word, rack), float)


@pytest.mark.parametrize("language", ["de", "he", "ko", "vi"])
def test_other_languages_have_one(language: str) -> None:
    assert difficulty("ab", "ba", language) > difficulty("ab", "ab", language)


@given(SHORT_WORDS, SHORT_WORDS)
def test_moves_count_the_letters_out_of_order(one: str, other: str) -> None:
    assert moves(tuple(one), tuple(one)) == 0
    assert moves(tuple(one), tuple(other)) == len(one) - longest_common_row(one, other)


def longest_common_row(one: str, other: str) -> int:
    if not (one and other):
        return 0
    if one[0] == other[0]:
        return 1 + longest_common_row(one[1:], other[1:])
    return max(longest_common_row(one[1:], other), longest_common_row(one, other[1:]))


@pytest.mark.parametrize(
    ("word", "rack", "count"), [("abcde", "bacde", 1), ("abcde", "edcba", 4), ("abcde", "bcdea", 1)]
)
def test_moves(word: str, rack: str, count: int) -> None:
    assert moves(tuple(word), tuple(rack)) == count


def test_bigrams_kept() -> None:
    assert bigrams_kept("planet", "netpla") == 4
    assert bigrams_kept("abab", "baba") == 2


@given(SHORT_WORDS.filter(lambda word: 3 <= len(word) <= 5))
def test_the_moments_of_the_bigram_sum_are_exact(word: str) -> None:
    from itertools import pairwise, permutations
    from statistics import mean, pvariance

    from jumble.words.bigrams import _moments

    shares = bigram_shares("en")
    matrix = [[0.0 if i == j else shares.get(a + b, 0.0) for j, b in enumerate(word)] for i, a in enumerate(word)]
    sums = [sum(matrix[i][j] for i, j in pairwise(order)) for order in permutations(range(len(word)))]
    expected, variance = _moments([pair for row in matrix for pair in row], len(word))
    assert expected == pytest.approx(mean(sums))
    assert variance == pytest.approx(pvariance(sums), abs=1e-9)


def test_usual_pairs_rank_first() -> None:
    assert bigram_rank("string", "en") < 0.1 < bigram_rank("admire", "en") < 0.7


@pytest.mark.parametrize(
    ("rack", "harder"), [("snale", "nsael"), ("trumpe", "mtrpeu"), ("quate", "qatue"), ("leato", "leaoi")]
)
def test_what_can_be_said_aloud(rack: str, harder: str) -> None:
    assert pronounceability(rack, "en") == 1.0 > pronounceability(harder, "en")


def test_a_word_inside_is_common_and_shorter_than_the_rack(english: Lexicon) -> None:
    assert has_word_inside("xteax", english)
    assert not has_word_inside("klchk", english)
    assert not has_word_inside("tea", english)


SYLLABLES = {
    1: "stopped makes have said through fourths you yacht",
    2: "table turtles wanted science quiet being nation special statement issue tumbled creature",
    3: "radio media created earlier area settlement diary happier",
    4: "geometric equivalent relatively separately",
    5: "orientation opportunity individual",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SYLLABLES.items() for word in words.split() if word.isalpha()]
)
def test_syllables(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_syllables_without_vowel_letters() -> None:
    assert count_syllables("שלום", "he") == 2


def test_stars_run_from_one_to_five() -> None:
    edges = STARS["en"]
    assert [stars(value) for value in (-9, *edges, 99)] == [1, 1, 2, 3, 4, 5]
    assert stars(edges[0] + 0.01, "fi") == 2
