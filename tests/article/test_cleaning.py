"""Cleaning removes everything hostile and keeps the author's characters."""

import re
import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jumble.article import clean, clean_line
from jumble.article.prose.cleaning import CHUNK, MAX_MARKS, clean_lines

cleaning: Any = sys.modules[clean.__module__]  # the module, to change its CHUNK

HOSTILE = (
    "\x1b\x9b\x07\r\n\t\x00\x85\u2028\u2029\u200b\u200c\u200d\u200e\u202e\u2066\u00ad\ufeff\ufe0f\ufffe"
    "\U000e0041\ud800\udfff\u0301\u0316\u064e\u0e47\u1100\u1161\u11a8\u0627\u0915\u094dé[]8;m\\P x\u00a0\u3000ﬁa"
)
TEXTS = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=60)

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
PILE = MAX_MARKS + 1


def longest_pile(text: str) -> int:
    longest = marks = 0
    for char in text:
        if char in "\u200c\u200d":
            continue
        marks = marks + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        longest = max(longest, marks)
    return longest


@given(TEXTS)
@example("a" + "\u0301" * 4 + "\u064e\u200c\u0627")
@example("\u0627" + "\u064e\u064e\u064e\u200d" * 9 + "\u0627")
@example("\u0627\u200c\u200c\u0628")
@example("\u0627\u0301\u200c\u064e\u200c\u0628")
@example("\x1b\x1b[[31m31m")
def test_cleaning_clean_text_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert clean(clean(text, indented=True)) == cleaned


@given(TEXTS, st.booleans())
@example("\u0627" + "\u064e\u064e\u064e\u200d" * 9 + "\u0627", False)
def test_nothing_hostile_is_left(text: str, indented: bool) -> None:
    cleaned = clean(text, indented=indented)
    assert not [char for char in cleaned if char != "\n" and unicodedata.category(char) in {"Cc", "Cs"}]
    assert not INVISIBLE.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert longest_pile(cleaned) <= MAX_MARKS


@given(TEXTS)
def test_a_clean_line_is_one_line_with_single_blanks(text: str) -> None:
    line = clean_line(text)
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;5;196mred\x1b[m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;stolen title\x07text", "text"),
        ("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;never ended\nnext line", "\nnext line"),
        ("\x1bPq#0;2;0;0;0\x1b\\text", "text"),
        ("\x1bcreset", "reset"),
        ("lone \x1b", "lone "),
        ("a\x00b\x08c\x7fd", "abcd"),
    ],
)
def test_escape_sequences_and_controls_go(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\r\ntwo\rthree\x85four\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("one\u2029two", "one\n\ntwo"),
        ("a\tb\u00a0\u2003c", "a b c"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("in\u200bvisi\u2060ble\ufeff", "invisible"),
        ("soft\u00adhyphen", "softhyphen"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("lone\ud800surrogate\udfff", "lonesurrogate"),
        ("cafe\u0301", "café"),
        ("ﬁnance, oﬀer, aﬄuent", "finance, offer, affluent"),
        ("z" + "\u0316" * 30, "z" + "\u0316" * MAX_MARKS),
        ("man\u200d woman", "man woman"),
    ],
)
def test_text_becomes_plain(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“He said ‘no’ – and left…”, she wrote — twice.",
        "«Non», dit-il. „Nein“, sagte sie.",
        "می‌خواهم",  # Persian: the zero-width non-joiner is spelling
        "क्‍ष",  # Hindi: so is the joiner
        "שָׁלוֹם",
        "naïve Straße, Ærø, İstanbul, ﬁ".replace("ﬁ", "fi"),
        "नमस्ते दुनिया। 日本語 한국어",
    ],
)
def test_what_the_author_set_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_indentation_stays_where_it_means_something() -> None:
    assert clean("    code  here\n  - item\tx", indented=True) == "    code here\n  - item x"
    assert clean("    code  here") == " code here"


PLAIN = "aZ 09é€’—…Шיعあ字한\n  "


@given(
    st.text(alphabet=PLAIN + "\r\t\x1b[31m\u0301\u200d\u00a0\u2028ﬁ", max_size=60), st.booleans(), st.integers(1, 20)
)
def test_cleaning_by_chunks_is_cleaning_the_whole(text: str, indented: bool, size: int) -> None:
    whole = cleaning._clean_any(text, indented=indented)
    before = cleaning.CHUNK
    try:
        cleaning.CHUNK = size
        assert clean(text, indented=indented) == whole
    finally:
        cleaning.CHUNK = before


def test_no_character_that_passes_unlooked_at_is_one_that_cleaning_changes() -> None:
    passing = [char for char in map(chr, range(0x110000)) if not cleaning._MAY_CHANGE.search(char)]
    assert len(passing) > 30_000
    for char in passing:
        assert cleaning._clean_any(char, indented=False) == char
        assert not unicodedata.combining(char)
        assert unicodedata.is_normalized("NFC", f"{char}{char}")
    text = "".join(passing)
    assert cleaning._clean_any(text, indented=False) == text == clean(text)
    assert cleaning._clean_any(text[::-1], indented=False) == text[::-1]


@given(st.lists(TEXTS | st.sampled_from(["\n", "\r\n", "\u2029", "a" * CHUNK]), max_size=6).map("".join))
def test_lines_are_those_of_the_clean_text(text: str) -> None:
    assert clean_lines(text) == clean(text).split("\n")
