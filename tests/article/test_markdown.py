"""Markdown becomes an article: front matter, prose, and elements that are left out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import ArticleError, clean
from jumble.article.article import Dateline
from jumble.article.formats.markdown import MAX_FRONT_MATTER, looks_like_markdown, read_markdown, read_title

FULL = """\
---
title: "A thread of copper"
section: Technology
place: Heart's Content, Newfoundland
date: 1866-07-27
temperature: 8
lang: en-GB
sources:
  - "One"
---
The first paragraph
goes on here.

## A heading

The second.
"""


def test_front_matter_and_prose() -> None:
    article = read_markdown(FULL, "house:thread")
    assert article.title == "A thread of copper"
    assert article.section == "Technology"
    assert article.dateline == Dateline("Heart's Content, Newfoundland", date(1866, 7, 27), 8.0)
    assert article.language == "en"
    assert article.source == "house:thread"
    assert article.paragraphs == ("The first paragraph goes on here.", "A heading", "The second.")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_all_systems_read_the_same(ends: str) -> None:
    text = FULL.replace("\n", ends)
    assert read_markdown(text) == read_markdown(FULL)
    assert read_title(text) == "A thread of copper"
    assert looks_like_markdown(text)


def front(matter: str, body: str = "Some text.") -> str:
    return f"---\n{matter}\n---\n{body}\n"


@pytest.mark.parametrize(
    ("matter", "title"),
    [
        ("title: Plain", "Plain"),
        ("title: 'Quoted: here'", "Quoted: here"),
        ("title: Unquoted: here", "Unquoted: here"),
        ('title: "Never closed', "Never closed"),
        ("title: No", "No"),
        ("title: 12:30", "12:30"),
        ("title: 1984", "1984"),
        ("title: Aufz\\u00e4hlung", "Aufz\\u00e4hlung"),
        ('title: "Aufz\\u00e4hlung"', "Aufzählung"),
        ('title: "red \\e[31malert\\e[0m\\u202e"', "red alert"),
        ("title: >\n  Over two\n  lines", "Over two lines"),
        ("date: 2025-02-30\ntitle: With a day that never was", "With a day that never was"),
        ("# a comment\ntitle: Under a comment", "Under a comment"),
        ("title:", "name"),
        ("title: null", "name"),
        ("title: ~", "name"),
        ("title: [a, b]", "name"),
        ("title: {a: b}", "name"),
        ("section: Science", "name"),
        ("", "name"),
        ("title: &a [x]\nb: *a", "&a [x]"),
        ("a: !!python/object/apply:os.system [x]\ntitle: Tagged", "Tagged"),
        ("title: " + "[" * 1500, "[" * 1500),
    ],
)
def test_titles_in_front_matter(matter: str, title: str) -> None:
    article = read_markdown(front(matter), name="name")
    assert article.title == title
    assert article.paragraphs == ("Some text.",)


def test_aliases_make_nothing_grow() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(f"{y}: &{y} [*{x}, *{x}]" for x, y in zip("abcdefgh", "bcdefghi", strict=True))
    article = read_markdown(front(f"title: Bomb\n{bomb}"))
    assert (article.title, article.paragraphs) == ("Bomb", ("Some text.",))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-07-01", date(2025, 7, 1)),
        ("'2025-07-01'", date(2025, 7, 1)),
        ("2025-07-01T09:30:00Z", date(2025, 7, 1)),
        ("2025-07-01 09:30:00 +0200", date(2025, 7, 1)),
        ("July 1, 2025", date(2025, 7, 1)),
        ("1 July 2025", date(2025, 7, 1)),
        ("soon", None),
        ("2025-13-01", None),
        ("20250701", None),
        ("[2025, 7, 1]", None),
        ("", None),
    ],
)
def test_dates_in_front_matter(value: str, day: date | None) -> None:
    assert read_markdown(front(f"date: {value}")).dateline.date == day


@pytest.mark.parametrize(
    ("value", "degrees"),
    [
        ("8", 8.0), ("-89.2", -89.2), ("27.1 C", 27.1), ("81 °F", 27.2), ("'−3'", -3.0),
        ("true", None), (".nan", None), (".inf", None), ("9" * 400, None), ("[1]", None), ("cold", None), ("", None),
    ],
)  # fmt: skip
def test_temperatures_in_front_matter(value: str, degrees: float | None) -> None:
    assert read_markdown(front(f"temperature: {value}")).dateline.temperature == degrees


@pytest.mark.parametrize(
    ("value", "language"),
    [("de", "de"), ("pt-BR", "pt"), ("zh_Hant", "zh"), ("no", "no"), ("FR", "fr"), ("English", "en"), ("[de]", "en")],
)
def test_languages_in_front_matter(value: str, language: str) -> None:
    prose = "The cat sat on the mat and looked at the dog that was in the garden."
    assert read_markdown(front(f"language: {value}", prose)).language == language


def test_rules_around_prose_are_no_front_matter() -> None:
    text = "---\n\nA paragraph between two rules.\n\n---\n\nAnother.\n"
    assert read_markdown(text).paragraphs == ("A paragraph between two rules.", "Another.")
    assert read_markdown("---\n---\nText.\n\n---\n\nMore.").paragraphs == ("Text.", "More.")
    assert read_markdown("---\ntitle: never closed\n\nText.").paragraphs[-1] == "Text."


def test_front_matter_beyond_reason_is_not_parsed() -> None:
    article = read_markdown(front("title: Long\n" + "a: b\n" * (MAX_FRONT_MATTER // 5)), name="name")
    assert article.title != "Long"


@pytest.mark.parametrize(
    ("body", "title", "paragraphs"),
    [
        ("# Heading\n\nText.", "Heading", ("Text.",)),
        ("Heading\n=======\n\nText.", "Heading", ("Text.",)),
        ("## *Styled* `heading` ##\n\nText.", "Styled heading", ("Text.",)),
        ("Text.\n\n# Later heading", "name", ("Text.", "Later heading")),
        ("---\ntitle: T\n---\n# T\n\nText.", "T", ("Text.",)),
        ("---\ntitle: T\n---\n# Other\n\nText.", "T", ("Other", "Text.")),
    ],
)
def test_the_first_heading_is_the_title_where_nothing_else_is(
    body: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    article = read_markdown(body, name="name")
    assert (article.title, article.paragraphs) == (title, paragraphs)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("A [link](http://example.org 'title') here.", "A link here."),
        ("A <http://example.org> and ![picture](p.png) here.", "A http://example.org and here."),
        ("*One* __two__ ~~three~~ `four`.", "One two three four."),
        ("Wrapped\nline  \nand break\\\nhere.", "Wrapped line and break here."),
        ("Text <b>bold</b> <!-- hidden -->end.", "Text bold end."),
        ("A \\*star\\* &amp; &eacute;.", "A *star* & é."),
        ("> Quoted\n> text.", "Quoted text."),
        ("[Foo] and [/x] stay.", "[Foo] and [/x] stay."),
        ("{{ name }}Text{% include x.html %}.", "Text."),
        ("Bad &#x202e;order&#x200b; &shy;&#x1b;[31m.", "Bad order [31m."),
        ("Tab\there, \x1b[31mred\x1b[0m.", "Tab here, red."),
    ],
)
def test_what_a_reader_reads_of_a_line(body: str, kept: str) -> None:
    assert read_markdown(body).paragraphs == (kept,)


@pytest.mark.parametrize(
    "left_out",
    ["```python\ncode()\n```", "~~~\ncode()\n~~~", "    code()\n    more()", "\tcode()", "<div>\ncode()\n</div>",
     "| code | b |\n| --- | --- |\n| c | d |", "![code](p.png)", "[code]: http://example.org", "***", "<!-- code -->",
     "Share", "Most Popular Articles"],
)  # fmt: skip
def test_what_is_no_prose_is_left_out(left_out: str) -> None:
    article = read_markdown(f"Before is enough text.\n\n{left_out}\n\nAfter it, the text goes on.")
    assert article.paragraphs == ("Before is enough text.", "After it, the text goes on.")
    with pytest.raises(ArticleError, match="no text in it; give"):
        read_markdown(f"# Title\n\n{left_out}")


def test_lists_are_read_item_by_item() -> None:
    assert read_markdown("- One\n  - Two\n\n    Three\n\n1. Four").paragraphs == ("One", "Two", "Three", "Four")


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        (FULL, True),
        ("# One\n\nText\n\n## Two", True),
        ("A [link](x) and [another](y).", True),
        ("```\ncode\n```", True),
        ("Plain text. #1 in * the * charts.", False),
        ("# of items: 5\n\nand nothing else", False),
        ("", False),
    ],
)
def test_markdown_is_told_by_its_looks(text: str, is_markdown: bool) -> None:
    assert looks_like_markdown(text) is is_markdown


@pytest.mark.parametrize("text", ["", "---\n---\n", "---\ntitle: T\n---\n", "# Only a title\n"])
def test_no_text_is_an_error(text: str) -> None:
    with pytest.raises(ArticleError, match="no text in it"):
        read_markdown(text)


@given(
    st.text(st.one_of(st.sampled_from("#*_`[]()<>!-|\n\n: &;\t{}%~\x1b\u202e\u0301e"), st.characters()), max_size=200)
)
def test_any_markdown_is_a_clean_article_or_an_article_error(text: str) -> None:
    try:
        article = read_markdown(text)
    except ArticleError:
        return
    assert all(line == clean(line).strip() != "" for line in (article.title, *article.paragraphs))


def test_a_table_of_contents_is_no_text() -> None:
    contents = "* [The weir](#weir)\n* [The mill](#mill)\n\n[The sea](#sea) | [The hills](#hills)"
    kept = "See [the weir](#weir) and the mill.\n\n[A page](other.html)"
    assert read_markdown(f"# Title\n\n{contents}\n\n{kept}").paragraphs == ("See the weir and the mill.", "A page")


def test_what_a_template_leaves_of_a_link_or_of_a_sentence() -> None:
    text = 'We [built]({{ "/built" | url }} "How we built it") it.\n\n*{{ "Jane" | link }} and {{ x }} wrote this.*'
    assert read_markdown(f"# Title\n\n{text}").paragraphs == ("We built it.",)
    assert read_markdown("# Title\n\n[One]({{ site.url }})\n").paragraphs == ("One",)
