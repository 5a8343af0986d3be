import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jumble.puzzle import Draws, make_scramble
from jumble.words import LEVELS, Lexicon, letters, moves

WORDS = ("planet", "stone", "letter", "cocoon", "newspaper", "garden", "level", "élan", "пресса", "한국어말")


@given(st.sampled_from(WORDS), st.sampled_from(sorted(LEVELS)), st.integers(0, 10**6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_scramble_is_a_permutation_that_spells_no_known_word(
    lexicon: Lexicon, word: str, level: str, seed: int
) -> None:
    scramble = make_scramble(word, lexicon, LEVELS[level], Draws(seed, word))
    assert scramble is not None
    assert sorted(letters(scramble)) == sorted(letters(word))
    assert scramble != word
    assert not lexicon.known(scramble)
    assert scramble == make_scramble(word, lexicon, LEVELS[level], Draws(seed, word))


@given(
    st.sampled_from(["planet", "stone", "newspaper", "garden"]), st.sampled_from(sorted(LEVELS)), st.integers(0, 999)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_scramble_moves_as_many_letters_as_the_level_asks(lexicon: Lexicon, word: str, level: str, seed: int) -> None:
    scramble = make_scramble(word, lexicon, LEVELS[level], Draws(seed, word))
    assert scramble is not None
    assert moves(letters(word), letters(scramble)) >= LEVELS[level].min_moves * len(word)


@pytest.mark.parametrize("word", ["a", "aa", "aaaa", ""])
def test_letters_without_another_order_give_no_scramble(lexicon: Lexicon, word: str) -> None:
    assert make_scramble(word, lexicon, LEVELS["easy"], Draws(1)) is None


def test_two_letters_have_one_scramble(lexicon: Lexicon) -> None:
    assert make_scramble("ab", lexicon, LEVELS["hard"], Draws(1)) == "ba"


def test_an_offensive_order_is_never_shown(lexicon: Lexicon) -> None:
    shown = {make_scramble("hist", lexicon, LEVELS["easy"], Draws(seed)) for seed in range(200)}
    assert len(shown) > 5
    assert not any(scramble and "shit" in scramble for scramble in shown)
