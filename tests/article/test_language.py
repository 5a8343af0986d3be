"""The language of a text is detected."""

from pathlib import Path

import pytest

from jumble.article import load_article
from jumble.article.prose.language import detect_language

DECLARATIONS = ("ar", "de", "el", "es", "fi", "fr", "he", "hi", "it", "ja", "ko", "pl", "pt", "ru", "tr", "vi", "zh")


@pytest.mark.parametrize("language", DECLARATIONS)
def test_the_declaration_of_human_rights_in_17_languages(corpus: Path, language: str) -> None:
    assert load_article(corpus / "lang" / f"{language}-udhr.txt").language == language


def test_the_corpus_has_no_language_more(corpus: Path) -> None:
    assert tuple(sorted(path.name[:2] for path in (corpus / "lang").iterdir())) == DECLARATIONS


def test_english_articles_are_english(corpus: Path) -> None:
    for path in (corpus / "articles").glob("*.txt"):
        article = load_article(path)
        assert article.language == "en"
        assert {detect_language(paragraph) for paragraph in article.paragraphs if len(paragraph) > 300} <= {"en"}


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "The river rises in the hills behind the town, and the people who live beside it call it the Ash."),
        ("de", "Der Fluss entspringt in den Hügeln hinter der Stadt, und die Leute am Ufer nennen ihn Asch."),
        ("fr", "La rivière prend sa source dans les collines derrière la ville, et les gens en sont fiers."),
        ("es", "El río nace en las colinas que hay detrás de la ciudad, y la gente lo llama Fresno."),
        ("it", "Il fiume nasce nelle colline dietro la città, e la gente che vi abita non lo chiama per nome."),
        ("nl", "De rivier ontspringt in de heuvels achter de stad, en de mensen noemen het water niet bij naam."),
        ("sv", "Floden rinner upp i bergen bakom staden och de som bor vid den har inte något namn på det."),
        ("uk", "Річка бере початок у пагорбах за містом, і люди, які живуть біля неї, мають для неї інше ім’я."),
        ("ru", "Река берёт начало в холмах за городом, и люди, живущие рядом, зовут её иначе."),
        ("ja", "川は町の後ろの丘から流れ出て、住民はそれを灰と呼ぶ。"),
        ("zh", "河水发源于城后的山丘，住在河边的人们称它为灰河。"),
    ],
)  # fmt: skip
def test_a_paragraph_is_enough(language: str, paragraph: str) -> None:
    assert detect_language(paragraph) == language


@pytest.mark.parametrize("text", ["", "   ", "12345 — 67", "Xyzzy plugh"])
def test_with_nothing_to_go_by_it_is_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_a_few_foreign_words_change_nothing() -> None:
    assert detect_language("The word 日本語 is the language of Japan, and Москва is a city.") == "en"
