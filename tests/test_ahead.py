"""Work in a process of its own: what comes of it comes whole or not at all, and nobody waits longer than they want."""

import os
import signal
from threading import Event

import pytest

from jumble.ahead import Ahead

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the tests' own threads stay out of it


def forever(cancel: Event) -> str:
    cancel.wait()
    return "too late"


def test_what_the_work_gives_can_be_taken_once() -> None:
    ahead = Ahead(lambda _: ("an article", 7, "x" * 300_000))
    assert ahead.take() == ("an article", 7, "x" * 300_000)
    assert ahead.take() is None
    with pytest.raises(ChildProcessError):
        os.waitpid(ahead._process, os.WNOHANG)


def test_it_is_done_in_another_process() -> None:
    assert Ahead(lambda _: os.getpid()).take() not in {None, os.getpid()}


def fail(_: Event) -> None:
    raise ValueError("no such thing")


def end(_: Event) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("job", [fail, end, lambda _: lambda: "what cannot be written down"])
def test_nothing_comes_of_work_that_fails(job: object, capfd: pytest.CaptureFixture[str]) -> None:
    assert callable(job)
    assert Ahead(job).take() is None
    assert capfd.readouterr() == ("", "")


def test_nobody_waits_longer_than_they_want() -> None:
    ahead = Ahead(forever)
    assert ahead.take(0.0) is None
    given_up = Event()
    given_up.set()
    assert ahead.take(cancel=given_up) is None
    ahead.close()
    os.waitpid(ahead._process, 0)  # its event was set: it ends by itself


def test_an_answer_that_breaks_off_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda pipe, answer: write(pipe, answer[:50]) + len(answer))
    assert Ahead(lambda _: "x" * 100).take() is None


def test_where_processes_do_not_fork_nothing_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr(os, "fork", refuse)
    ahead = Ahead(lambda _: 1)
    assert ahead.take() is None
    ahead.close()
