"""Does a piece of work ahead, in a process of its own: on another processor, while this one still loads the screen.

Textual takes a seventh of a second to be imported, and nothing else can happen in a process meanwhile; what a first
game needs, from the text to its scrambles, takes about as long. Afterwards the process is gone, and its memory with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from threading import Event


Thing = TypeVar("Thing")

_CHUNK = 1 << 16
_SIZE = 8
"""Bytes of the number before each answer that says how many it has."""
_LOOK_SECONDS = 0.05
"""Between two looks whether the player gave up."""
GRACE_SECONDS = 0.5
"""In which a job that nobody waits for can end in good order; then its process is ended."""


class Cancel(Protocol):
    """A `threading.Event`, or whatever else can be set from outside."""

    def is_set(self) -> bool:
        """Tell whether to stop waiting."""


class Ahead(Generic[Thing]):
    """Work that has begun, and its answers. What cannot be done ahead has none, and is to be done as usual."""

    def __init__(self, job: Callable[[Event], Iterable[Thing]], niceness: int = 0) -> None:
        """Begin a job, before any thread does; the event it gets is set when nobody waits for it any more.

        `niceness` (0 to 19) says how far it is to stand back where both must share one processor.
        """
        self._came = bytearray()
        self._lock = Lock()
        self._process, self._pipe = 0, -1
        self._wanted: list[int] = []
        """The end of a pipe that is open while somebody waits; whoever takes it out closes it."""
        ends: list[int] = []
        try:
            ends += os.pipe()
            ends += os.pipe()
            self._process = os.fork()
        except (AttributeError, OSError):  # a system that does not fork, or has no more processes
            for end in ends:
                os.close(end)
            return
        pipe, their_pipe, wanted, their_wanted = ends
        if not self._process:
            os.close(pipe)
            os.close(their_wanted)
            _work(job, niceness, their_pipe, wanted)
        os.close(their_pipe)
        os.close(wanted)
        self._pipe, self._wanted = pipe, [their_wanted]

    def take(self, seconds: float | None = None, cancel: Cancel | None = None) -> Thing | None:
        """Return the next answer: waits for it, at most so many `seconds`, and no longer than `cancel` is unset.

        None when none came, none yet, or there are no more.
        """
        from select import select
        from time import monotonic

        deadline = None if seconds is None else monotonic() + seconds
        with self._lock:
            while self._pipe >= 0 and not (cancel is not None and cancel.is_set()):
                if (answer := self._next()) is not None:
                    return answer
                left = _LOOK_SECONDS if deadline is None else min(_LOOK_SECONDS, deadline - monotonic())
                if select([self._pipe], [], [], max(0.0, left))[0]:
                    piece = os.read(self._pipe, _CHUNK)
                    self._came += piece
                    if not piece:
                        self._end(at_once=True)
                elif left <= 0:
                    return None
        return None

    def _next(self) -> Thing | None:
        """Return the next answer if all of it has come."""
        from pickle import loads

        end = _SIZE + int.from_bytes(self._came[:_SIZE], "big")
        if len(self._came) < max(end, _SIZE + 1):
            return None
        answer, self._came = self._came[_SIZE:end], self._came[end:]
        return cast("Thing", loads(answer))  # noqa: S301 our own words

    def close(self) -> None:
        """Give up what is not there yet; whoever waits for it in another thread gets nothing, soon."""
        self._want_no_more()
        if self._lock.acquire(blocking=False):
            if self._pipe >= 0:
                self._end()
            self._lock.release()

    def _want_no_more(self) -> None:
        """Tell the process that nobody waits."""
        with suppress(IndexError):
            os.close(self._wanted.pop())

    def _end(self, *, at_once: bool = False) -> None:
        """Note that no more will come, and see the process off: `at_once` where it has ended."""
        os.close(self._pipe)
        self._pipe = -1
        self._want_no_more()
        if at_once:
            _see_off(self._process)
        else:
            from threading import Thread

            Thread(target=_see_off, args=(self._process,), name="ahead", daemon=True).start()


def _see_off(process: int) -> None:
    """Wait for the end of a process, so that nothing is left of it."""
    with suppress(ChildProcessError):
        os.waitpid(process, 0)


def _work(job: Callable[[Event], Iterable[object]], niceness: int, pipe: int, wanted: int) -> None:
    """Be the process: do the job, write each answer when it is there, and end without a word, whatever happens."""
    status = 1
    try:
        os.nice(niceness)
        from pickle import dumps
        from threading import Event, Thread

        cancel = Event()
        Thread(target=_watch, args=(wanted, cancel), daemon=True).start()
        for thing in job(cancel):
            answer = dumps(thing)
            left = memoryview(len(answer).to_bytes(_SIZE, "big") + answer)
            while left and not cancel.is_set():
                left = left[os.write(pipe, left) :]
        status = 0
    except BaseException:  # noqa: BLE001 whoever waits does it again, and sees what is wrong
        status = 1
    finally:
        os._exit(status)


def _watch(wanted: int, cancel: Event) -> None:
    """Wait until nobody waits any more, and end: the other end of a pipe is closed, at the latest with its process."""
    os.read(wanted, 1)
    cancel.set()
    sleep(GRACE_SECONDS)
    os._exit(1)
