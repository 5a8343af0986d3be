import subprocess
import sys
from pathlib import Path

import pytest

import jumble.article

READERS = {"sources", "documents", "markdown", "chapters", "web", "pasted", "texts"}
WEB_AND_CHAPTERS = {"jumble.article.web", "jumble.article.chapters"}


def loaded(code: str) -> set[str]:
    command = [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("room", ["jumble.article", "jumble.words", "jumble.puzzle", "jumble.game"])
def test_what_an_article_is_comes_without_its_readers(room: str) -> None:
    modules = loaded(f"import {room}; from jumble.article import HOUSE, PASTED, Article, clean_line, sentences")
    assert not modules & {f"jumble.article.{reader}" for reader in READERS}
    assert not modules & {"tempfile", "subprocess", "msgpack", "gzip", "lzma", "mmap"}


def test_a_short_text_needs_neither_the_web_nor_chapters() -> None:
    assert not loaded("from jumble.article import load_article; load_article()") & WEB_AND_CHAPTERS


def test_every_public_name_is_there_and_no_file_stands_in_its_place() -> None:
    files = {path.stem for path in Path(jumble.article.__file__).parent.glob("*.py")}
    assert files & set(jumble.article.__all__) <= {"clean", "sentences"}  # which are loaded at once
    for name in jumble.article.__all__:
        assert getattr(jumble.article, name) is not None
    with pytest.raises(AttributeError):
        _ = jumble.article.nothing
