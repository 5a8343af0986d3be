"""Each format's reader finds title, date, language, paragraphs and chapters."""

import datetime as dt
from pathlib import Path

import pytest

from jumble.article import Article, ArticleError, load_article, open_source
from jumble.article.formats.encoding import decode
from jumble.article.formats.format_detection import Format, detect_format
from jumble.article.formats.pdf_paragraphs import Line, paragraphs_from_pages
from tests.hostile.builders import HEADLINE, PROSE, chapter, docx, epub, item, page, pdf, rss, run


def article_of(tmp_path: Path, name: str, raw: bytes | str) -> Article:
    path = tmp_path / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return load_article(path)


@pytest.mark.parametrize(
    ("raw", "name", "content_type", "kind"),
    [
        (page(), "a.txt", "", Format.HTML),
        ("<p>One.</p><p>Two.</p>", "a", "", Format.HTML),
        ("<p align=center>One</p>\n\n# Title", "README.md", "", Format.TEXT),
        ("\n <!-- c --><?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><html>", "a", "", Format.HTML),
        (rss(), "a.html", "text/html", Format.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "", "", Format.FEED),
        ("Text with a < b", "a", "text/html", Format.HTML),
        ("Text without any", "a.html", "text/html", Format.TEXT),
        ("I <3 you", "a", "", Format.TEXT),
        ("%PDF is a format", "a.pdf", "", Format.TEXT),
        ("junk before\n%PDF-1.4", "a.txt", "text/html", Format.PDF),
        ("", "", "", Format.TEXT),
    ],
)
def test_the_content_decides(raw: str, name: str, content_type: str, kind: Format) -> None:
    assert detect_format(raw.encode(), name, content_type) is kind


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Straße führt über die Brücke, und überall blühen schöne Bäume. " * 5, "iso8859-15"),
        ("Река берёт начало в холмах за городом, и люди следят за погодой с заботой. " * 5, "cp1251"),
        ("川は町の後ろの丘に源を発し、そばに住む人々は天気を注意深く見守る。" * 5, "shift_jis"),
        ("Η πηγή του ποταμού βρίσκεται στους λόφους πίσω από την πόλη και οι άνθρωποι προσέχουν. " * 5, "cp1253"),
    ],
)
def test_old_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "it") == text


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    raw = "Ćma i żółw śpią".encode("iso8859-2")
    assert decode(raw, "it", declared="iso-8859-2") == "Ćma i żółw śpią"
    assert decode("Ćma i żółw śpią".encode(), "it", declared="iso-8859-2") == "Ćma i żółw śpią"
    assert "ma i" in decode(raw, "it", declared="hex")


def test_a_page(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2024-03-05T10:00:00Z'>"
    article = article_of(tmp_path, "a.html", page(head=head))
    assert article.title == HEADLINE
    assert article.paragraphs == (PROSE,) * len(article.paragraphs)
    assert article.dateline.date == dt.date(2024, 3, 5)
    assert article.language == "en"


def test_the_headline_of_a_page_is_the_one_that_its_name_says(tmp_path: Path) -> None:
    form = "<form><h3>Write a comment</h3></form>"
    body = f"<h1>A site</h1><article><h2>{HEADLINE}</h2>" + f"<p>{PROSE}</p>" * 4 + f"</article>{form}"
    article = article_of(tmp_path, "a.html", page(body, title=f"A site » {HEADLINE}"))
    assert (article.title, article.paragraphs[0]) == (HEADLINE, PROSE)


def test_a_table_of_facts_on_a_page_is_told_by_its_rows(tmp_path: Path) -> None:
    facts = "<table><tr><th>Length</th><td>42 km</td></tr><tr><th>Source</th><td>The hills</td></tr></table>"
    layout = f"<table><tr><td>{PROSE} One.</td></tr><tr><td>{PROSE} Two.</td></tr></table>"
    body = f"<h1>{HEADLINE}</h1><p>{PROSE}</p>{facts}<h2>The bed #</h2><p>{PROSE}</p>{layout}<p>{PROSE}</p>"
    article = article_of(tmp_path, "a.html", page(f"<article>{body}</article>"))
    rows = ("Length | 42 km", "Source | The hills")
    assert article.paragraphs == (PROSE, *rows, "The bed", PROSE, f"{PROSE} One.", f"{PROSE} Two.", PROSE)


def test_a_date_and_a_category_over_a_page_are_no_text(tmp_path: Path) -> None:
    body = f"<h1>{HEADLINE}</h1><p>31.01.2016 Hardware</p>" + f"<p>{PROSE}</p>" * 4
    article = article_of(tmp_path, "a.html", page(f"<article>{body}</article>"))
    assert set(article.paragraphs) == {PROSE}


def test_a_page_too_small_for_an_extractor_is_read_whole(tmp_path: Path) -> None:
    article = article_of(tmp_path, "a.html", "<html lang=de><title>Kurz</title><body><p>Ein Satz.</p></body></html>")
    assert (article.title, article.text, article.language) == ("Kurz", "Ein Satz.", "de")


def test_the_licence_before_an_old_e_text_is_no_part_of_it(tmp_path: Path) -> None:
    end = "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*"
    body = "".join(f"<w:p>{run(line)}</w:p>" for line in ("The terms of the licence.", end, HEADLINE, PROSE))
    assert article_of(tmp_path, "a.docx", docx(body)).text == PROSE
    assert article_of(tmp_path, "a.txt", f"The terms.\n\n{end}\n\n{HEADLINE}\n\n{PROSE}").text == PROSE


def test_a_book_is_its_chapters(tmp_path: Path) -> None:
    contents = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="all.xhtml#a">The first</a></li>'
        '<li><a href="all.xhtml#b">The second</a></li></ol></nav></body></html>'
    )
    four = f"<p>{PROSE}</p>" * 4
    body = "".join(
        f"<h2 id='{name}'>{title}</h2><b epub:type='pagebreak'>7</b>{four}<p>Stay<br/>here.</p>"
        for name, title in (("a", "The first"), ("b", "The second"))
    )
    (tmp_path / "a.epub").write_bytes(epub({"all.xhtml": chapter("Half-title", body)}, contents=contents))
    shelf = open_source(tmp_path / "a.epub")
    assert shelf.name == "A book"
    assert [entry.title for entry in shelf.entries] == ["The first", "The second"]
    for entry in shelf.entries:
        assert entry.load().paragraphs == (*(PROSE,) * 4, "Stay here.")
    (listed,) = open_source(tmp_path).entries
    assert listed.shelf is not None
    assert len(listed.shelf().entries) == 2


