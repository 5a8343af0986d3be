"""The project's first article (seed.txt in the corpus) is read exactly."""

import re
from datetime import date
from pathlib import Path

import pytest

from jumble.article import Article, clean, load_article
from jumble.article.article import Dateline


@pytest.fixture(scope="module")
def seed(corpus: Path) -> Article:
    return load_article(corpus / "articles" / "seed.txt")


def test_title(seed: Article) -> None:
    assert seed.title == "Xi Jinping promises Support to Russia in a call with Putin, despite global backlash"


def test_dateline(seed: Article) -> None:
    assert seed.dateline == Dateline("Delhi", date(2025, 7, 1), 27.1)
    assert seed.language == "en"


def test_no_furniture(seed: Article) -> None:
    words = set(re.findall(r"\w+", seed.text.lower()))
    assert not words & {"jumble", "unscrambling", "popular", "skills", "articles", "game"}


def test_every_line_of_the_body_is_a_paragraph_as_it_stands(seed: Article, corpus: Path) -> None:
    raw = (corpus / "articles" / "seed.txt").read_text(encoding="utf-8")
    lines = [line for line in clean(raw).split("\n") if line]
    assert seed.paragraphs == tuple(lines[4:21])
    assert len(seed.paragraphs) == 17
    assert lines[21] == "Article Word Jumble"


def test_the_same_pasted_into_standard_input_is_the_same_article(seed: Article, corpus: Path) -> None:
    with (corpus / "articles" / "seed.txt").open("rb") as stdin:
        assert load_article("-", stdin).key == seed.key
