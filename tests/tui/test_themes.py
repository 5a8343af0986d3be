"""Both papers can be read: WCAG 2.2, 1.4.3, asks for a contrast of 4.5 between text and what is behind it."""

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

import jumble.tui
from jumble.settings.theme_names import THEME_NAMES
from jumble.tui.looks.papers import PAPERS

LEAST = 4.5
TEXT = ("foreground", "primary", "secondary", "accent", "success", "warning", "error", "quiet")
BEHIND = ("background", "surface", "panel")
CODE = Path(jumble.tui.__file__).parent


def colour(paper: Theme, name: str) -> Color:
    return Color.parse(paper.variables.get(name) or getattr(paper, name))


def luminance(shade: Color) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.name))
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("behind", BEHIND)
def test_text_can_be_read(paper: Theme, text: str, behind: str) -> None:
    assert contrast(colour(paper, text), colour(paper, behind)) >= LEAST


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.name))
def test_what_is_marked_can_be_read(paper: Theme) -> None:
    assert contrast(colour(paper, "background"), colour(paper, "primary")) >= LEAST
    assert contrast(colour(paper, "block-cursor-foreground"), colour(paper, "primary")) >= LEAST


def test_no_text_is_dimmed_beyond_what_the_papers_promise() -> None:
    dimmed = [path.name for path in CODE.rglob("*.py") if re.search(r'"[^"]*\bdim\b[^"]*"', path.read_text("utf-8"))]
    assert dimmed == []


def test_the_names_of_the_themes_are_those_there_are() -> None:
    assert [*(paper.name for paper in PAPERS), *BUILTIN_THEMES] == list(THEME_NAMES)
