import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from jumble.startup.lazy import regex

READERS = {
    "sources", "pasted_text", "formats.document_shelf", "formats.markdown", "formats.text_or_markdown",
    "prose.chapters", "web.fetching",
}  # fmt: skip
WEB_AND_CHAPTERS = {"jumble.article.web.fetching", "jumble.article.prose.chapters"}


def loaded(code: str) -> set[str]:
    command = [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("room", ["jumble.article", "jumble.words", "jumble.puzzle", "jumble.game"])
def test_what_an_article_is_comes_without_its_readers(room: str) -> None:
    modules = loaded(f"import {room}; from jumble.article import HOUSE, PASTED, Article, clean_line, sentences")
    assert not modules & {f"jumble.article.{reader}" for reader in READERS}
    assert not modules & {"tempfile", "subprocess", "msgpack", "gzip", "lzma", "mmap"}


UNNEEDED = WEB_AND_CHAPTERS | {
    "jumble.article.formats.reader_process", "jumble.article.formats.extracted_document", "json", "tempfile",
    "importlib.resources", "hashlib", "subprocess", "charset_normalizer",
}  # fmt: skip
OF_MARKDOWN = {"yaml", "markdown_it"}
MARKDOWN = "---\ntitle: Two sheds\ndate: 2025-07-01\n---\nA man had two sheds.\n\nHe thought of buying another.\n"


@pytest.mark.parametrize("source", ["house:", "house:tin-opener", "sheds.txt", "sheds.md", "plain.txt"])
def test_a_short_text_loads_only_what_reads_it(source: str, tmp_path: Path) -> None:
    (tmp_path / "sheds.txt").write_text(MARKDOWN)
    (tmp_path / "sheds.md").write_text(MARKDOWN)
    (tmp_path / "plain.txt").write_text(MARKDOWN.partition("2025-07-01\n---\n")[2])
    path = source if source.startswith("house:") else str(tmp_path / source)
    modules = loaded(f"from jumble.article import open_source; open_source({path!r}).first()")
    assert not modules & (UNNEEDED | (OF_MARKDOWN if source == "plain.txt" else set()))


def test_a_puzzle_of_a_stored_lexicon_opens_no_word_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path))
    code = "from jumble import load_article, make_puzzle; make_puzzle(load_article())"
    assert "msgpack" in loaded(code)
    assert not loaded(code) & {"gzip", "lzma", "msgpack", "wordfreq", "simplemma", "tempfile"}


@pytest.mark.parametrize("pattern", ["a(b)", b"a(b)"])
def test_an_expression_is_compiled_when_it_is_asked(pattern: Any) -> None:
    late, early = regex(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    assert late.findall(pattern.upper()) == early.findall(pattern.upper())
    assert (late.pattern, late.flags, late.groups) == (early.pattern, early.flags, 1)
    broken = regex("(")
    with pytest.raises(re.error):
        broken.match("a")


@pytest.mark.parametrize("name", ["article", "words", "puzzle", "game", "figures", "settings", "records"])
def test_every_public_name_is_there_and_no_file_stands_in_its_place(name: str) -> None:
    room = import_module(f"jumble.{name}")
    assert room.__file__ is not None
    assert not {path.stem for path in Path(room.__file__).parent.glob("*.py")} & set(room.__all__)
    for public_name in room.__all__:
        assert getattr(room, public_name) is not None
    with pytest.raises(AttributeError):
        _ = room.nothing
