"""A folder of texts: which files are listed, in which order, and which are skipped."""

import os
from pathlib import Path

import pytest

from jumble.article import ArticleError, Shelf, open_source
from jumble.article import sources as module
from jumble.article.formats.encoding import PEEK_BYTES

TEXT = "Headline {}\n\nA paragraph.\n\nAnother."


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(path.stem), encoding="utf-8")


def listed(shelf: Shelf, folder: Path) -> list[str]:
    return [str(Path(entry.source).relative_to(folder)) for entry in shelf.entries]


def test_texts_are_listed_by_path_with_their_titles(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "sub/c.md", "sub/deep/d.markdown", "E.TXT", "f.text")
    shelf = open_source(tmp_path)
    assert shelf.name == tmp_path.name
    assert listed(shelf, tmp_path) == ["E.TXT", "a.txt", "b.txt", "f.text", "sub/c.md", "sub/deep/d.markdown"]
    assert shelf.entries[1].title == "Headline a"
    assert shelf.entries[4].title == "c"  # no heading in Markdown
    assert [entry.load().paragraphs[-1] for entry in shelf.entries] == ["Another."] * 6


def test_other_files_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "picture.png", "program.py", "txt")
    (tmp_path / "folder.txt").mkdir()
    assert listed(open_source(tmp_path), tmp_path) == ["a.txt"]


def test_links_to_folders_make_no_circles(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "sub" / "a.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "none.txt")
    (tmp_path / "absurd.txt").symlink_to("x" * 1000)
    assert listed(open_source(tmp_path), tmp_path) == ["link.txt", "sub/a.txt"]


@pytest.mark.parametrize("names", [(), ("picture.png",), (".hidden.txt",)])
def test_a_folder_without_texts_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    write(tmp_path, *names)
    with pytest.raises(ArticleError, match=r"no texts in the folder '.*'; put \.txt or \.md files there"):
        open_source(tmp_path)


def test_a_folder_beyond_reason_is_listed_in_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRIES", 3)
    write(tmp_path, *(f"{number:02}.txt" for number in range(9)))
    assert listed(open_source(tmp_path), tmp_path) == ["00.txt", "01.txt", "02.txt"]
    write(tmp_path, *(f"sub/{number:02}.png" for number in range(99)), "zzz/late.txt")
    assert listed(open_source(tmp_path), tmp_path) == ["00.txt", "01.txt", "02.txt"]
    for path in tmp_path.glob("*.txt"):
        path.unlink()
    with pytest.raises(ArticleError, match="no texts"):
        open_source(tmp_path)  # late.txt comes after more than ten times MAX_ENTRIES names


def test_the_first_text_that_can_be_read_opens_the_shelf(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\0\0")
    write(tmp_path, "c.txt")
    number, article = open_source(tmp_path).first()
    assert (number, article.title) == (2, "Headline c")
    assert [entry.title for entry in open_source(tmp_path).entries] == ["a.txt", "b.txt", "Headline c"]


def test_when_no_text_can_be_read_the_first_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\0\0")
    with pytest.raises(ArticleError, match=r"a\.txt is empty"):
        open_source(tmp_path).first()


def test_a_text_that_has_gone_since_is_refused_when_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    shelf = open_source(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ArticleError, match="no such file"):
        shelf.entries[0].load()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "no permission to read .*; check its rights"),
        (OSError(5, "Input/output error"), "cannot read .*: Input/output error"),
    ],
)
def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str) -> None:
    def refuse(*_: object) -> None:
        raise error

    write(tmp_path, "a.txt")
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "open", refuse)
    assert open_source(tmp_path).entries[0].title == "a.txt"
    with pytest.raises(ArticleError, match=message):
        open_source(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "raw", "title"),
    [
        ("a.md", b"---\r\ntitle: From Windows\r\n---\r\nText.", "From Windows"),
        ("a.md", b"\xef\xbb\xbf# Marked\n\nText.", "Marked"),
        ("a.txt", "Café society\n\nÀ la carte.\n".encode("cp1252"), "Café society"),
        ("a.txt", b"Long one\n\n" + "é".encode() * PEEK_BYTES, "Long one"),
        ("a.txt", b"Long two\n\na" + "é".encode() * PEEK_BYTES, "Long two"),
        ("a.txt", "Wide\n\nText.".encode("utf-16"), "Wide"),
    ],
)
def test_a_title_in_the_list_is_that_of_the_article(tmp_path: Path, name: str, raw: bytes, title: str) -> None:
    (tmp_path / name).write_bytes(raw)
    (entry,) = open_source(tmp_path).entries
    assert entry.title == entry.load().title == title
