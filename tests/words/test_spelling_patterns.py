from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words.lexicon.spelling_patterns import (
    MIN_WORDS,
    PARTS,
    SpellingPatterns,
    learn_patterns,
    pack_patterns,
    unpack_patterns,
)

WORDS = st.text(alphabet="aeioqunstré", min_size=2, max_size=7)


@pytest.mark.parametrize(
    ("words", "onsets", "codas", "vowel_runs"),
    [
        (["snow", "snap"], {"sn"}, set(), set()),
        (["snow", "sand"], set(), set(), set()),  # each but once
        (["rain", "ruin", "tail"], {"r"}, {"n"}, {"ai"}),
        (["rain", "rain", "again", "area"], {"r"}, {"n"}, {"a", "ai"}),
        (["queen", "quick"], {"qu"}, set(), set()),  # qu is a consonant
        (["brrr", "brrr"], set(), set(), set()),  # no vowel: it neither begins nor ends anything
    ],
)
def test_a_run_counts_that_two_words_have(
    words: list[str], onsets: set[str], codas: set[str], vowel_runs: set[str]
) -> None:
    patterns = learn_patterns(words, "en")
    run_sets = (patterns.onsets, patterns.codas, patterns.vowel_runs)
    assert [set(run_set) for run_set in run_sets] == [onsets, codas, vowel_runs]


def test_a_language_without_listed_vowels_has_bigrams_and_no_runs() -> None:
    assert learn_patterns(["אבא", "אמא"], "he") == SpellingPatterns({"אב": 0.5, "בא": 0.5, "אמ": 0.5, "מא": 0.5})


@given(st.lists(WORDS, max_size=12))
def test_a_bigram_has_the_share_of_words_that_contain_it(words: list[str]) -> None:
    shares = learn_patterns(words, "en").bigram_shares
    assert set(shares) == {first + second for word in words for first, second in pairwise(word)}
    for bigram, share in shares.items():
        assert share == pytest.approx(sum(bigram in word for word in words) / len(words), abs=1e-6)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["en", "he"]))
def test_packing_and_unpacking_gives_the_same(words: list[str], language: str) -> None:
    patterns = learn_patterns(words * MIN_WORDS, language)
    parts = pack_patterns(patterns)
    assert len(parts) == PARTS
    assert unpack_patterns(parts) == patterns
