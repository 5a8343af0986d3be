"""Every article of the house edition has its metadata, sources, a suitable length and enough words to play."""

import re
from importlib.resources import files

import pytest
import yaml

from jumble.article import ArticleError, load_article, open_source
from jumble.words import LEVELS, Lexicon, find_candidates, open_lexicon

NAMES = sorted(item.name.removesuffix(".md") for item in files("jumble.house").iterdir() if item.name.endswith(".md"))
MAX_TITLE = 75
SECTIONS = {"World", "Science", "Nature", "History", "Technology", "Food", "Sport", "Arts", "Travel", "Money"}
MIN_FAIR_WORDS = 40
"""Enough for several games of eight words before a word is repeated."""


@pytest.fixture(scope="module")
def english() -> Lexicon:
    return open_lexicon("en")


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_complete(name: str) -> None:
    article = load_article(f"house:{name}")
    assert article.source == f"house:{name}"
    assert 0 < len(article.title) <= MAX_TITLE
    assert article.title != name
    assert article.section in SECTIONS
    assert article.dateline.place
    assert article.dateline.date
    assert article.language == "en"
    assert 450 <= len(article.text.split()) <= 800
    assert len(article.paragraphs) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_an_article_names_its_sources(name: str) -> None:
    matter = yaml.safe_load(files("jumble.house").joinpath(f"{name}.md").read_text(encoding="utf-8").split("---")[1])
    assert len(matter["sources"]) >= 2
    assert all(isinstance(source, str) and source.strip() for source in matter["sources"])
    assert not matter.keys() - {"title", "section", "place", "date", "temperature", "sources"}


@pytest.mark.parametrize("name", NAMES)
def test_an_article_has_words_for_many_games(name: str, english: Lexicon) -> None:
    candidates = find_candidates(load_article(f"house:{name}"), english, LEVELS["medium"])
    assert len(candidates.picked) >= MIN_FAIR_WORDS


def test_titles_and_texts_all_differ() -> None:
    articles = [load_article(f"house:{name}") for name in NAMES]
    assert len(NAMES) >= 6
    assert len({article.title for article in articles}) == len(NAMES)
    assert len({article.key for article in articles}) == len(NAMES)


def test_the_edition_is_the_default_and_lists_every_article() -> None:
    shelf = open_source("house:")
    assert shelf.name == "the house edition"
    assert [entry.source for entry in shelf.entries] == [f"house:{name}" for name in NAMES]
    assert [entry.title for entry in shelf.entries] == [entry.load().title for entry in shelf.entries]
    assert load_article() == load_article(f"house:{NAMES[0]}")


@pytest.mark.parametrize("name", ["none", "../__init__", "*", "__init__.py", f"{NAMES[0]}.md"])
def test_no_such_article(name: str) -> None:
    with pytest.raises(ArticleError, match=rf"the house edition has no article .*; it has {re.escape(NAMES[0])}, "):
        open_source(f"house:{name}")