def test_verse_keeps_its_lines(tmp_path: Path) -> None:
    verse = "<p>Tiger, tiger, burning bright<br/>In the forests of the night,<br/>What immortal hand or eye</p>"
    (tmp_path / "a.epub").write_bytes(epub({"one.xhtml": chapter("One", f"<p>{PROSE}</p>" * 4 + verse)}))
    assert load_article(tmp_path / "a.epub").paragraphs[-1].count("\n") == 2


def test_a_document_of_a_word_processor(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("A title")}</w:p>'
        f"<w:p>{run('One ')}{run('two')}{deleted}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('cell')}</w:p></w:tc></w:tr></w:tbl><w:p/><w:p>{run(PROSE)}</w:p>"
    )
    article = article_of(tmp_path, "a.docx", docx(body))
    assert (article.title, article.paragraphs) == ("A title", ("One two", PROSE))


def test_a_feed_is_its_entries(tmp_path: Path) -> None:
    items = (
        item("Whole &amp; good", f"<p>{PROSE}</p>" * 9) + item("Short", "A summary.") + item("Sly", "S.", "file:///x")
    )
    (tmp_path / "a.rss").write_text(rss(items), encoding="utf-8")
    shelf = open_source(tmp_path / "a.rss")
    assert shelf.name == "A feed"
    assert [(entry.title, entry.link) for entry in shelf.entries] == [
        ("Whole & good", None),
        ("Short", "http://127.0.0.1:9/"),
        ("Sly", None),
    ]
    assert [len(entry.load().paragraphs) for entry in shelf.entries] == [9, 1, 1]


def test_a_pdf(tmp_path: Path) -> None:
    first = ["The river rises in the hills behind the town and its inhab-", "itants watch the weather with care."]
    more = ("In spring", "In summer", "In autumn", "In winter")
    pages = [
        ["The Daily", "", f"{word} it is so.", *first, *[f"{word} it is so."] * 5, "", str(n)]
        for n, word in enumerate(more, 1)
    ]
    article = article_of(tmp_path, "a.pdf", pdf(pages))
    assert "its inhabitants watch" in article.text
    assert "inhab-" not in article.text
    assert "The Daily" not in article.text


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["The well-", "known bridge is a well-known one."], ["The well-known bridge is a well-known one."]),
        (["An Anglo-", "Saxon poem."], ["An Anglo-Saxon poem."]),
        (["So oﬃcially ﬁne, soft\u00ad", "ware."], ["So officially fine, software."]),
        (["A GUTEN-", "BERG text"], ["A GUTENBERG text"]),
    ],
)
def test_words_cut_at_line_ends(lines: list[str], paragraphs: list[str]) -> None:
    set_lines = [Line(text, 72, 700 - 14 * number, 11) for number, text in enumerate(lines)]
    assert paragraphs_from_pages([set_lines]) == paragraphs


@pytest.mark.parametrize(
    ("name", "message"),
    [("enc-aes-256.pdf", "locked with a password")],
)
def test_what_of_the_corpus_is_refused(corpus: Path, name: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        open_source(corpus / "formats" / name)


def test_the_formats_of_the_corpus(corpus: Path) -> None:
    folder = corpus / "formats"
    alice = load_article(folder / "alice30.pdf").text
    assert "A WATCH OUT OF ITS WAISTCOAT-POCKET, and looked" in alice
    assert "CHAPTER 1. DOWN" not in alice
    assert "Gutenberg" not in alice
    assert load_article(folder / "alice30.pdf").title == "Alice in Wonderland"
    zen = load_article(folder / "zen_corrupted.pdf").text
    assert zen.startswith("Beautiful is better than ugly.")
    assert zen.endswith("let’s do more of those!")
    assert len(open_source(folder / "childrens-literature.epub").entries) == 20
    assert len(open_source(folder / "wikinews-full.rss").entries) == 3
    assert load_article(folder / "wikinews-full.rss").dateline.date == dt.date(2014, 7, 28)
