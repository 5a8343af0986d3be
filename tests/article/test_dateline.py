"""Temperature, place and date are read from the masthead."""

from datetime import date

import pytest

from jumble.article.article import Dateline
from jumble.article.prose.dateline import MAX_LINES, is_dated_label, read_date, read_masthead, read_temperature


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, July 1, 2025",
        "July 1, 2025",
        "July 1 2025",
        "Jul. 1, 2025",
        "July 1st, 2025",
        "1 July 2025",
        "Tue, 1 Jul 2025",
        "Tues. 1 July, 2025",
        "Published: 1 July 2025",
        "UPDATED July 1, 2025.",
        "2025-07-01",
        "1.7.2025",
        "01. 07. 2025",
        "  July 1, 2025  ",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_date(text) == date(2025, 7, 1)


@pytest.mark.parametrize("month", ["Sep", "Sept.", "September", "sept"])
def test_september_has_many_names(month: str) -> None:
    assert read_date(f"{month} 3, 2020") == date(2020, 9, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "July",
        "July 2025",
        "July 32, 2025",
        "February 30, 2024",
        "2025-13-01",
        "0000-01-01",
        "31.2.2024",
        "Maybe 5, 2020",
        "Marching 5, 2020",
        "On July 1, 2025 it rained",
        "1/7/2025",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("27.1 C", 27.1),
        ("27,1 °C", 27.1),
        ("27ºC", 27.0),
        ("+3 C", 3.0),
        ("-3 °C", -3.0),
        ("−3 °C", -3.0),
        ("–3 C", -3.0),
        ("12 degrees C", 12.0),
        ("81 °F", 27.2),
        ("32 F", 0.0),
        ("-40F", -40.0),
    ],
)
def test_temperatures_are_read_in_degrees_celsius(text: str, degrees: float) -> None:
    assert read_temperature(text) == degrees


@pytest.mark.parametrize("text", ["27.1", "C", "27.1 K", "1234 C", "27.1 Cups", "about 27 C", "27 c"])
def test_what_is_no_temperature(text: str) -> None:
    assert read_temperature(text) is None


FULL = Dateline("Delhi", date(2025, 7, 1), 27.1)


@pytest.mark.parametrize(
    ("lines", "dateline", "taken"),
    [
        (["27.1 C", "Delhi", "Tuesday, July 1, 2025", "", "Headline"], FULL, 3),
        (["27.1 °C · Delhi", "Tuesday, 1 July 2025"], FULL, 2),
        (["Delhi | July 1, 2025 | 27.1 C"], FULL, 1),
        (["Delhi — 1 July 2025"], Dateline("Delhi", date(2025, 7, 1)), 1),
        (["Delhi", "July 1, 2025"], Dateline("Delhi", date(2025, 7, 1)), 2),
        (["July 1, 2025", "Heart’s Content, Newfoundland"], Dateline("Heart’s Content, Newfoundland", FULL.date), 2),
        (["July 1, 2025"], Dateline(None, date(2025, 7, 1)), 1),
    ],
)
def test_mastheads(lines: list[str], dateline: Dateline, taken: int) -> None:
    assert read_masthead(lines) == (dateline, taken)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Delhi", "", "The first paragraph."],
        ["Lantern Festival", "", "March 5, 2007"],
        ["York", "York is an ancient cathedral city."],
        ["A headline that is far too long for a place", "July 1, 2025"],
        ["delhi", "July 1, 2025"],
        ["One line.", "Two.", "Three.", "Four.", "Five.", "Six.", "July 1, 2025"],
    ],
)
def test_a_headline_is_no_masthead(lines: list[str]) -> None:
    assert read_masthead(lines) == (Dateline(), 0)


def test_two_of_a_kind_end_the_masthead() -> None:
    assert read_masthead(["July 1, 2025", "July 2, 2025"]) == (Dateline(None, date(2025, 7, 1)), 1)
    assert read_masthead(["July 1, 2025", "Delhi", "Paris"]) == (Dateline("Delhi", date(2025, 7, 1)), 2)


def test_a_masthead_stands_at_the_very_top() -> None:
    assert read_masthead(["", "July 1, 2025"])[1] == 2
    assert read_masthead([""] * MAX_LINES + ["July 1, 2025"]) == (Dateline(), 0)


@pytest.mark.parametrize(
    ("line", "is_label"),
    [
        ("31.01.2016 Hardware", True),
        ("May 1, 2016 Science & Nature", True),
        ("2016-05-01 Über uns", True),
        ("31.01.2016", False),
        ("31.01.2016 was a day", False),
        ("31.01.2016 Snow fell.", False),
        ("31.01.2016 The day on which it snowed", False),
        ("Hardware 31.01.2016", False),
        ("Hardware", False),
        ("", False),
    ],
)
def test_a_date_and_a_category(line: str, is_label: bool) -> None:
    assert is_dated_label(line) is is_label
