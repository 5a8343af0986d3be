import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words import Lexicon, LexiconError, WordsError, open_lexicon
from jumble.words.lexicon.lexicon import BULK_LOOKUP
from jumble.words.lexicon.word_table import WordTable, pack_table
from tests.words.commonest import common_words


def test_importing_the_room_loads_no_heavy_package() -> None:
    heavy = "wordfreq simplemma regex textual sqlite3 msgpack"
    code = f"import sys, jumble.words; print(*(set('{heavy}'.split()) & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


def test_frequencies_are_those_of_wordfreq(english: Lexicon) -> None:
    wordfreq = pytest.importorskip("wordfreq")
    for word in ("market", "the", "café", "reaps", "putin"):
        assert english.zipf(word) == pytest.approx(wordfreq.zipf_frequency(word, "en"), abs=0.011)
    assert english.zipf("qqzzy") == 0.0


@pytest.mark.parametrize("least", [3.0, 4.25, 0.01])
@pytest.mark.parametrize("language", ["en", "de"])
def test_many_words_are_as_frequent_as_each_of_them(language: str, least: float) -> None:
    lexicon = open_lexicon(language)
    words = [*common_words(language, 3 * BULK_LOOKUP), "größe", "grüße", "qqzzy"]
    zipfs = {word: lexicon.zipf(word) for word in words if lexicon.zipf(word) >= least}
    assert lexicon.frequent(words, least) == zipfs
    assert lexicon.frequent(words[-3:], least) == {word: zipf for word, zipf in zipfs.items() if word in words[-3:]}


@pytest.mark.parametrize("word", ["spear", "reaps", "country", "website", "snorkelling", "café", "theatre", "lens"])
def test_dictionary_words_are_known(english: Lexicon, word: str) -> None:
    assert english.known(word)


@pytest.mark.parametrize(
    "word", ["susie", "niles", "suisse", "steven", "ulster", "didn", "ve", "nato", "aelpp", "", "don't", "a b"]
)
def test_names_and_fragments_are_not(english: Lexicon, word: str) -> None:
    assert not english.known(word)


def test_anagrams_are_all_known_words_commonest_first(english: Lexicon) -> None:
    assert english.anagrams("spear") == ("spare", "rapes", "pears", "parse", "reaps", "pares")
    assert english.anagrams("leader") == ("dealer",)
    assert english.anagrams("ministry") == ()


def test_a_string_that_is_no_word_has_anagrams_too(english: Lexicon) -> None:
    assert english.anagrams("aedelr") == ("leader", "dealer")
    assert english.anagrams("") == ()


@given(st.sampled_from(list(common_words("en", 3000))))
def test_anagrams_have_the_same_letters_and_know_each_other(word: str) -> None:
    lexicon = open_lexicon("en")
    for other in lexicon.anagrams(word):
        assert other != word
        assert sorted(other) == sorted(word)
        assert lexicon.known(other)
        assert not lexicon.known(word) or word in lexicon.anagrams(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("country", "countries", True),
        ("promised", "promising", True),
        ("children", "child", True),
        ("nation", "national", False),
        ("better", "good", False),
    ],
)
def test_forms_of_a_lemma_are_one_family(english: Lexicon, one: str, other: str, *, same: bool) -> None:
    assert (english.family(one) == english.family(other)) is same


def test_an_unknown_language_is_refused_in_one_line() -> None:
    with pytest.raises(LexiconError, match=r"^There is no word list for the language 'xx'; .* de .* en .*$") as caught:
        open_lexicon("xx")
    assert isinstance(caught.value, WordsError)
    assert "\n" not in str(caught.value)


def test_one_lexicon_for_all_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(open_lexicon, ["vi"] * 16))
    assert len(set(map(id, opened))) == 1


def test_other_languages_have_their_letters() -> None:
    german, greek = open_lexicon("de"), open_lexicon("el")
    assert german.zipf("größe") > 4
    assert german.known("haus")
    assert greek.known("ελευθερίας")


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=6), unique=True))
def test_a_table_finds_what_was_put_in_and_nothing_else(words: list[str]) -> None:
    table = WordTable(pack_table((900 - place, [word]) for place, word in enumerate(words)))
    for place, word in enumerate(words):
        assert table.zipf(word) == 900 - place
        same = [other for other in words if Counter(other) == Counter(word)]
        assert table.same_letters(word[::-1]) == same
    assert table.zipf("d") == 0
    assert table.same_letters("abcd") == []
