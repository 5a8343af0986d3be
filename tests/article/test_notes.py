"""Notes stay in the article and are no source of words; prose that resembles notes is one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import GAP, clean, open_source, read_text, without_notes
from jumble.article.prose.notes import drop_transcriber_notes
from tests.hostile.builders import PROSE

TRANSCRIBER = "Transcriber's Note: original reads 'brigde'"
MARKED = ["The first.[1] The second,[2][3] and a third[a] word.[12]:4–5"]


def words_left(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that without_notes leaves, without the empty ones and without GAPs."""
    texts = without_notes(paragraphs)
    assert len(texts) == len(paragraphs)
    return [remaining for text in texts if (remaining := text.replace(GAP, ""))]


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
        "Eva Beispiel: Der Fluss. Abgerufen am 3. Mai 2016.",
        "Le fleuve, sur Exemple (consulté le 1er mai 2016)",
    ],
)
def test_a_citation_goes_wherever_it_stands(citation: str) -> None:
    assert words_left([PROSE, citation, PROSE]) == [PROSE, PROSE]


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
    assert words_left([PROSE, sentence]) == [PROSE, sentence]


@pytest.mark.parametrize(
    "heading", ["References", "See also", "External links", "Notes and references", "Einzelnachweise:"]
)
def test_a_list_under_its_heading_goes_until_prose(heading: str) -> None:
    items = ["The bridge", "1. Doe, Jane: Rivers. A publisher, 1999.", "https://example.org/ a page."]
    assert words_left([PROSE, heading, *items]) == [PROSE]
    assert words_left([PROSE, heading, *items, PROSE, "A line"]) == [PROSE, PROSE, "A line"]
    assert words_left([PROSE, heading]) == [PROSE]
    assert words_left([PROSE, heading, PROSE]) == [PROSE, heading, PROSE]


def test_marks_go_where_they_count_notes() -> None:
    assert words_left(MARKED) == ["The first. The second, and a third word."]


@pytest.mark.parametrize(
    "text", ["Set a[1] and a[2].", "He said [1] and [2] and [3].", "From x[7], x[8], x[9].", "A [sic] word"]
)
def test_other_brackets_stay(text: str) -> None:
    assert words_left([text]) == [text]


def test_what_editors_say_to_one_another_goes() -> None:
    lines = [
        "History[edit]",
        "It is long.[citation needed] It is[update] wide.[when?]",
        "Geschichte[Bearbeiten | Quelltext bearbeiten]",
        "[edit]",
    ]
    assert words_left(lines) == ["History", "It is long. It is wide.", "Geschichte"]


@pytest.mark.parametrize("between", [[], ["Divisions"]])
def test_rows_of_facts_go(between: list[str]) -> None:
    rows = ["Industry | Software", *between, "Founded | 1998"]
    assert words_left([PROSE, *rows, PROSE]) == [PROSE, PROSE]


@pytest.mark.parametrize(
    "lines",
    [
        ["Type cat a | sort to sort them.", PROSE],
        [f"{PROSE} | {PROSE}", f"{PROSE} | {PROSE}"],
        ["One | two", "A line", "Another", "Three | four"],
    ],
)
def test_other_bars_stay(lines: list[str]) -> None:
    assert words_left([PROSE, *lines]) == [PROSE, *lines]


def test_every_word_keeps_its_place() -> None:
    (text,) = without_notes(MARKED)
    assert len(text) == len(MARKED[0])
    assert text.index("third") == MARKED[0].index("third")
    assert clean(GAP) == ""


def test_a_flood_of_lines_is_not_looked_through() -> None:
    flood = ["^ A source", *["a"] * 200_000]
    assert words_left(flood) == flood
    assert words_left(flood[:-1]) == flood[1:-1]
    long = ["^ A source", "a" * 2_000_000]
    assert words_left(long) == long


def test_a_text_of_nothing_else_stays() -> None:
    assert words_left(["References", "^ A source"]) == ["References", "^ A source"]


def test_every_reader_keeps_them_for_reading() -> None:
    for head in ("", "---\ntitle: x\n---\n"):
        text = f"{head}{PROSE}\n\n{MARKED[0]}\n\n{TRANSCRIBER}\n\nReferences\n\n^ A source, 1999\n"
        assert read_text(text).paragraphs[-3:] == (MARKED[0], "References", "^ A source, 1999")
    assert drop_transcriber_notes([TRANSCRIBER]) == [TRANSCRIBER]


@given(st.lists(st.text("[]1a|^ .\n\u2191", min_size=1, max_size=40), max_size=6))
def test_nothing_is_added_or_moved(texts: list[str]) -> None:
    kept = without_notes(texts)
    assert len(kept) == len(texts)
    for before, after in zip(texts, kept, strict=True):
        assert after == "" or len(after) == len(before)
        assert all(new in {old, GAP} for old, new in zip(before, after, strict=False))
    assert without_notes(kept) in {kept, tuple(texts)} or "[" in "".join(texts)


def test_no_paragraph_of_the_house_edition_or_of_real_articles_is_a_note(corpus: Path) -> None:
    paths = [str(path) for path in sorted((corpus / "articles").glob("*.txt"))]
    for source in ("house:", *paths):
        for entry in open_source(source).entries:
            paragraphs = entry.load().paragraphs
            assert without_notes(paragraphs) == paragraphs


def test_the_page_of_an_encyclopedia(corpus: Path) -> None:
    article = open_source(corpus / "html" / "gold" / "wikipedia-mozilla.html").first()[1]
    notes = ["Retrieved", "[edit]", "[1]", "citation needed", "^", "References", "Open-source software"]
    assert not [word for word in notes if word not in article.text]
    words = "\n".join(text for text in without_notes(article.paragraphs) if text)
    assert not [word for word in notes if word in words]
    assert words.endswith("a scaled down version of Mozilla Summit.")
