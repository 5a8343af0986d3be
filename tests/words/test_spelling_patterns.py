from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words.lexicon.spelling_patterns import PARTS, USUAL, Usual, learn, usual_from, usual_parts

WORDS = st.text(alphabet="aeioqunstré", min_size=2, max_size=7)


@pytest.mark.parametrize(
    ("words", "heads", "tails", "vowels"),
    [
        (["snow", "snap"], {"sn"}, set(), set()),
        (["snow", "sand"], set(), set(), set()),  # each but once
        (["rain", "ruin", "tail"], {"r"}, {"n"}, {"ai"}),
        (["rain", "rain", "again", "area"], {"r"}, {"n"}, {"a", "ai"}),
        (["queen", "quick"], {"qu"}, set(), set()),  # qu is a consonant
        (["brrr", "brrr"], set(), set(), set()),  # no vowel: it neither begins nor ends anything
    ],
)
def test_a_run_is_usual_that_two_words_have(
    words: list[str], heads: set[str], tails: set[str], vowels: set[str]
) -> None:
    usual = learn(words, "en")
    assert [set(kind) for kind in (usual.heads, usual.tails, usual.vowels)] == [heads, tails, vowels]


def test_a_language_whose_vowels_nobody_knows_has_pairs_and_no_runs() -> None:
    assert learn(["אבא", "אמא"], "he") == Usual({"אב": 0.5, "בא": 0.5, "אמ": 0.5, "מא": 0.5})


@given(st.lists(WORDS, max_size=12))
def test_a_pair_has_the_share_of_words_that_hold_it(words: list[str]) -> None:
    pairs = learn(words, "en").pairs
    assert set(pairs) == {first + second for word in words for first, second in pairwise(word)}
    for pair, share in pairs.items():
        assert share == pytest.approx(sum(pair in word for word in words) / len(words), abs=1e-6)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["en", "he"]))
def test_what_was_stored_comes_back(words: list[str], language: str) -> None:
    usual = learn(words * USUAL, language)
    parts = usual_parts(usual)
    assert len(parts) == PARTS
    assert usual_from(parts) == usual
