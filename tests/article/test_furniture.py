"""Page furniture is removed and prose is kept."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import clean, open_source
from jumble.article.prose.furniture import _LABELS, _is_label, drop_furniture, is_byline


@pytest.mark.parametrize(
    "label",
    [
        "Article Word Jumble",
        "Test your skills by unscrambling words found in this article!",
        "Play The Word Game!",
        "PLAY THE WORD GAME",
        "Advertisement",
        "Sponsored content",
        "Share",
        "Share this article",
        "Share on Facebook",
        "Share this on X",
        "Tweet",
        "Copy link",
        "Follow us on Instagram",
        "Subscribe",
        "Subscribe to our newsletter",
        "Sign up for our free daily briefing.",
        "Sign up to the newsletter",
        "Log in to read the full story",
        "Register now",
        "Click here to see the map",
        "Read more",
        "Read more: How the tea crossed the sea",
        "See more stories",
        "See also:",
        "Load more comments",
        "Skip to main content",
        "Leave a comment",
        "14 comments",
        "© 2025 The Daily Word",
        "Copyright 2025 The Daily Word. All rights reserved.",
        "Copyright The Daily Word 2025",
        "5 min read",
        "Last updated: 4 May 2020",
        "Photo: Jane Doe / Agency",
        "  Share  ",
    ],
)
def test_labels_go(label: str) -> None:
    assert drop_furniture(["Text before it.", label, "Text after it."]) == ["Text before it.", "", "Text after it."]


LABELS = st.from_regex(
    re.compile(_LABELS.pattern, _LABELS.flags),
    fullmatch=True,
    alphabet=st.characters(codec="ascii") | st.sampled_from("©…→»›"),
)


@given(LABELS)
def test_every_label_is_known_by_its_length_or_beginning(label: str) -> None:
    text = " ".join(label.split())
    assert _is_label(text) == (_LABELS.fullmatch(text) is not None)


@pytest.mark.parametrize("label", ["Test your skills by unscrambling words" + " again" * 99, "Read more" + " …" * 200])
def test_some_labels_are_long(label: str) -> None:
    assert drop_furniture([label]) == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share this secret with no one, she said.",
        "Shares fell by a tenth on Monday.",
        "Register offices across Scotland have closed their doors to couples.",
        "Register now or lose the vote, the posters said.",
        "Log in hand, the woodcutter walked home.",
        "Sign up sheets covered the wall of the hall.",
        "Like us, the Romans loved gossip.",
        "Find us a better pump, the villagers asked.",
        "Follow us down the lane to the mill.",
        "Copyright law is what protects authors in most of the world.",
        "Read more books this year, he told the class.",
        "See also how the light falls on the river at dusk.",
        "Show more care, the judge said.",
        "View next to the river was what they paid for.",
        "Subscribe to a theory and you must defend it.",
        "Subscribers to the old paper kept every issue.",
        "Comments on the plan were few and mild.",
        "Print was declared dead in every decade since.",
        "Save the whales, the banner said.",
        "Listen to the wind, the old man told us.",
        "Related species live further south.",
        "Most popular articles of faith are never written down.",
        "By Tuesday the water had reached the doors.",
        "Advertisement paid for the paper.",
        "Credit was easy in those years.",
    ],
)
def test_sentences_that_begin_like_labels_stay(sentence: str) -> None:
    assert drop_furniture([sentence]) == [sentence]


@pytest.mark.parametrize(
    "label",
    ["Most Popular Articles", "MOST READ", "Most Popular Stories:", "Related articles", "You may also like",
     "More from Science", "Trending news", "Related"],
)  # fmt: skip
def test_headlines_listed_under_a_label_go_until_the_text_goes_on(label: str) -> None:
    prose = "The text goes on."
    lines = ["Body.", "", label, "", "How a city keeps time", "Can tea cross a sea?", "", prose, "A short line"]
    kept = [line for line in drop_furniture(lines) if line]
    if label == "MOST READ":
        assert kept == [line for line in lines if line]  # not a list's name, which says what it lists
    else:
        assert kept == ["Body.", prose, "A short line"]


def test_a_long_line_in_a_list_is_text_again() -> None:
    prose = " ".join(["word"] * 19)
    assert drop_furniture(["Most Popular Articles", prose]) == ["", prose]


def test_a_line_inside_a_wrapped_paragraph_is_no_label() -> None:
    lines = ["They told him he would have to", "share", "the room with a man who would", "listen", "to nothing at all."]
    assert drop_furniture(lines, wrapped=True) == lines
    assert drop_furniture([*lines, "", "Share", "Print", "", "Subscribe to our", "newsletter"], wrapped=True) == [
        *lines, *[""] * 6,
    ]  # fmt: skip


def test_a_list_in_wrapped_text_goes_and_the_text_goes_on() -> None:
    text = ["The text goes on with a sentence", "that is broken into two lines."]
    lines = ["Related articles", "How a city keeps time", "", "Can tea cross", "a sea?", "", *text]
    assert drop_furniture(lines, wrapped=True) == [*[""] * 6, *text]


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe", "By JANE DOE and John Smith", "by Anna", "By Dr. Jane Q. Doe", "By Jane Doe, chief science editor",
     "By Jane Doe | The Daily Word", "By Jane Doe in Paris", "By our own correspondent", "By a staff reporter",
     "By Ludwig van Beethoven", "Von Anna Müller und Karl Marx", "Par Émile Zola", "Jane Doe, staff writer"],
)  # fmt: skip
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    ["By the rivers of Babylon", "By Tuesday the water had reached the doors", "By 1850 the mills were running",
     "By Nebo’s lonely mountain,", "By this he knew she wept with waking eyes", "By far the best", "By",
     "Von drauß’ vom Walde komm ich her;", "By Monday they had gone. Nobody came.", "Bystanders saw it all",
     "By Jane Doe" + "e" * 80, "A headline"],
)  # fmt: skip
def test_verse_and_prose_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


def test_no_line_of_real_articles_is_taken_for_furniture(corpus: Path) -> None:
    dropped = {
        line
        for path in sorted((corpus / "articles").glob("*.txt"))
        for line, kept in _before_and_after(clean(path.read_text(encoding="utf-8-sig")).split("\n"))
        if line.strip() and not kept
    }
    assert dropped == {
        "Article Word Jumble",
        "Test your skills by unscrambling words found in this article!",
        "Most Popular Articles",
        "Play The Word Game!",
        "Last Updated: October 6, 2016",  # this line and the next are in the licence of Alice
        "subscribe to our email newsletter to hear about new eBooks.",
    }


def test_no_paragraph_of_the_house_edition_is_taken_for_furniture() -> None:
    for entry in open_source("house:").entries:
        paragraphs = list(entry.load().paragraphs)
        assert drop_furniture(paragraphs) == paragraphs
        assert not any(map(is_byline, paragraphs))


def _before_and_after(lines: list[str]) -> list[tuple[str, str]]:
    return list(zip(lines, drop_furniture(lines), strict=True))
