import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words import Token, capitals, fold, letters, tokens
from tests.words.made_up_language import made_up_language

WORDS = {
    "plain": ("It rained.", "en", "It rained"),
    "hyphens part": ("state-of-the-art", "en", "state of the art"),
    "a final 's goes": ("China’s and James's", "en", "China and James"),
    "contractions stay whole": ("don't, I’ve", "en", "don't I’ve"),
    "digits spoil a word": ("the 1970s and A19", "en", "the and"),
    "addresses are no words": ("see www.a-b.org/x or https://x.com or me@x.de, bbc.com", "en", "see or or"),
    "dashes part": ("tea—coffee and/or", "en", "tea coffee and or"),
    "elided articles go": ("l'eau d’abord", "fr", "eau abord"),
    "marks belong to letters": ("हिन्दी में", "hi", "हिन्दी में"),
    "decomposed accents": ("cafe\u0301 x", "en", "cafe\u0301 x"),
    "nothing": ("", "en", ""),
    "no words": ("123 — !?", "en", ""),
}


@pytest.mark.parametrize(("text", "language", "words"), WORDS.values(), ids=WORDS)
def test_the_words_of_a_text(text: str, language: str, words: str) -> None:
    assert " ".join(token.text for token in tokens(text, language)) == words


def test_a_token_says_where_it_stands() -> None:
    assert list(tokens("a “well-known” dog's", "en")) == [
        Token("a", 0, 1),
        Token("well", 3, 7),
        Token("known", 8, 13),
        Token("dog", 15, 18),
    ]


@given(st.text(), st.sampled_from(["en", "fr", "de", "tr", "ar", "hi"]))
def test_tokens_stand_where_they_say_and_do_not_overlap(text: str, language: str) -> None:
    last = 0
    for token in tokens(text, language):
        assert last <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        last = token.end


FOLDED = {
    ("Tea", "en"): "tea",
    ("DON’T", "en"): "don't",
    ("ﬁrst", "en"): "first",
    ("cafe\u0301", "en"): "caf\u00e9",
    ("Istanbul", "en"): "istanbul",
    ("ISPARTA", "tr"): "ısparta",
    ("İzmir", "tr"): "izmir",
    ("İzmir", "en"): "izmir",
    ("ΟΔΟΣ", "el"): "οδος",
    ("Straße", "de"): "straße",
}


@pytest.mark.parametrize(("word", "language", "folded"), [(*key, value) for key, value in FOLDED.items()])
def test_words_are_compared_folded(word: str, language: str, folded: str) -> None:
    assert fold(word, language) == folded


@given(st.text(), st.sampled_from(["en", "tr", "el"]))
def test_folding_twice_changes_nothing(word: str, language: str) -> None:
    assert fold(fold(word, language), language) == fold(word, language)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("tea", ("t", "e", "a")), ("e\u0301t", ("e\u0301", "t")), ("हिन्दी", ("हि", "न्दी")), ("", ())],
)
def test_letters_are_what_a_reader_sees(word: str, expected: tuple[str, ...]) -> None:
    assert letters(word, "en") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("chleba", ("ch", "l", "e", "b", "a")),
        ("machi", ("m", "a", "ch", "i")),
        ("cachc", ("c", "a", "ch", "c")),
        ("ddd", ("dd", "d")),
        ("d", ("d",)),
        ("llŵch", ("ll", "ŵ", "ch")),
        ("", ()),
    ],
)
def test_a_digraph_of_the_language_is_one_letter(word: str, expected: tuple[str, ...]) -> None:
    with made_up_language() as language:
        assert letters(word, language) == expected
    assert letters(word, "en") == tuple(word)


@given(st.one_of(st.text(), st.text("cdhlé")))
def test_letters_make_up_the_word(word: str) -> None:
    with made_up_language() as made_up:
        for language in ("en", made_up):
            assert "".join(letters(word, language)) == word


@pytest.mark.parametrize(
    ("word", "language", "shown"),
    [
        ("porter", "en", "PORTER"),
        ("içerir", "tr", "İÇERİR"),
        ("ılık", "tr", "ILIK"),
        ("straße", "de", "STRAẞE"),
        ("σεισμός", "el", "σΕΙσΜΌς"),
        ("한국어", "ko", "한국어"),
    ],
)
def test_capitals_never_make_two_letters_look_alike(word: str, language: str, shown: str) -> None:
    assert "".join(capitals(letters(word, language), language)) == shown
