import os
from functools import cache
from pathlib import Path

import pytest

from jumble.article import load_article
from jumble.puzzle import make_puzzle
from jumble.words.bigrams import pair_shares
from jumble.words.lexicon import lemmatizer, lexicon
from jumble.words.lexicon.lemma_dictionary import FormsError
from jumble.words.lexicon.spelling_patterns import SAMPLE, learn
from tests.words.commonest import common_words


def opened(folder: Path, language: str = "en") -> lexicon.WordLists:
    """Open a lexicon as a new process would."""
    return lexicon._open.__wrapped__(language, folder)


@cache
def asked(language: str) -> tuple[str, ...]:
    return (*common_words(language, 400), "reaps", "aedelr", "qqzzy", "countrified", "größe", "")


def answers(opened: lexicon.WordLists) -> list[object]:
    words = [
        (opened.zipf(word), opened.known(word), opened.anagrams(word), opened.family(word))
        for word in asked(opened.language)
    ]
    return [opened.usual, *words]


@pytest.mark.parametrize("language", ["en", "it", "zh"])
def test_a_stored_lexicon_answers_as_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    new = answers(opened(tmp_path, language))
    for maker in ("table_parts", "learn", "_buckets"):  # nothing may be made again, wordfreq's list not even opened
        monkeypatch.delattr(lexicon, maker)
    assert answers(opened(tmp_path, language)) == new


def test_the_usual_spelling_is_that_of_the_commonest_words(tmp_path: Path) -> None:
    assert opened(tmp_path).usual == learn(common_words("en", SAMPLE), "en")
    assert pair_shares("en") == opened(tmp_path).usual.pairs


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
    monkeypatch.setattr(lexicon, "FORMAT", lexicon.FORMAT + 1)
    opened(tmp_path, "id")
    assert file.stat().st_mtime > 0


def test_a_simplemma_whose_files_are_unknown_is_asked_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = answers(opened(tmp_path, "id"))

    def elsewhere(_: str) -> Path | None:
        raise FormsError("elsewhere")

    monkeypatch.setattr(lexicon, "dictionary_path", elsewhere)
    assert answers(opened(tmp_path / "other", "id")) == usual
    assert not (tmp_path / "other").exists()


def test_a_folder_without_dictionaries_is_unknown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Spec:
        origin = str(tmp_path / "__init__.py")

    monkeypatch.setattr(lemmatizer, "find_spec", lambda _: Spec)
    with pytest.raises(FormsError):
        lemmatizer.dictionary_path("en")
    monkeypatch.setattr(lemmatizer, "find_spec", lambda _: None)
    with pytest.raises(FormsError):
        lemmatizer.dictionary_path("en")
