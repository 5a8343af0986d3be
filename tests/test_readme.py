import re
from pathlib import Path

import pytest

from jumble.plain.line_commands import NAMES

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_python_example_works() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    names: dict[str, object] = {}
    exec(code[1], names)  # noqa: S102 our own README
    assert names["words"]
    assert len(names["puzzle"].rounds) == 8  # type: ignore[attr-defined]


def test_the_pictures_are_there() -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", README)
    assert len(pictures) >= 2
    for picture in pictures:
        assert "<svg" in (Path(__file__).parent.parent / picture).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["play", "words", "puzzle", "article", "stats", "export", "import", "forget"])
def test_every_command_is_named(command: str) -> None:
    assert f"python -m jumble {command}" in README


@pytest.mark.parametrize("name", NAMES)
def test_every_command_of_plain_mode_is_named(name: str) -> None:
    section = README.partition("## Plain mode\n")[2].partition("\n## ")[0]
    assert f"`{name}`" in section


@pytest.mark.parametrize("formula", ["word   = 10 × letters", "max(0.10, 1 − 0.20 × clue − 0.25 × letter_hints)"])
def test_the_scoring_is_told_exactly(formula: str) -> None:
    assert formula in README
