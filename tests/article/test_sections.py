"""A long text becomes a shelf of sections; commands that print an article get the whole text."""

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from jumble.article import Article, Shelf, load_article, open_source, read_pasted
from jumble.article.prose.sections import LONG_TEXT_CHARACTERS, SECTION_CHARACTERS, shelf_from_article
from jumble.cli.command_line import main
from tests.hostile.builders import HEADLINE, PROSE, docx, pdf, run

PARAGRAPHS = LONG_TEXT_CHARACTERS // len(PROSE) + 1


def long_text(*, chapters: int = 0, mark: str = "") -> str:
    lines = [f"{mark}{HEADLINE}" if not mark else f"# {HEADLINE}"]
    for number in range(PARAGRAPHS):
        if chapters and number % (PARAGRAPHS // chapters) == 0 and number // (PARAGRAPHS // chapters) < chapters:
            lines.append(f"{mark}Chapter {number // (PARAGRAPHS // chapters) + 1}")
        lines.append(f"{number}: {PROSE}")
    return "\n\n".join(lines)


def opened(folder: Path, name: str, raw: bytes | str) -> Shelf:
    path = folder / name
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return open_source(path)


@pytest.mark.parametrize(("name", "mark"), [("book.txt", ""), ("book.md", "## ")])
def test_a_book_is_its_chapters(tmp_path: Path, name: str, mark: str) -> None:
    shelf = opened(tmp_path, name, long_text(chapters=4, mark=mark))
    path = str(tmp_path / name)
    assert shelf.name == HEADLINE
    assert [entry.title for entry in shelf.entries] == [f"Chapter {number}" for number in (1, 2, 3, 4)]
    assert [entry.source for entry in shelf.entries] == [f"{path}#{number}" for number in (1, 2, 3, 4)]
    for entry in shelf.entries:
        article = entry.load()
        assert (article.title, article.source, article.language) == (entry.title, entry.source, "en")
        assert open_source(entry.source).first()[1] == article
    assert shelf.entries[1].load().paragraphs[0].startswith(f"{PARAGRAPHS // 4}: ")


@pytest.mark.parametrize("mark", ["#", "##", "###"])
def test_headings_of_markdown_are_chapters_whatever_they_say(tmp_path: Path, mark: str) -> None:
    text = long_text(chapters=3, mark=f"{mark} ").replace("Chapter 1", "The hills").replace("Chapter 2", "The weir")
    assert [entry.title for entry in opened(tmp_path, "a.md", text.replace("Chapter 3", "The sea")).entries] == [
        "The hills",
        "The weir",
        "The sea",
    ]


def test_without_headings_it_is_cut_by_length(tmp_path: Path) -> None:
    shelf = opened(tmp_path, "a.txt", long_text())
    articles = [entry.load() for entry in shelf.entries]
    assert [paragraph for article in articles for paragraph in article.paragraphs] == list(
        load_article(tmp_path / "a.txt").paragraphs
    )
    assert all(SECTION_CHARACTERS / 2 < len(article.text) < SECTION_CHARACTERS * 1.5 for article in articles)
    assert articles[0].title == "1. 0: The river rises in the hills behind the town, and the …"
    assert len({article.title for article in articles}) == len(articles)


@pytest.mark.parametrize(
    "paragraphs", [(PROSE,) * 90, ("x" * LONG_TEXT_CHARACTERS * 3,), ("x" * (LONG_TEXT_CHARACTERS - 1),)]
)
def test_what_is_not_long_or_has_no_borders_is_one_article(paragraphs: tuple[str, ...]) -> None:
    article = Article("A title", paragraphs, source="a")
    shelf = shelf_from_article(article, "a file")
    assert (shelf.name, shelf.whole, len(shelf.entries)) == ("a file", None, 1)
    assert shelf.entries[0].load() is shelf.whole_or_first() is article


def test_documents_of_other_formats_have_sections_too(tmp_path: Path) -> None:
    body = "".join(f"<w:p>{run(line)}</w:p>" for line in long_text(chapters=3).split("\n\n"))
    pages = [[f"Chapter {n}", "", *(f"{PROSE} {n}".split(", ") * 20)] for n in range(1, 9)] * 3
    for name, raw in (("a.docx", docx(body)), ("a.pdf", pdf(pages))):
        shelf = opened(tmp_path, name, raw)
        assert len(shelf.entries) >= 3, name
        assert shelf.whole is not None, name


def test_a_pasted_book_has_sections() -> None:
    shelf = read_pasted(long_text(chapters=3))
    assert [entry.source for entry in shelf.entries] == ["pasted:#1", "pasted:#2", "pasted:#3"]


def test_what_prints_takes_the_whole_text(tmp_path: Path) -> None:
    shelf = opened(tmp_path, "a.txt", long_text(chapters=3))
    path = str(tmp_path / "a.txt")
    assert load_article(path) == shelf.whole_or_first() != shelf.first()[1]
    for source, text in ((path, load_article(path).text), (f"{path}#2", shelf.entries[1].load().text)):
        out = io.StringIO()
        with redirect_stdout(out):
            assert main(["article", "--json", source]) == 0
        assert json.loads(out.getvalue())["text"] == text
    (listed,) = open_source(tmp_path).entries
    assert (listed.load(), listed.title) == (load_article(path), HEADLINE)


def test_the_book_of_the_corpus(corpus: Path) -> None:
    shelf = open_source(corpus / "articles" / "alice.txt")
    assert shelf.name == "Alice’s Adventures in Wonderland"
    assert len(shelf.entries) == 12
    assert shelf.entries[0].title == "CHAPTER I. Down the Rabbit-Hole"
    assert shelf.entries[0].load().text.startswith("Alice was beginning to get very tired")
    assert shelf.entries[11].load().text.endswith("THE END")
