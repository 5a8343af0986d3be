"""Paragraphs are split into sentences, in several languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import sentences


def split(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "One.|Two!|Three?|Four…",
        "Mr. Smith met Dr. Jones in St. Louis.|They talked.",
        "J. R. R. Tolkien wrote it.|He said so.",
        "The U.S. Senate met at 5 p.m. on Monday.|It rose at six.",
        "It cost $3.50 in 1999.|Now it costs more.",
        "He is 1.80 m tall, e.g. taller than I.|She is not.",
        "“Is it true?” she asked.|“No.”|He left.",
        "“It is true.”|Nobody spoke.",
        "He wrote (in 1850.)|She answered.",
        "Really?!|Yes…|Well… perhaps.",
        "So did I.|So did she.",
        "Yahoo! bought it… and sold it.",
        "See example.org for more.|It is free.",
        "“A. Smith,” it said.|Nothing else.",
        "Das gilt z. B. für Äpfel, d. h. für Obst.|Birnen auch.",
        "Er kam um 8 Uhr.|„Guten Morgen“, sagte er.",
        "Il a dit « non ».|Elle est partie.",
        "¿Quién es?|¡Nadie!|Bien.",
        "今日は雨です。|明日は晴れますか？|「はい。」|そうです。",
        "这是一句话。|这是另一句！",
        "यह एक वाक्य है।|यह दूसरा है।|क्या यह तीसरा है?|श्लोक॥|अंत",
        "هل هذا صحيح؟|نعم.",
        "یہ ایک جملہ ہے۔|یہ دوسرا ہے۔",
        "А. С. Пушкин родился в Москве.|Он писал стихи.",
        "No end at all",
    ],
)
def test_sentences_are_parted(paragraph: str) -> None:
    expected = paragraph.split("|")
    cjk = any("\u3000" < char < "\ua000" for char in paragraph)
    assert split(("" if cjk else " ").join(expected)) == expected


def test_a_sentence_runs_on_over_lines_of_verse() -> None:
    assert split("The sea is calm tonight,\nthe tide is full.\nThe moon lies fair.") == [
        "The sea is calm tonight,\nthe tide is full.",
        "The moon lies fair.",
    ]


@pytest.mark.parametrize("paragraph", ["", "   ", "\n"])
def test_nothing_has_no_sentences(paragraph: str) -> None:
    assert sentences(paragraph) == []


@given(st.text(st.one_of(st.sampled_from("aB. !?\n…“”。।"), st.characters()), max_size=200))
def test_sentences_cover_all_but_blanks_in_order(paragraph: str) -> None:
    spans = sentences(paragraph)
    covered = 0
    for start, end in spans:
        assert not paragraph[covered:start].strip()
        assert paragraph[start:end] == paragraph[start:end].strip() != ""
        covered = end
    assert not paragraph[covered:].strip()


def test_the_end_of_a_word_longer_than_the_look_behind_still_ends_a_sentence() -> None:
    assert split(f"{'x' * 200}. Next.") == [f"{'x' * 200}.", "Next."]


def test_a_long_row_of_marks_is_read_in_one_pass() -> None:
    text = "." * 200_000 + "x"
    assert sentences(text) == [(0, len(text))]
