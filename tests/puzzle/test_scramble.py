import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jumble.puzzle import Draws, make_scramble
from jumble.words import LEVELS, Lexicon, letters, moves
from tests.puzzle.conftest import SmallLexicon
from tests.words.made_up_language import made_up_language

WORDS = ("planet", "stone", "letter", "cocoon", "newspaper", "garden", "level", "élan", "пресса", "한국어말")


@given(st.sampled_from(WORDS), st.sampled_from(sorted(LEVELS)), st.integers(0, 10**6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_scramble_is_a_permutation_that_spells_no_known_word(
    lexicon: Lexicon, word: str, level: str, seed: int
) -> None:
    scramble = make_scramble(word, lexicon, LEVELS[level], Draws(seed, word))
    assert scramble is not None
    assert sorted(letters(scramble, lexicon.language)) == sorted(letters(word, lexicon.language))
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
    assert moves(letters(word, lexicon.language), letters(scramble, lexicon.language)) >= LEVELS[level].min_moves * len(
        word
    )


def test_a_digraph_moves_as_one_letter_and_no_other_order_reads_as_one() -> None:
    with made_up_language() as language:
        lexicon = SmallLexicon({"cochlea": 4.0}, language)
        scrambles = {make_scramble("cochlea", lexicon, LEVELS["easy"], Draws(seed)) for seed in range(50)}
        spelt = {letters(scramble or "", language) for scramble in scrambles}
    assert len(spelt) > 10
    assert all(sorted(tiles) == ["a", "c", "ch", "e", "l", "o"] for tiles in spelt)


def test_letters_that_would_read_as_a_digraph_never_stand_side_by_side() -> None:
    with made_up_language() as language:
        lexicon = SmallLexicon({"hacel": 4.0}, language)
        scrambles = {make_scramble("hacel", lexicon, LEVELS["easy"], Draws(seed)) for seed in range(50)}
    assert len(scrambles) > 10
    assert not any(scramble and "ch" in scramble for scramble in scrambles)


@pytest.mark.parametrize("word", ["a", "aa", "aaaa", ""])
def test_letters_without_another_order_give_no_scramble(lexicon: Lexicon, word: str) -> None:
    assert make_scramble(word, lexicon, LEVELS["easy"], Draws(1)) is None


def test_two_letters_have_one_scramble(lexicon: Lexicon) -> None:
    assert make_scramble("ab", lexicon, LEVELS["hard"], Draws(1)) == "ba"


def test_an_offensive_order_is_never_shown(lexicon: Lexicon) -> None:
    shown = {make_scramble("hist", lexicon, LEVELS["easy"], Draws(seed)) for seed in range(200)}
    assert len(shown) > 5
    assert not any(scramble and "shit" in scramble for scramble in shown)
