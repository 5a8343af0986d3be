"""What a package can lack although the checkout has it: data files, the mark that it is typed, the command."""

import subprocess
import sys
from importlib import resources
from importlib.metadata import distribution
from pathlib import Path

import pytest

import jumble
from jumble.article import HOUSE, load_article

PACKAGE = resources.files(jumble)
HOUSE_FILES = sorted(file.name for file in (PACKAGE / "house").iterdir() if file.name.endswith(".md"))


def test_it_is_marked_as_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_the_house_edition_is_there() -> None:
    assert len(HOUSE_FILES) >= 20


@pytest.mark.parametrize("name", HOUSE_FILES)
def test_a_house_article_is_read(name: str) -> None:
    article = load_article(f"{HOUSE}{name.removesuffix('.md')}")
    assert article.title
    assert article.dateline.place
    assert len(article.text) > 1000


def test_it_has_a_command_a_licence_and_the_readme() -> None:
    about = distribution("article-word-jumble")
    commands = about.entry_points.select(group="console_scripts")
    assert [(command.name, command.value) for command in commands] == [("jumble", "jumble.cli.command_line:main")]
    assert about.metadata["License-Expression"] == "MIT"
    assert "\n# Article Word Jumble\n" in (about.read_text("METADATA") or "")


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "jumble"], [str(Path(sys.executable).with_name("jumble"))]], ids=["-m", "script"]
)
def test_the_command_runs_anywhere(command: list[str], tmp_path: Path) -> None:
    done = subprocess.run([*command, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"jumble {jumble.__version__}\n"
