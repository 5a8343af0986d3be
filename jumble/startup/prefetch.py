"""A forked process that does work ahead of time, on another processor, while this one still imports the front end.

Importing Textual takes a seventh of a second, in which a process can do nothing else; making a first puzzle, from the
text to its scrambles, takes about as long. When the work is done the process ends and its memory is free again.
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

Answer = TypeVar("Answer")

_CHUNK_BYTES = 1 << 16
_LENGTH_BYTES = 8
"""Each answer is sent as its length in bytes, in so many bytes, and then itself, pickled."""
_CANCEL_CHECK_SECONDS = 0.05
"""Time between two looks at whether the player gave up waiting."""
GRACE_SECONDS = 0.5
"""Time for a cancelled job to end by itself before its process is ended."""


class Cancel(Protocol):
    """A `threading.Event`, or whatever else can be set from outside."""

    def is_set(self) -> bool:
        """Tell whether to stop waiting."""


class Prefetch(Generic[Answer]):
    """A job running in a forked process, and its answers, read one by one.

    Where fork is missing or the child fails there are fewer answers or none; the caller computes them then.
    """

    def __init__(self, job: Callable[[Event], Iterable[Answer]]) -> None:
        """Fork and start `job`; call this before any thread is started.

        The event that `job` gets is set when its answers are not wanted any more.
        """
        self._received = bytearray()
        self._lock = Lock()
        self._child, self._answers_fd = 0, -1
        self._wanted_fd: list[int] = []
        """The write end of a pipe whose closing tells the child to stop; a list, so that only one thread closes it."""
        ends: list[int] = []
        try:
            ends += os.pipe()
            ends += os.pipe()
            self._child = os.fork()
        except (AttributeError, OSError):  # a system without fork, or no more processes
            for end in ends:
                os.close(end)
            return
        read_answers, write_answers, read_wanted, write_wanted = ends
        if not self._child:
            os.close(read_answers)
            os.close(write_wanted)
            _run_child(job, write_answers, read_wanted)
        os.close(write_answers)
        os.close(read_wanted)
        self._answers_fd, self._wanted_fd = read_answers, [write_wanted]

    def receive(self, timeout_seconds: float | None = None, cancel: Cancel | None = None) -> Answer | None:
        """Wait for the next answer and return it.

        Returns None when there are no more, when none came within `timeout_seconds`, or once `cancel` is set.
        """
        from select import select
        from time import monotonic

        deadline = None if timeout_seconds is None else monotonic() + timeout_seconds
        with self._lock:
            while self._answers_fd >= 0 and not (cancel is not None and cancel.is_set()):
                if (answer := self._decode_next()) is not None:
                    return answer
                until_check = _CANCEL_CHECK_SECONDS
                remaining = until_check if deadline is None else min(until_check, deadline - monotonic())
                if select([self._answers_fd], [], [], max(0.0, remaining))[0]:
                    chunk = os.read(self._answers_fd, _CHUNK_BYTES)
                    self._received += chunk
                    if not chunk:
                        self._finish(child_has_ended=True)
                elif remaining <= 0:
                    return None
        return None

    def _decode_next(self) -> Answer | None:
        """Return the next answer if all its bytes have been received."""
        from pickle import loads

        end = _LENGTH_BYTES + int.from_bytes(self._received[:_LENGTH_BYTES], "big")
        if len(self._received) < max(end, _LENGTH_BYTES + 1):
            return None
        answer, self._received = self._received[_LENGTH_BYTES:end], self._received[end:]
        return cast("Answer", loads(answer))  # noqa: S301 written by our own child

    def close(self) -> None:
        """Give up the remaining answers; another thread that waits in `receive` soon returns None."""
        self._tell_child_to_stop()
        if self._lock.acquire(blocking=False):
            if self._answers_fd >= 0:
                self._finish(child_has_ended=False)
            self._lock.release()

    def _tell_child_to_stop(self) -> None:
        """Close the pipe that stands for somebody being interested in the answers; safe to call twice."""
        with suppress(IndexError):
            os.close(self._wanted_fd.pop())

    def _finish(self, *, child_has_ended: bool) -> None:
        """Close both pipes and collect the child's exit status, in a thread if the child may still be running."""
        os.close(self._answers_fd)
        self._answers_fd = -1
        self._tell_child_to_stop()
        if child_has_ended:
            _collect_exit_status(self._child)
        else:
            from threading import Thread

            Thread(target=_collect_exit_status, args=(self._child,), name="prefetch", daemon=True).start()


def _collect_exit_status(child: int) -> None:
    """Wait for a child to end, so that it does not stay in the process table."""
    with suppress(ChildProcessError):
        os.waitpid(child, 0)


def _run_child(job: Callable[[Event], Iterable[object]], answers_fd: int, wanted_fd: int) -> None:
    """Do the job in the child: write each answer as soon as it is made, then exit, silently whatever happens."""
    status = 1
    try:
        from pickle import dumps
        from threading import Event, Thread

        cancel = Event()
        Thread(target=_exit_when_unwanted, args=(wanted_fd, cancel), daemon=True).start()
        for answer in job(cancel):
            pickled = dumps(answer)
            unsent = memoryview(len(pickled).to_bytes(_LENGTH_BYTES, "big") + pickled)
            while unsent and not cancel.is_set():
                unsent = unsent[os.write(answers_fd, unsent) :]
        status = 0
    except BaseException:  # noqa: BLE001 the parent does the job again, and meets the error itself
        status = 1
    finally:
        os._exit(status)


def _exit_when_unwanted(wanted_fd: int, cancel: Event) -> None:
    """Exit when the parent closes its end of the pipe or dies; the job has GRACE_SECONDS to end by itself."""
    os.read(wanted_fd, 1)
    cancel.set()
    sleep(GRACE_SECONDS)
    os._exit(1)
