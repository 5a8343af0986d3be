"""What is made ahead is what would be made later; what takes long or can be read but once is left for later."""

from pathlib import Path

import pytest

from jumble import load_article, make_puzzle
from jumble.first import MAX_BYTES, begin_first

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

TIN = "house:tin-opener"


def test_the_puzzle_made_ahead_is_that_of_text_settings_and_seed() -> None:
    ahead = begin_first([TIN], lambda: ("hard", 5), lambda: 11, playing=True)
    assert ahead is not None
    first = ahead.take()
    assert first is not None
    assert first.opened.article == load_article(TIN)
    assert (first.level, first.rounds) == ("hard", 5)
    assert first.puzzle == make_puzzle(load_article(TIN), level="hard", rounds=5, seed=11)


def test_the_shelf_comes_along() -> None:
    ahead = begin_first([], lambda: ("medium", 8), lambda: 1, playing=False)
    assert ahead is not None
    first = ahead.take()
    assert first is not None
    assert first.opened.shelf is not None
    titles = [entry.title for entry in first.opened.shelf.entries]
    assert load_article(TIN).title in titles
    assert [entry.load().title for entry in first.opened.shelf.entries] == titles


@pytest.mark.parametrize(
    "name",
    ["articles/ozone-crops.txt", "articles/alice.txt", "formats/18f-software-maintenance-i.md", "formats/alice30.pdf",
     "formats/wikinews-full.rss", "formats/childrens-literature.epub", "html/gold/v8-blog.html"],
)  # fmt: skip
def test_every_kind_of_document_comes_along(corpus: Path, name: str) -> None:
    ahead = begin_first([str(corpus / name)], lambda: ("medium", 8), lambda: 1, playing=True)
    assert ahead is not None
    first = ahead.take()
    assert first is not None
    assert first.opened.article is not None
    assert first.puzzle == make_puzzle(first.opened.article, seed=1)


def test_a_text_without_words_has_no_puzzle(tmp_path: Path) -> None:
    path = tmp_path / "dull.txt"
    path.write_text("It is what it is.\n\nAnd so on, and so on, and so on.\n", encoding="utf-8")
    ahead = begin_first([str(path)], lambda: ("medium", 8), lambda: 1, playing=True)
    assert ahead is not None
    first = ahead.take()
    assert first is not None
    assert (first.opened.article is not None, first.puzzle) == (True, None)


def test_what_takes_long_or_can_be_read_once_is_not_begun(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_bytes(b"x" * (MAX_BYTES + 1))
    nothing_ahead = ["-", "https://example.org/", str(tmp_path), str(tmp_path / "missing.txt"), str(long), "\0"]
    for source in nothing_ahead:
        assert begin_first([source], lambda: ("medium", 8), lambda: 1, playing=True) is None
    assert begin_first([TIN, TIN], lambda: ("medium", 8), lambda: 1, playing=True) is None
