"""A pasted text is recognised by its content as a file is, cleaned, and refused in one line."""

import threading

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jumble.article import PASTED, ArticleError, CancelledError, clean, open_source, read_pasted
from jumble.article import pasted_text as module
from tests.hostile.builders import HEADLINE, PROSE, item, page, rss

PLAIN = f"{HEADLINE}\n\n{PROSE}\n\n{PROSE}\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PLAIN, "plain"),
        (PLAIN.replace("\n", "\r"), "a terminal pastes carriage returns"),
        (f"---\ntitle: {HEADLINE}\n---\n\n{PROSE}\n\n{PROSE}", "Markdown with front matter"),
        (f"# {HEADLINE}\n\n[{PROSE}](http://example.org)\n\n**{PROSE}**", "Markdown"),
        (page(), "the source of a page"),
        (f"\ufeff \n{page()}", "with blanks before it"),
        (f"</div>\n</nav><h1>{HEADLINE}</h1><p>{PROSE}</p><p>{PROSE}</p>", "torn out of a page"),
        (f"{HEADLINE}\n\n\x00\x1b[31m{PROSE}\x1b[0m\u202e\n\n{PROSE}\udcff", "hostile"),
    ],
)
def test_its_looks_decide(text: str, why: str) -> None:
    shelf = read_pasted(text)
    (entry,) = shelf.entries
    article = entry.load()
    assert (article.title, entry.title) == (HEADLINE, HEADLINE), why
    assert set(article.paragraphs) == {PROSE}, why
    assert article.source == entry.source == PASTED


def test_a_pasted_feed_is_its_entries() -> None:
    shelf = read_pasted(rss(item("One", f"<p>{PROSE}</p>" * 9) + item("Two", f"<p>{PROSE}</p>" * 9)))
    assert [(entry.title, entry.source) for entry in shelf.entries] == [("One", "pasted:#1"), ("Two", "pasted:#2")]


@pytest.mark.parametrize(
    "text", ["%PDF-1.4 is how", "PK\x03\x04 is how", "\x1f\x8b is how", "/etc/passwd", "house:", "-"]
)
def test_what_means_a_file_elsewhere_is_text_here(text: str) -> None:
    article = read_pasted(f"{text} it begins.").first()[1]
    assert article.text == clean(f"{text} it begins.").strip()


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\u200b\ufeff", "… — !!! 42 %", "\x1b[31m", "\x1b[31m!", "<p>&nbsp;</p>", "<br/>", "<p>!</p>"]
)
def test_without_words_it_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="pasted text") as caught:
        read_pasted(text)
    assert "\n" not in str(caught.value)


def test_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TEXT_BYTES", 2**20)
    assert read_pasted("ä" * 2**19).entries
    for text in ("ä" * (2**19 + 1), "a" * (2**20 + 1)):
        with pytest.raises(ArticleError, match="longer than 1 MB; paste a part"):
            read_pasted(text)


def test_giving_up() -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        read_pasted(page(), cancel=cancel)


def test_it_is_not_opened_again_from_its_source() -> None:
    for source in (PASTED, f"{PASTED}#2"):
        with pytest.raises(ArticleError, match="paste it again"):
            open_source(source)


@given(st.text(max_size=300).filter(lambda text: "<" not in text))
@example("\ud800a")
@example("Share\n\nPrint")
def test_any_text_is_an_article_or_one_line(text: str) -> None:
    refusal = ""
    try:
        article = read_pasted(text).first()[1]
    except ArticleError as error:
        refusal = str(error)
    if refusal:
        assert "the pasted text" in refusal
        assert "\n" not in refusal
    else:
        assert article.text == clean(article.text)
        assert any(map(str.isalpha, article.text))
