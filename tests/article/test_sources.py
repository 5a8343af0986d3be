"""Every kind of source is read or refused with a message; encodings, limits and hostile names."""

import os
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from jumble.article import Article, ArticleError, load_article, open_source, read_text
from jumble.article import sources as module
from jumble.article.formats import document_shelf, text_or_markdown

TEXT = "A headline\n\nThe first paragraph – “quoted”.\n\nThe second, with café.\n"
ARTICLE = ("A headline", ("The first paragraph – “quoted”.", "The second, with café."))
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))


def essence(article: Article) -> tuple[str, tuple[str, ...]]:
    return article.title, article.paragraphs


def refusal(source: str | os.PathLike[str], stdin: BytesIO | None = None) -> str:
    with pytest.raises(ArticleError) as caught:
        open_source(source, stdin).first()
    message = str(caught.value)
    assert message
    assert message.isprintable(), "one line, nothing in it that a terminal would act on"
    return message


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "a.dat"])
def test_a_file_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    article = load_article(path)
    assert essence(article) == ARTICLE
    assert article.source == str(path)
    assert load_article(str(path)) == article


def test_a_shelf_of_one_file_has_one_entry(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    shelf = open_source(tmp_path / "a.txt")
    assert shelf.name == "a.txt"
    assert [(entry.title, entry.source) for entry in shelf.entries] == [("A headline", str(tmp_path / "a.txt"))]


@pytest.mark.parametrize(
    ("name", "title"), [("a.md", "Styled"), ("a.MARKDOWN", "Styled"), ("a.txt", "# *Styled*"), ("a", "Styled")]
)
def test_markdown_is_told_by_name_or_looks(tmp_path: Path, name: str, title: str) -> None:
    path = tmp_path / name
    path.write_text("# *Styled*\n\nText with a [link](x).\n\n## More\n\nText.", encoding="utf-8")
    assert load_article(path).title == title


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.encode().replace(b"headline", b"head\xffline"),  # one broken byte makes no other encoding of UTF-8
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be", "no mark", "utf-32", "cp1252", "crlf", "broken byte"],
)
def test_encodings(raw: bytes) -> None:
    assert essence(load_article("-", BytesIO(raw))) == ARTICLE


def test_standard_input_is_read_once() -> None:
    shelf = open_source("-", BytesIO(TEXT.encode()))
    assert shelf.name == "standard input"
    (entry,) = shelf.entries
    assert entry.load() is entry.load()
    assert (entry.title, entry.source, entry.load().source) == ("A headline", "-", "-")


def test_the_process_own_standard_input_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(TEXT.encode())))
    assert essence(load_article("-")) == ARTICLE


@pytest.mark.parametrize("stdin", [None, SimpleNamespace(buffer=None)])
def test_a_process_without_standard_input(monkeypatch: pytest.MonkeyPatch, stdin: object) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    assert refusal("-") == "standard input cannot be read; pipe a text into it, or name a file"


def test_a_standard_input_that_fails() -> None:
    class Failing(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise IsADirectoryError(size)

    assert "standard input cannot be read" in refusal("-", Failing())
    closed = BytesIO()
    closed.close()
    assert "standard input cannot be read" in refusal("-", closed)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "is empty; give a text with a few paragraphs"),
        (b" \n\t\r\n ", "is empty; give"),
        (b"\xef\xbb\xbf", "no text in it; give"),
        (b"Share\n\nAdvertisement\n", "no text in it; give"),
        (PNG, "is not a text; save it as plain text"),
        (b"text\0text", "is not a text"),
        (b"\x01\x02\x03 a few letters", "is not a text"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    message_shown = refusal(path)
    assert message_shown.startswith("a.txt")
    assert message in message_shown
    message_shown = refusal("-", BytesIO(raw))
    assert message_shown.startswith("standard input")
    assert message in message_shown


def test_a_stray_control_character_is_still_text() -> None:
    assert load_article("-", BytesIO(b"\x01" + TEXT.encode() * 3)).title == "A headline"


def test_a_text_longer_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 2**20)
    assert load_article("-", BytesIO(b"a" * 2**20)).paragraphs
    assert refusal("-", BytesIO(b"a" * (2**20 + 1))) == "standard input is longer than 1 MB; give a shorter text"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_stream_without_end_is_refused_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 2**20)
    assert refusal("/dev/zero") == "zero is longer than 1 MB; give a shorter text"


def test_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "none.txt", tmp_path / "none" / "a.txt", tmp_path / "file" / "a.txt"):
        assert refusal(path) == f"no such file: {path}; give a file, a folder, or - for standard input"


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b"])
def test_what_can_be_no_name(name: str) -> None:
    assert refusal(name).startswith("cannot read a")


@pytest.mark.parametrize(
    "name", ["ftp://example.org/a", "file:///etc/passwd", "data:text/plain,hello", "javascript:alert(1)", "gopher://x"]
)
def test_only_http_and_https_are_opened(name: str) -> None:
    assert "only http and https" in refusal(name)


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert refusal(tmp_path / "a.txt").startswith("cannot read")


HOSTILE = "\x1b[31mred\x1b]0;x\x07\n\u202eevil\udcff"


def test_hostile_names_reach_no_message_raw(tmp_path: Path) -> None:
    missing = refusal(str(tmp_path / HOSTILE))
    assert "red" in missing
    for name, raw in ((f"{HOSTILE}.txt", PNG), (f"{HOSTILE}2.txt", b""), (f"{HOSTILE}3.md", b"# Only\n")):
        (tmp_path / name).write_bytes(raw)
        assert "evil" in refusal(tmp_path / name)
    (tmp_path / HOSTILE).mkdir()
    assert "no texts in the folder" in refusal(tmp_path / HOSTILE)
    assert HOSTILE not in refusal(f"house:{HOSTILE}")


def test_hostile_names_reach_no_title_and_the_source_stays_as_given(tmp_path: Path) -> None:
    path = tmp_path / f"{HOSTILE}.md"
    path.write_text("Text without a headline.", encoding="utf-8")
    article = load_article(path)
    assert article.title == "red evil?"
    assert article.source == str(path)
    assert len(article.key) == 16
    shelf = open_source(tmp_path)
    assert shelf.entries[0].title == "red evil?"
    assert shelf.first()[1].title == "red evil?"


@pytest.mark.parametrize(
    ("name", "title"), [("essay.md", "essay"), (None, "Untitled"), ("dir/essay.md", "essay"), (".md", ".md")]
)
def test_a_text_in_hand_has_its_name_for_a_title(name: str | None, title: str) -> None:
    assert read_text("---\nsection: News\n---\nText.", name=name).title == title


def test_a_plain_text_may_be_longer_than_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_shelf, "MAX_TEXT_BYTES", 1000)
    monkeypatch.setattr(document_shelf, "MAX_PLAIN_BYTES", 3000)
    text, page, longer = tmp_path / "text.txt", tmp_path / "page.html", tmp_path / "longer.txt"
    text.write_text("The market was open. " * 100)
    page.write_text("<html><p>" + text.read_text())
    longer.write_text(text.read_text() * 2)
    assert load_article(text).text.count("market") == 100
    for refused in (page, longer):
        with pytest.raises(ArticleError, match="is longer than 0 MB"):
            load_article(refused)


def test_markdown_that_is_too_long_is_read_as_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "long.md"
    file.write_text("# Heading\n\n" + "The *market* was open. \n\n" * 3000)
    assert "*" not in load_article(file).text
    monkeypatch.setattr(text_or_markdown, "MAX_TEXT_BYTES", 1000)
    assert "*" in load_article(file).text
