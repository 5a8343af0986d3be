"""Pipes and endless streams are read to their end, refused at the limit, and can be cancelled."""

import os
import threading
import time
from pathlib import Path

import pytest

from jumble.article import ArticleError, CancelledError, load_article, open_source
from jumble.article import streams as module

TEXT = b"A headline\n\nThe first paragraph.\n\nThe second.\n"


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_pipe_is_read_to_its_end(pipe: Path) -> None:
    def write() -> None:
        with pipe.open("wb", buffering=0) as end:
            end.write(TEXT[:20])
            end.write(TEXT[20:])

    threading.Thread(target=write, daemon=True).start()
    assert load_article(pipe).paragraphs == ("The first paragraph.", "The second.")


def test_a_pipe_into_which_nobody_writes(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WRITER_SECONDS", 0.2)
    with pytest.raises(ArticleError, match="nobody writes into the pipe pipe"):
        open_source(pipe)


def test_waiting_for_a_pipe_can_be_given_up(pipe: Path) -> None:
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    began = time.monotonic()
    with pytest.raises(CancelledError):
        open_source(pipe, cancel=cancel)
    assert time.monotonic() - began < 2


def test_waiting_for_a_silent_writer_can_be_given_up(pipe: Path) -> None:
    cancel = threading.Event()
    writer = os.open(pipe, os.O_RDWR)
    threading.Timer(0.3, cancel.set).start()
    with pytest.raises(CancelledError):
        open_source(pipe, cancel=cancel)
    os.close(writer)


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    reported: list[int] = []
    open_source(tmp_path / "a.txt", progress=reported.append)
    assert reported == [len(TEXT)]


def test_reading_apart_can_be_given_up(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\n" * 3_000_000)
    cancel = threading.Event()
    threading.Timer(0.5, cancel.set).start()
    began = time.monotonic()
    with pytest.raises(CancelledError):
        open_source(tmp_path / "a.txt", cancel=cancel)
    assert time.monotonic() - began < 3
