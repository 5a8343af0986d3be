"""Chapters are found by their headings; tables of contents, lists and sentences are not taken for headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article.prose.chapters import MIN_CHAPTER, find_chapters
from tests.hostile.builders import PROSE

TEXT = [f"{PROSE} {PROSE} {PROSE} {PROSE}", PROSE]
NONE: dict[str, int] = {}


def book(*headings: str, front: tuple[str, ...] = ()) -> list[str]:
    return [*front, *(paragraph for heading in headings for paragraph in (*heading.split("|"), *TEXT))]


def titles(paragraphs: list[str], levels: dict[str, int] = NONE) -> list[str]:
    return [chapter.title for chapter in find_chapters(paragraphs, levels)]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["CHAPTER I.", "CHAPTER II."], ["CHAPTER I.", "CHAPTER II."]),
        (["Chapter 1", "Chapter 2: The weir"], ["Chapter 1", "Chapter 2: The weir"]),
        (
            ["CHAPTER I.\nDown the river", "CHAPTER II.\nThe weir"],
            ["CHAPTER I. Down the river", "CHAPTER II. The weir"],
        ),
        (["CHAPTER I|Down the river", "CHAPTER II|The weir"], ["CHAPTER I. Down the river", "CHAPTER II. The weir"]),
        (
            ["PREFACE", "PART ONE", "Part the Second", "Epilogue"],
            ["PREFACE", "PART ONE", "Part the Second", "Epilogue"],
        ),
        (["PART ONE|Chapter 1", "Chapter 2", "PART TWO|Chapter 1"], ["Chapter 1", "Chapter 2", "Chapter 1"]),
        (["Kapitel 1", "Kapitel 2"], ["Kapitel 1", "Kapitel 2"]),
        (["Chapter 1|Who was it?", "Chapter 2|Stop!"], ["Chapter 1. Who was it?", "Chapter 2. Stop!"]),
        (["I.", "II.", "III.", "IV"], ["I.", "II.", "III.", "IV"]),
        (["1", "2", "3"], ["1", "2", "3"]),
        (["I. The weir", "II. The mill", "III. The sea"], ["I. The weir", "II. The mill", "III. The sea"]),
    ],
)
def test_headings(headings: list[str], expected: list[str]) -> None:
    paragraphs = book(*headings)
    chapters = find_chapters(paragraphs, {})
    assert [chapter.title for chapter in chapters] == expected
    assert {paragraphs[chapter.start] for chapter in chapters} == {TEXT[0]}


@pytest.mark.parametrize(
    "paragraphs",
    [
        TEXT * 4,
        book("I.", "II."),  # two numbers are no count
        book("4", "8", "15"),
        book("XX", "XL", "LX"),
        book("Part one of the plan was simple", "Part two of the plan was not"),
        [*TEXT * 4, "1. Salt", "2. Bread", "3. Tea", "4. Milk", "5. Sugar", "6. Rice", *TEXT],
        ["Chapter 1", "Chapter 2", "Chapter 3"],
        ["I."] * 100_000,
        ["Chapter 1"] * 100_000,
        [*book("Chapter 1", "Chapter 2"), *["a"] * 200_000],
        book("Chapter 1"),
        [],
    ],
)
def test_what_heads_no_chapter(paragraphs: list[str]) -> None:
    assert titles(paragraphs) == []


NAMES = ("CHAPTER I. The weir", "CHAPTER II. The mill", "CHAPTER III. The sea")


@pytest.mark.parametrize(
    "contents",
    [
        NAMES,
        ("Contents", *NAMES),
        ("CONTENTS", *(f"{name} . . . . {number}7" for number, name in enumerate(NAMES))),
        ("Contents", "\n".join(NAMES * 10)),
        ("\n".join(f"{name} {number}7" for number, name in enumerate(NAMES * 10)),),
    ],
)
def test_a_table_of_contents_is_no_chapter(contents: tuple[str, ...]) -> None:
    paragraphs = book(*NAMES, front=("A title", *contents))
    assert titles(paragraphs) == list(NAMES)
    assert find_chapters(paragraphs, {})[0].start == len(contents) + 2
    chapters = find_chapters(book(*NAMES, front=(*contents, *TEXT)), {})
    assert [chapter.title for chapter in chapters] == ["", *NAMES]
    assert chapters[0].end - chapters[0].start == len(TEXT)


def test_headings_that_a_format_marks() -> None:
    levels = {"One": 2, "Two": 2, "Deep": 3, "Deeper": 3}
    assert titles(book("One", "Deep", "Two", "Deeper"), levels) == ["One", "Two"]
    assert titles(book("One", "Deep", "Deeper"), levels) == ["One", "Deep", "Deeper"]  # one is no division
    assert titles(book("One", "Two", front=tuple(TEXT)), levels) == ["", "One", "Two"]


def test_what_is_too_short_belongs_to_the_chapter_before() -> None:
    paragraphs = [*book("Chapter 1", "Chapter 2"), "Epilogue", "Short.", "Chapter 3", *TEXT]
    assert [(chapter.title, chapter.end) for chapter in find_chapters(paragraphs, {})] == [
        ("Chapter 1", 3),
        ("Chapter 2", 8),
        ("Chapter 3", 11),
    ]


LINES = st.sampled_from(
    ["I.", "II.", "III.", "Chapter 1", "Chapter 2", "PART TWO", "Preface", "Contents", "x" * 700, "A line"]
)


@given(st.lists(LINES, max_size=30), st.booleans())
def test_chapters_follow_one_another(paragraphs: list[str], marked: bool) -> None:
    end = 0
    for chapter in find_chapters(paragraphs, {"A line": 1, "Contents": 2} if marked else {}):
        assert end <= chapter.start < chapter.end <= len(paragraphs)
        assert sum(map(len, paragraphs[chapter.start : chapter.end])) >= MIN_CHAPTER
        end = chapter.end
