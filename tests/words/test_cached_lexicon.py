import os
from functools import cache
from pathlib import Path

import pytest

from jumble.article import load_article
from jumble.puzzle import make_puzzle
from jumble.words.bigrams import bigram_shares
from jumble.words.lexicon import lemmatizer, lexicon
from jumble.words.lexicon.lemma_dictionary import DictionaryFormatError
from jumble.words.lexicon.spelling_patterns import SAMPLE, learn_patterns
from tests.words.commonest import common_words


def opened(folder: Path, language: str = "en") -> lexicon.WordfreqLexicon:
    """Open a lexicon as a new process would."""
    return lexicon._open.__wrapped__(language, folder)


@cache
def asked_words(language: str) -> tuple[str, ...]:
    return (*common_words(language, 400), "reaps", "aedelr", "qqzzy", "countrified", "größe", "")


def answers(opened: lexicon.WordfreqLexicon) -> list[object]:
    words = [
        (opened.zipf(word), opened.known(word), opened.anagrams(word), opened.family(word))
        for word in asked_words(opened.language)
    ]
    return [opened.spelling_patterns, *words]


@pytest.mark.parametrize("language", ["en", "it", "zh"])
def test_a_stored_lexicon_answers_as_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    new = answers(opened(tmp_path, language))
    for maker in ("pack_table", "learn_patterns", "_buckets"):  # nothing may be built again, nor wordfreq's list opened
        monkeypatch.delattr(lexicon, maker)
    assert answers(opened(tmp_path, language)) == new


def test_spelling_patterns_are_those_of_the_commonest_words(tmp_path: Path) -> None:
    assert opened(tmp_path).spelling_patterns == learn_patterns(common_words("en", SAMPLE), "en")
    assert bigram_shares("en") == opened(tmp_path).spelling_patterns.bigram_shares


def test_puzzles_are_the_same_with_and_without_a_store(tmp_path: Path) -> None:
    article = load_article()
    (tmp_path / "file").touch()
    without, first, second = (opened(folder) for folder in (tmp_path / "file", tmp_path, tmp_path))
    for seed in range(3):
        puzzle = make_puzzle(article, seed=seed, lexicon=without)
        assert make_puzzle(article, seed=seed, lexicon=first) == puzzle
        assert make_puzzle(article, seed=seed, lexicon=second) == puzzle


def test_a_damaged_store_is_made_again(tmp_path: Path) -> None:
    new = answers(opened(tmp_path, "id"))
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:1000] + b"?" + whole[1001:])
    assert answers(opened(tmp_path, "id")) == new
    assert file.read_bytes() == whole


def test_other_lists_make_another_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(tmp_path, "id")
    (file,) = tmp_path.iterdir()
    os.utime(file, (0, 0))
    opened(tmp_path, "id")
    assert file.stat().st_mtime == 0
    monkeypatch.setattr(lexicon, "CACHE_FORMAT", lexicon.CACHE_FORMAT + 1)
    opened(tmp_path, "id")
    assert file.stat().st_mtime > 0


def test_a_simplemma_whose_files_are_unknown_is_asked_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = answers(opened(tmp_path, "id"))

    def elsewhere(_: str) -> Path | None:
        raise DictionaryFormatError("elsewhere")

    monkeypatch.setattr(lexicon, "dictionary_path", elsewhere)
    assert answers(opened(tmp_path / "other", "id")) == usual
    assert not (tmp_path / "other").exists()


def test_a_folder_without_dictionaries_is_unknown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Spec:
        origin = str(tmp_path / "__init__.py")

    monkeypatch.setattr(lemmatizer, "find_spec", lambda _: Spec)
    with pytest.raises(DictionaryFormatError):
        lemmatizer.dictionary_path("en")
    monkeypatch.setattr(lemmatizer, "find_spec", lambda _: None)
    with pytest.raises(DictionaryFormatError):
        lemmatizer.dictionary_path("en")
