"""The lines of PDF pages become paragraphs, verse and headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article.formats.pdf_paragraphs import Line, paragraphs_from_pages

LEFT, INDENT, VERSE = 90.0, 108.0, 120.0
FULL = "the river rises in the hills behind the town and the people who live beside it watch"
ROSE = ["‘The Ash runs grey,", "The Alder brown,", "And neither cares", "About the town.’"]


def prose(*, x: float = LEFT) -> list[tuple[str, float]]:
    return [(f"One day {FULL}", INDENT + x - LEFT), (FULL, x), ("the weather.", x)]


def set_page(lines: list[tuple[str, float]], *, size: float = 12, gaps: tuple[int, ...] = ()) -> list[Line]:
    return [Line(text, x, 700 - 14 * n - 14 * sum(n >= gap for gap in gaps), size) for n, (text, x) in enumerate(lines)]


ONE_DAY = f"One day {FULL} {FULL} the weather."


def test_verse_is_one_paragraph_a_stanza() -> None:
    stanza = [(line, VERSE) for line in ROSE]
    page = set_page([*prose(), *stanza, *stanza, *prose()], gaps=(3, 7, 11))
    assert paragraphs_from_pages([page]) == [ONE_DAY, "\n".join(ROSE), "\n".join(ROSE), ONE_DAY]


def test_the_end_of_a_verse_that_did_not_fit_stands_behind_it() -> None:
    lines = [*((line, VERSE) for line in ROSE[:3]), ("that it is wide", VERSE + 18), (ROSE[3], VERSE)]
    (_, verse, _) = paragraphs_from_pages([set_page([*prose(), *lines, *prose()])])
    assert verse.split("\n") == [*ROSE[:2], "And neither cares that it is wide", ROSE[3]]


def test_a_page_full_of_verse_between_pages_of_prose() -> None:
    stanza = [(line, VERSE) for line in ROSE]
    pages = [set_page(prose() * 5), set_page([*stanza * 4, *prose()], gaps=(4, 8, 12, 16)), set_page(prose() * 5)]
    assert paragraphs_from_pages(pages).count("\n".join(ROSE)) == 4


@pytest.mark.parametrize(
    "lines",
    [
        [("‘Not I!’ said the Lory.", INDENT), ("‘Found what?’ said the Duck.", INDENT), ("‘It.’", INDENT)],  # talk
        [(FULL, VERSE), (FULL, VERSE), (FULL, VERSE)],  # a quotation
        [("Two lines", VERSE), ("Are none", VERSE)],
    ],
)
def test_what_is_set_in_and_no_verse(lines: list[tuple[str, float]]) -> None:
    assert "\n" not in "".join(paragraphs_from_pages([set_page([*prose(), *lines, *prose(), *prose()])]))


def test_a_heading_is_a_paragraph_of_its_own_wherever_pages_end() -> None:
    head = [Line("Chapter 2", LEFT, 600, 24), Line("The end of the old", LEFT, 550, 24), Line("bridge?", LEFT, 520, 24)]
    pages = [
        [*set_page(prose()), Line("and so it ends without a stop", LEFT, 500, 12)],
        [*head, *(Line(line.text, line.x, line.y - 300, 12) for line in set_page(prose()))],
    ]
    paragraphs = paragraphs_from_pages(pages)
    assert paragraphs[-3:] == ["Chapter 2", "The end of the old bridge?", ONE_DAY]


def test_a_heading_on_every_page_is_no_running_head() -> None:
    pages = [
        [Line(f"Chapter {n}", LEFT, 760, 24), Line("The Daily", LEFT, 740, 12), *set_page(prose() * 3)]
        for n in range(9)
    ]
    text = "\n\n".join(paragraphs_from_pages(pages))
    assert "Chapter 8" in text
    assert "The Daily" not in text


@given(
    st.lists(
        st.lists(
            st.builds(
                Line,
                st.text(min_size=1, max_size=30),
                st.integers(0, 300),
                st.integers(0, 800),
                st.sampled_from([8, 12, 24]),
            ),
            max_size=8,
        ),
        max_size=4,
    )
)
def test_any_page_can_be_joined(pages: list[list[Line]]) -> None:
    assert all(paragraph.strip() for paragraph in paragraphs_from_pages(pages))
