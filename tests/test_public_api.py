import subprocess
import sys
from importlib.metadata import version

import pytest

import jumble

HEAVY = (
    "textual",
    "rich",
    "wordfreq",
    "simplemma",
    "sqlite3",
    "yaml",
    "markdown_it",
    "regex",
    "wcwidth",
    "platformdirs",
    "trafilatura",
    "lxml",
    "pypdf",
    "cryptography",
    "feedparser",
    "defusedxml",
    "charset_normalizer",
    "zipfile",
    "subprocess",
    "http.client",
    "urllib.request",
)


def loaded_after(code: str) -> set[str]:
    code += f"\nimport sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import jumble",
        "import jumble; jumble.load_article, jumble.pick_words, jumble.make_puzzle, jumble.difficulty",
        "import jumble.cli.command_line",
        "import jumble.game, jumble.article",
    ],
)
def test_importing_loads_no_library(code: str) -> None:
    assert loaded_after(code) == set()


def test_the_check_for_libraries_can_fail() -> None:
    assert loaded_after("import sqlite3") == {"sqlite3"}


def test_the_front_end_loads_neither_lexicon_nor_database() -> None:
    assert loaded_after("import jumble.tui.app") & {"wordfreq", "simplemma", "sqlite3", "yaml", "regex"} == set()


def test_public_names_have_docstrings_and_are_listed() -> None:
    for name in set(jumble.__all__) - {"__version__"}:
        assert getattr(jumble, name).__doc__
    assert set(dir(jumble)) == set(jumble.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = jumble.nothing


def test_the_version_is_told_in_one_place() -> None:
    assert jumble.__version__ == version("article-word-jumble")


def test_the_example_of_the_docstring_works() -> None:
    article = jumble.load_article("house:tin-opener")
    candidates = jumble.pick_words(article)
    assert candidates.picked[0].word in article.text.lower()
    puzzle = jumble.make_puzzle(article, seed=7)
    assert len(puzzle.rounds) == 8


def test_difficulty_takes_a_word_and_a_scramble() -> None:
    assert jumble.difficulty("opportunity") > jumble.difficulty("house")
    assert isinstance(jumble.difficulty("garden", "dgraen"), float)
    with pytest.raises(ValueError, match="garden"):
        jumble.difficulty("garden", "xyz")


def test_an_unknown_level_is_named() -> None:
    with pytest.raises(ValueError, match="levels are easy, medium, hard"):
        jumble.pick_words(jumble.load_article("house:tin-opener"), "harder")
