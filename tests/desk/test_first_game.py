"""What is made ahead is what would be made later; what takes long or can be read but once is left for later."""

from pathlib import Path

import pytest

from jumble import load_article, make_puzzle
from jumble.desk.first_game import MAX_BYTES, FirstPuzzle, prefetch_first_game
from jumble.desk.opener import Opened

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

TIN = "house:tin-opener"


def made(source: str, level: str = "medium", rounds: int = 8, seed: int = 1) -> list[object]:
    """Return the answers of what is made ahead of a source."""
    ahead = prefetch_first_game([source] if source else [], lambda: (level, rounds), lambda: seed)
    assert ahead is not None
    found = iter(ahead.receive, None)
    return list(found)


def test_the_puzzle_made_ahead_is_that_of_text_settings_and_seed() -> None:
    opened, first = made(TIN, "hard", 5, 11)
    assert isinstance(opened, Opened)
    assert opened.article == load_article(TIN)
    assert first == FirstPuzzle("hard", 5, make_puzzle(load_article(TIN), level="hard", rounds=5, seed=11))


def test_the_shelf_comes_along() -> None:
    opened, _ = made("")
    assert isinstance(opened, Opened)
    assert opened.shelf is not None
    titles = [entry.title for entry in opened.shelf.entries]
    assert load_article(TIN).title in titles
    assert [entry.load().title for entry in opened.shelf.entries] == titles


@pytest.mark.parametrize(
    "name",
    ["articles/ozone-crops.txt", "articles/alice.txt", "formats/18f-software-maintenance-i.md", "formats/alice30.pdf",
     "formats/wikinews-full.rss", "formats/childrens-literature.epub", "html/gold/v8-blog.html"],
)  # fmt: skip
def test_every_kind_of_document_comes_along(corpus: Path, name: str) -> None:
    opened, first = made(str(corpus / name))
    assert isinstance(opened, Opened)
    assert opened.article is not None
    assert first == FirstPuzzle("medium", 8, make_puzzle(opened.article, seed=1))


def test_a_text_without_words_has_no_puzzle(tmp_path: Path) -> None:
    path = tmp_path / "dull.txt"
    path.write_text("It is what it is.\n\nAnd so on, and so on, and so on.\n", encoding="utf-8")
    assert [type(answer) for answer in made(str(path))] == [Opened]


def test_what_takes_long_or_can_be_read_once_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("long.txt").write_bytes(b"x" * (MAX_BYTES + 1))
    Path("-").write_text("A file that is called as standard input is.", encoding="utf-8")
    for source in ["-", "https://example.org/", ".", "missing.txt", "long.txt", "\0"]:
        assert prefetch_first_game([source], lambda: ("medium", 8), lambda: 1) is None
    assert prefetch_first_game([TIN, TIN], lambda: ("medium", 8), lambda: 1) is None
