"""Plain text becomes an article: both line conventions, headlines, mastheads, e-texts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article, ArticleError, clean
from jumble.article.article import Dateline
from jumble.article.formats.plain_text import MAX_HEADLINE, MAX_TITLE, read_plain

WRAPPED = """\
A river with two names

The river rises in the hills behind the town and is called
the Ash there, because the trees along its banks were once
cut for charcoal and the water ran grey for most of a year.

Below the weir the same water is called the Alder, and the
people who live beside it will tell you, with some heat, it
has never been called anything else in living memory.
"""


def test_a_line_is_a_paragraph() -> None:
    article = read_plain("A headline\n\nThe first paragraph.\nThe second.\n\nThe third.\n")
    assert article == Article("A headline", ("The first paragraph.", "The second.", "The third."))


def test_lines_broken_at_a_width_are_joined() -> None:
    article = read_plain(WRAPPED)
    assert article.title == "A river with two names"
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].startswith("The river rises in the hills behind the town and is called the Ash there")
    assert "\n" not in article.text.replace("\n\n", "")


def test_verse_within_wrapped_text_keeps_its_lines() -> None:
    article = read_plain(
        WRAPPED + WRAPPED[22:] * 2 + "\nThe Ash runs grey,\nthe Alder brown,\nand neither cares\nabout the town.\n"
    )
    assert article.paragraphs[-1] == "The Ash runs grey,\nthe Alder brown,\nand neither cares\nabout the town."


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028", "\n"])
def test_line_ends_of_all_systems_read_the_same(ends: str) -> None:
    assert read_plain(WRAPPED.replace("\n", ends)) == read_plain(WRAPPED)


def test_a_byte_order_mark_is_no_letter() -> None:
    assert read_plain("\ufeff" + WRAPPED) == read_plain(WRAPPED)


@pytest.mark.parametrize(
    ("first", "why"),
    [
        ("This is a sentence and no headline.", "it ends in a full stop"),
        ("Word " * 60, "it is too long"),
        ("And then he said:", "something follows"),
    ],
)
def test_without_a_headline_the_first_words_make_the_title(first: str, why: str) -> None:
    article = read_plain(f"{first}\n\nThe second paragraph.")
    assert article.paragraphs[0] == first.strip(), why
    assert len(article.paragraphs) == 2
    assert first.startswith(article.title.removesuffix(" …"))
    assert 0 < len(article.title) <= MAX_TITLE + 2


def test_a_headline_stands_by_itself() -> None:
    assert read_plain("No headline here\nfor the text runs on").paragraphs == (
        "No headline here",
        "for the text runs on",
    )
    long = "w" * MAX_HEADLINE
    assert read_plain(f"{long}\n\nText.").paragraphs == ("Text.",)
    assert read_plain(f"{long}w\n\nText.").paragraphs == (long + "w", "Text.")


def test_a_lone_line_is_title_and_text() -> None:
    article = read_plain("Just one line of text")
    assert (article.title, article.paragraphs) == ("Just one line of text", ("Just one line of text",))


@pytest.mark.parametrize(
    ("top", "dateline"),
    [
        ("27.1 C\nDelhi\nTuesday, July 1, 2025\n\nThe headline", Dateline("Delhi", date(2025, 7, 1), 27.1)),
        ("The headline\n\nBy Jane Doe\n\nJuly 1, 2025", Dateline(None, date(2025, 7, 1))),
        ("The headline\n\nJuly 1, 2025\n\nBy Jane Doe", Dateline(None, date(2025, 7, 1))),
        ("The headline\n\nParis · 1 July 2025", Dateline("Paris", date(2025, 7, 1))),
        ("July 1, 2025\nBy Jane Doe\n\nThe headline", Dateline(None, date(2025, 7, 1))),
        ("July 1, 2025\n\nThe headline", Dateline(None, date(2025, 7, 1))),
        ("The headline\n\nBy Jane Doe", Dateline()),
        ("Skip to main content\n\nThe headline\n\nShare", Dateline()),
        ("Lantern festival\n\nJuly 1, 2025", Dateline(None, date(2025, 7, 1))),
    ],
)
def test_masthead_headline_and_byline_are_told_from_the_body(top: str, dateline: Dateline) -> None:
    article = read_plain(f"{top}\n\nThe first paragraph.\n\nThe second paragraph.")
    assert article.dateline == dateline
    assert article.title == ("Lantern festival" if top.startswith("Lantern") else "The headline")
    assert article.paragraphs == ("The first paragraph.", "The second paragraph.")


ETEXT = """\
The Project Gutenberg EBook of A Short Book, by Jane Doe

Title: A Short Book

*** START OF THIS PROJECT GUTENBERG EBOOK A SHORT BOOK ***

Chapter one.

Chapter two.

*** END OF THIS PROJECT GUTENBERG EBOOK A SHORT BOOK ***

The licence.
"""


def test_an_e_text_is_the_work_alone() -> None:
    article = read_plain(ETEXT)
    assert (article.title, article.paragraphs) == ("A Short Book", ("Chapter one.", "Chapter two."))


def test_an_e_text_may_end_without_its_mark() -> None:
    assert read_plain(ETEXT[: ETEXT.index("*** END")]).paragraphs == ("Chapter one.", "Chapter two.")


def test_a_licence_mark_alone_is_text() -> None:
    assert read_plain("One.\n\n*** END OF THIS PROJECT GUTENBERG EBOOK X ***").paragraphs[0] == "One."


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x1b[0m\u200b\x00", "Share\n\nAdvertisement", "\ufeff"])
def test_no_text_is_an_error_that_says_what_to_do(text: str) -> None:
    with pytest.raises(ArticleError, match="no text in it; give"):
        read_plain(text)


@given(st.text(st.one_of(st.sampled_from("\n\n\r AaBy.·:—17C\x1b[m\u202e"), st.characters()), max_size=300))
def test_any_text_is_an_article_or_an_article_error(text: str) -> None:
    try:
        article = read_plain(text)
    except ArticleError as error:
        assert "\n" not in str(error)  # noqa: PT017 the rule is about both outcomes
    else:
        assert article.title == clean(article.title).strip() != ""
        assert article.paragraphs
        assert all(paragraph == clean(paragraph).strip() != "" for paragraph in article.paragraphs)
        assert len(article.key) == 16
