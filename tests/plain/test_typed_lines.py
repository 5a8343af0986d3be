import os
import pty
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.plain.typed_lines import MAX_LINE_BYTES, StopAsked, TypedLines

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.fixture
def terminal() -> Iterator[tuple[TypedLines, int]]:
    """Lines of a terminal, and the keyboard."""
    keyboard, screen = pty.openpty()
    with TypedLines(screen) as lines:
        yield lines, keyboard
    os.close(keyboard)
    os.close(screen)


def piped(raw: bytes) -> list[str | None]:
    """Return the lines that a pipe gives, with the end."""
    here, there = os.pipe()
    with ExitStack() as opened:
        opened.callback(os.close, here)
        os.write(there, raw)
        os.close(there)
        lines = opened.enter_context(TypedLines(here))
        read = [lines.next(None)]
        while read[-1] is not None:
            read.append(lines.next(None))
    return read


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (b"", [None]),
        (b"one\ntwo\n", ["one", "two", None]),
        (b"one\n\ntwo", ["one", "", "two", None]),
        ("é\xff\n".encode("latin-1"), ["\ufffd\ufffd", None]),
        ("пресса\n".encode(), ["пресса", None]),
        (b"x" * (MAX_LINE_BYTES - 4096), ["x" * (MAX_LINE_BYTES - 4096), None]),
    ],
)
def test_a_pipe_gives_its_lines(raw: bytes, read: list[str | None]) -> None:
    assert piped(raw) == read


@given(st.binary(max_size=300))
def test_no_byte_of_a_pipe_is_lost(raw: bytes) -> None:
    *lines, rest = raw.split(b"\n")
    assert piped(raw) == [each.decode("utf-8", "replace") for each in (*lines, *filter(None, [rest]))] + [None]


def test_a_line_without_end_is_cut() -> None:
    file = os.open("/dev/zero", os.O_RDONLY)
    with TypedLines(file) as lines:
        line = lines.next(None)
    os.close(file)
    assert line is not None
    assert MAX_LINE_BYTES <= len(line) < 2 * MAX_LINE_BYTES


def test_a_terminal_is_waited_for_as_long_as_the_clock_allows(terminal: tuple[TypedLines, int]) -> None:
    lines, keyboard = terminal
    with pytest.raises(TimeoutError):
        lines.next(0.001)
    os.write(keyboard, b"one\ntwo\nthr")
    assert [lines.next(60), lines.next(60)] == ["one", "two"]
    with pytest.raises(TimeoutError):
        lines.next(0.001)
    os.write(keyboard, b"ee\n\x04")
    assert [lines.next(60), lines.next(60)] == ["three", None]


def test_the_suspend_key_is_heard_while_waiting_and_between(terminal: tuple[TypedLines, int]) -> None:
    lines, keyboard = terminal
    os.kill(os.getpid(), signal.SIGTSTP)
    with pytest.raises(StopAsked):
        lines.next(60)
    os.write(keyboard, b"one\n")
    assert lines.next(60) == "one"


def test_the_suspend_key_is_given_back() -> None:
    before = signal.getsignal(signal.SIGTSTP)
    keyboard, screen = pty.openpty()
    with TypedLines(screen):
        assert signal.getsignal(signal.SIGTSTP) is not before
    assert signal.getsignal(signal.SIGTSTP) is before
    os.close(keyboard)
    os.close(screen)


def test_a_pipe_is_waited_for_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("select.select", lambda *_: pytest.fail("a pipe was waited for with a limit"))
    here, there = os.pipe()
    os.write(there, b"one\n")
    with TypedLines(here) as lines:
        assert lines.next(0.0) == "one"
    os.close(here)
    os.close(there)


def test_what_cannot_be_read_is_the_end() -> None:
    here, there = os.pipe()
    with TypedLines(there) as lines:
        assert lines.next(None) is None
    os.close(here)
    os.close(there)


def test_a_terminal_that_is_gone_is_the_end() -> None:
    keyboard, screen = pty.openpty()
    with TypedLines(screen) as lines:
        os.close(keyboard)
        assert lines.next(60) is None
    os.close(screen)
