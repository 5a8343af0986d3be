"""Work in a process of its own: what comes of it comes whole or not at all, and nobody waits longer than they want."""

import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from jumble.startup.prefetch import Prefetch

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the tests' own threads stay out of it


PATIENCE = 30.0


def answers(*things: object) -> Callable[[Event], Iterator[object]]:
    return lambda _: iter(things)


def forever(cancel: Event) -> Iterator[str]:
    cancel.wait()
    yield "too late"


def test_answers_come_one_by_one_and_then_no_more() -> None:
    prefetch = Prefetch(answers("an article", ("x" * 300_000, 7), 3))
    assert [prefetch.receive() for _ in range(4)] == ["an article", ("x" * 300_000, 7), 3, None]
    with pytest.raises(ChildProcessError):
        os.waitpid(prefetch._child, os.WNOHANG)


def test_an_answer_does_not_wait_for_the_next() -> None:
    def job(cancel: Event) -> Iterator[str]:
        yield "at once"
        yield from forever(cancel)

    prefetch = Prefetch(job)
    assert prefetch.receive() == "at once"
    assert prefetch.receive(0.0) is None
    prefetch.close()
    assert prefetch.receive() is None


def test_it_is_done_in_another_process() -> None:
    assert Prefetch(lambda _: iter([os.getpid()])).receive() not in {None, os.getpid()}


def fail(_: Event) -> Iterator[str]:
    yield "the first"
    raise ValueError("no such thing")


def end(_: Event) -> Iterator[str]:
    yield "the first"
    os.kill(os.getpid(), signal.SIGKILL)


def strange(_: Event) -> Iterator[object]:
    yield "the first"
    yield lambda: "what cannot be written down"


@pytest.mark.parametrize("job", [fail, end, strange])
def test_of_work_that_fails_comes_what_was_there_before(
    job: Callable[[Event], Iterator[object]], capfd: pytest.CaptureFixture[str]
) -> None:
    prefetch = Prefetch(job)
    assert [prefetch.receive(), prefetch.receive()] == ["the first", None]
    assert capfd.readouterr() == ("", "")


def test_nobody_waits_longer_than_they_want() -> None:
    prefetch = Prefetch(forever)
    assert prefetch.receive(0.0) is None
    given_up = Event()
    given_up.set()
    assert prefetch.receive(cancel=given_up) is None
    prefetch.close()
    assert (prefetch._answers_fd, prefetch._wanted_fd) == (-1, [])


def deaf(_: Event) -> Iterator[str]:
    yield "the first"
    while True:
        pass


@pytest.mark.parametrize("job", [forever, deaf])
def test_nothing_is_left_of_work_that_is_given_up(job: Callable[[Event], Iterator[object]]) -> None:
    alive, ours = os.pipe()
    prefetch = Prefetch(job)
    os.close(ours)  # the process has it alone
    prefetch.close()
    assert select.select([alive], [], [], PATIENCE)[0], "the process goes on"
    os.close(alive)
    with suppress(ChildProcessError):  # it is seen off by a thread, maybe this moment
        os.waitpid(prefetch._child, 0)
    assert not Path(f"/proc/{prefetch._child}").exists()


def test_nothing_is_left_when_whoever_waits_is_given_up() -> None:
    prefetch = Prefetch(deaf)
    assert prefetch.receive() == "the first"
    got: list[object] = []
    waiting = Thread(target=lambda: got.append(prefetch.receive()), daemon=True)
    waiting.start()
    prefetch.close()
    waiting.join(PATIENCE)
    assert got == [None]
    assert prefetch._answers_fd == -1


def test_whoever_waits_in_another_thread_gets_nothing_when_it_is_given_up() -> None:
    prefetch = Prefetch(forever)
    got: list[object] = []
    waiting = Thread(target=lambda: got.append(prefetch.receive()), daemon=True)
    waiting.start()
    prefetch.close()
    waiting.join()
    assert got == [None]
    assert prefetch._answers_fd == -1


def test_an_answer_that_breaks_off_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda pipe, answer: write(pipe, answer[:50]) + len(answer))
    assert Prefetch(answers("x" * 100)).receive() is None


def test_where_processes_do_not_fork_nothing_comes_and_nothing_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    ends = [os.pipe(), os.pipe()]
    monkeypatch.setattr(os, "pipe", iter(ends).__next__)
    prefetch = Prefetch(answers(1))
    assert prefetch.receive() is None
    prefetch.close()
    for end in (*ends[0], *ends[1]):
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(end)
