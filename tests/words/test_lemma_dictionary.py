import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words.lexicon.lemma_dictionary import BLOCK, DictionaryFormatError, PackedDictionary, pack_dictionary
from jumble.words.lexicon.lemmatizer import ask_simplemma, dictionary_path, read_dictionary_parts
from tests.words.commonest import common_words


def number(value: int) -> bytes:
    return bytes([value]) if value < 0x80 else bytes([value & 0x7F | 0x80]) + number(value >> 7)


def packed(forms: dict[str, str], *, reverse: bool = False) -> bytes:
    """Front-code a dictionary; a lemma is written as a change of its form, in full, or as that of the record before."""
    turn = -1 if reverse else 1
    pairs = sorted((form.encode()[::turn], lemma.encode()[::turn]) for form, lemma in forms.items())
    out = b"SMFC1" + bytes([reverse]) + number(len(pairs))
    before = last = b""
    for form, lemma in pairs:
        shared = next(
            (n for n, (a, b) in enumerate(zip(form, before, strict=False)) if a != b), min(len(form), len(before))
        )
        out += number(shared) + number(len(form) - shared) + form[shared:]
        kept = next(
            (n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma))
        )
        if lemma == last:
            out += b"\xfe"
        elif kept == 0 or len(form) - kept > 200:
            out += b"\xff" + number(len(lemma)) + lemma
        else:
            out += bytes([len(form) - kept]) + number(len(lemma) - kept) + lemma[kept:]
        before, last = form, lemma
    return out


word = (
    st.text(alphabet="abcé", min_size=1, max_size=5)
    | st.text(alphabet="ab", min_size=7, max_size=12)  # many begin alike
    | st.text(alphabet="a", min_size=100, max_size=300)
)


@given(st.dictionaries(word, word, max_size=4 * BLOCK), st.booleans(), word)
def test_every_form_is_found_and_no_other(forms: dict[str, str], reverse: bool, other: str) -> None:
    dictionary = PackedDictionary(pack_dictionary(packed(forms, reverse=reverse)))
    assert {form: dictionary.get(form) for form in forms} == forms
    assert dictionary.get(other) == forms.get(other)
    assert dictionary.get("") is None


def test_many_blocks() -> None:
    forms = {f"{n:04}": f"{n // 3:04}" for n in range(0, 40 * BLOCK, 2)}
    dictionary = PackedDictionary(pack_dictionary(packed(forms)))
    assert all(dictionary.get(f"{n:04}") == forms.get(f"{n:04}") for n in range(40 * BLOCK + 2))


@pytest.mark.parametrize("beginning", ["", "1234567", "12345678", "123456789abc", "é" * 4])
def test_many_blocks_that_begin_alike(beginning: str) -> None:
    forms = {f"{beginning}{n:04}": f"{n // 3:04}" for n in range(0, 20 * BLOCK, 2)}
    dictionary = PackedDictionary(pack_dictionary(packed(forms)))
    for n in range(20 * BLOCK + 2):
        assert dictionary.get(f"{beginning}{n:04}") == forms.get(f"{beginning}{n:04}")
    assert dictionary.get(beginning[:-1]) is None


def test_bytes_that_break_off_or_are_of_another_format_are_refused() -> None:
    whole = packed({f"{n:03}": "x" for n in range(3 * BLOCK)})
    pack_dictionary(whole)
    for size in (0, 4, len(whole) // 2, len(whole) - 1):
        with pytest.raises(DictionaryFormatError):
            pack_dictionary(whole[:size])
    with pytest.raises(DictionaryFormatError):
        pack_dictionary(b"SMFC2" + whole[5:])


@pytest.mark.parametrize("language", ["en", "it", "el"])
def test_it_says_what_simplemma_says(language: str) -> None:
    path, theirs = dictionary_path(language), ask_simplemma(language)
    assert path is not None
    assert theirs is not None
    ours = PackedDictionary(read_dictionary_parts(path))
    words = [*common_words(language, 3000), "qqzzy", "Paris", "abirritate"]
    assert [ours.get(form) for form in words] == [theirs.get(form) for form in words]


def test_a_language_without_dictionary() -> None:
    assert dictionary_path("zh") is None
    assert ask_simplemma("zh") is None
