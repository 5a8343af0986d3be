"""Marks of notes and lists of sources go; prose that looks a little like them stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import open_source, read_text
from jumble.article.notes import drop_notes
from tests.hostile.builders import PROSE

MARKED = ["The first.[1] The second,[2][3] and a third[a] word.[12]:4–5"]


@pytest.mark.parametrize(
    "citation",
    [
        '^ "About the river". The River Society.',
        "↑ Ein Buch über den Fluss",
        '"Bridges of the north". Stone and Water. Retrieved 2016-05-01.',
        "Doe, Jane (2007). Rivers. Archived from the original on October 4, 2002. Retrieved 1 May 2016.",
        "The weather. Accessed May 2016, at a library.",
        "Doe, Jane (2007). A book. A publisher. ISBN 9781404207196.",
        "Doe, J. A paper. doi:10.1000/182",
        "Transcriber's Note: original reads 'brigde'",
    ],
)
def test_a_citation_goes_wherever_it_stands(citation: str) -> None:
    assert drop_notes([PROSE, citation, PROSE]) == [PROSE, PROSE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Retrieved from the river in 1850, the bell hangs in the tower again.",
        "The diver was retrieved on 1 May 2016 by a passing boat.",
        "Archived letters tell another story.",
        "ISBN is the number of a book.",
        "1. The bridge was built in 1850.",
        "See also how the light falls on the river.",
        f"{PROSE} " * 4 + "Retrieved 1 May 2016.",
    ],
)
def test_prose_stays(sentence: str) -> None:
    assert drop_notes([PROSE, sentence]) == [PROSE, sentence]


@pytest.mark.parametrize(
    "heading", ["References", "See also", "External links", "Notes and references", "Einzelnachweise:"]
)
def test_a_list_under_its_heading_goes_until_prose(heading: str) -> None:
    items = ["The bridge", "1. Doe, Jane: Rivers. A publisher, 1999.", "https://example.org/ a page."]
    assert drop_notes([PROSE, heading, *items]) == [PROSE]
    assert drop_notes([PROSE, heading, *items, PROSE, "A line"]) == [PROSE, PROSE, "A line"]
    assert drop_notes([PROSE, heading]) == [PROSE]
    assert drop_notes([PROSE, heading, PROSE]) == [PROSE, heading, PROSE]


def test_marks_go_where_they_count_notes() -> None:
    assert drop_notes(MARKED) == ["The first. The second, and a third word."]


@pytest.mark.parametrize(
    "text", ["Set a[1] and a[2].", "He said [1] and [2] and [3].", "From x[7], x[8], x[9].", "A [sic] word"]
)
def test_other_brackets_stay(text: str) -> None:
    assert drop_notes([text]) == [text]


def test_what_editors_say_to_one_another_goes() -> None:
    lines = [
        "History[edit]",
        "It is long.[citation needed] It is[update] wide.[when?]",
        "Geschichte[Bearbeiten | Quelltext bearbeiten]",
        "[edit]",
    ]
    assert drop_notes(lines) == ["History", "It is long. It is wide.", "Geschichte"]


def test_a_flood_of_lines_is_not_looked_through() -> None:
    flood = ["^ A source", *["a"] * 200_000]
    assert drop_notes(flood) == flood
    assert drop_notes(flood[:-1]) == flood[1:-1]


def test_a_text_of_nothing_else_stays() -> None:
    assert drop_notes(["References", "^ A source"]) == ["References", "^ A source"]


def test_every_reader_drops_them() -> None:
    for head in ("", "---\ntitle: x\n---\n"):
        text = f"{head}{PROSE}\n\n{MARKED[0]}\n\nReferences\n\n^ A source, 1999\n"
        assert read_text(text).paragraphs[-1] == "The first. The second, and a third word."


@given(st.lists(st.text(min_size=1, max_size=40), max_size=6))
def test_nothing_is_added(texts: list[str]) -> None:
    kept = drop_notes(texts)
    assert len(kept) <= len(texts)
    assert drop_notes(kept) == kept or "[" in "".join(texts)


def test_no_paragraph_of_the_house_edition_or_of_real_articles_is_a_note(corpus: Path) -> None:
    paths = [str(path) for path in sorted((corpus / "articles").glob("*.txt"))]
    for source in ("house:", *paths):
        for entry in open_source(source).entries:
            paragraphs = list(entry.load().paragraphs)
            assert drop_notes(paragraphs) == paragraphs


def test_the_page_of_an_encyclopedia(corpus: Path) -> None:
    text = open_source(corpus / "html" / "gold" / "wikipedia-mozilla.html").first()[1].text
    assert not [word for word in ("Retrieved", "[edit]", "[1]", "citation needed", "^", "References") if word in text]
    assert "Open-source software" not in text  # a table of facts
    assert text.endswith("a scaled down version of Mozilla Summit.")
