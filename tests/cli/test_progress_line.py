"""The sign of life of a command: on a terminal, after a while, in one row, and gone at the end."""

import io
import os
import pty
import sys
import termios
from collections.abc import Iterator

import pytest

from jumble.cli import progress_line as waiting
from jumble.cli.progress_line import sign_of_life

MOST = 20_000
"""Characters after which what is wanted will not come any more."""
CLEARED = "\r\x1b[K"


class Screen:
    """A terminal for standard error; a test puts it there itself, as pytest takes its own back after the fixtures."""

    def __init__(self) -> None:
        self._ours, theirs = pty.openpty()
        self.stream = io.TextIOWrapper(io.FileIO(theirs, "w"), encoding="utf-8", write_through=True)
        self.read = ""

    def wait(self, wanted: str) -> None:
        while wanted not in self.read:
            self.read += os.read(self._ours, 4096).decode()
            assert len(self.read) < MOST, f"{wanted!r} did not come, but {self.read[-80:]!r}"

    def close(self) -> None:
        self.stream.close()
        os.close(self._ours)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    screen = Screen()
    monkeypatch.setattr(waiting, "QUIET_SECONDS", 0.0)
    monkeypatch.setattr(waiting, "STEP_SECONDS", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    yield screen
    screen.close()


def test_each_thing_that_is_done_is_told_and_nothing_stays(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen.stream)
    with sign_of_life("Reading") as work:
        screen.wait(f"{CLEARED}Reading · ctrl+c cancel")
        work.note(1_500_000)
        screen.wait(f"{CLEARED}Reading · 1.5 MB · ctrl+c cancel")
        work.begin_step("Choosing words")
        screen.wait(f"{CLEARED}Choosing words · ctrl+c cancel")
    print("end", end="", flush=True, file=sys.stderr)
    screen.wait(f"{CLEARED}end")


def test_a_narrow_terminal_gets_one_row(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen.stream)
    termios.tcsetwinsize(screen.stream.fileno(), (24, 20))
    with sign_of_life("Reading"):
        screen.wait(f"{CLEARED}Reading · ctrl+c ca{CLEARED}")


@pytest.mark.parametrize(("term", "wanted"), [("dumb", True), ("xterm", False)])
def test_nobody_is_told_who_can_do_nothing_with_it(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, term: str, wanted: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", screen.stream)
    monkeypatch.setenv("TERM", term)
    monkeypatch.delattr(waiting, "Thread")
    with sign_of_life("Reading", wanted=wanted) as work:
        work.note(1)
