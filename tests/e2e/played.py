"""A game in a pty that is sent what a script says, and is then asked whether it still answers."""

import fcntl
import os
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.child import ENTER_ALTERNATE, Child, LateError, plain

PATIENCE = 20.0
"""Seconds after which a game that has not answered hangs: many are played at a time."""
QUIET = 0.3
"""Seconds without output after which a game has done what it was told; a blinking cursor takes longer."""
FAULT_WORDS = ("jumble: ", "Traceback", "Error", "│")
"""Of them one at least is in what is printed about a fault; keys that come too late are printed by the terminal."""
LEAVE_ALTERNATE = b"\x1b[?1049l"
CTRL_P, CTRL_Q, CTRL_T = b"\x10", b"\x11", b"\x14"


class Step(NamedTuple):
    """Something to do to a game, after some seconds: send bytes, give its terminal a size, or wait for a text."""

    after: float
    keys: bytes = b""
    size: tuple[int, int] | None = None
    """Columns and rows."""
    text: str = ""

    def __str__(self) -> str:
        return f"{self.after:.3f} {self.size or self.text or self.keys!r}"


def send(after: float, keys: bytes) -> Step:
    """Send bytes."""
    return Step(after, keys)


def resize(after: float, columns: int, rows: int) -> Step:
    """Give the terminal another size."""
    return Step(after, size=(columns, rows))


def wait(text: str) -> Step:
    """Wait until the game has written a text."""
    return Step(0.0, text=text)


class Played(Child):
    """A game whose end is watched."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        super().__init__(arguments, home)
        self.status: int | None = None

    def fault_of(self, steps: Sequence[Step], shown: Sequence[str]) -> str | None:
        """Do the steps; return what is wrong with what came of them.

        It is right to be still there, to show all that is to be `shown`, to answer a key, and to end when asked to.
        """
        try:
            for step in steps:
                self._do(step)
            self._wait_for_raw(ENTER_ALTERNATE.encode())
            if shown:
                self._wait_for(shown, self.began, 0, PATIENCE)
            self.wait_for_quiet(QUIET, PATIENCE)
        except LateError as error:
            if self.is_open and not self._ended():
                return str(error)
        if self.is_open and self._go_on():
            self.read_for(1)
        if not self.is_open or self._ended():
            may_end = any(mark in step.keys for step in steps for mark in (CTRL_P, b"\x1b[M", b"\x1b[<"))
            return self._end_fault(expected=may_end)
        return self._answer_fault() or self._end_fault(expected=True)

    @property
    def is_open(self) -> bool:
        """Whether the game still has its terminal."""
        return self._open

    def _do(self, step: Step) -> None:
        """Do a step."""
        self.read_for(step.after)
        if step.text:
            self.wait_for(step.text)
        elif step.size is not None:
            columns, rows = step.size
            fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        else:
            self._write(step.keys)

    def _answer_fault(self) -> str | None:
        """Press a key that changes the whole screen, then the one that quits; return what is wrong with the answer."""
        before = len(self.output)
        self._write(CTRL_T)
        deadline = time.perf_counter() + PATIENCE
        while self.is_open and len(self.output) == before and time.perf_counter() < deadline:
            self.read(deadline)
        if self.is_open and len(self.output) == before:
            return f"it hangs (state {self._state()}); its last lines were {self.last_lines()!r}"
        self._write(CTRL_Q)
        return None

    def _wait_for_raw(self, wanted: bytes) -> None:
        """Read until something was written; raises LateError."""
        deadline = time.perf_counter() + PATIENCE
        while wanted not in self.output:
            if self.read(deadline) is None:
                raise LateError(f"{wanted!r} did not come")

    def _write(self, keys: bytes) -> None:
        """Send keys, while the game is there, and reading what it writes: neither waits for the other for ever."""
        left = keys
        deadline = time.perf_counter() + PATIENCE
        while left and self._open and time.perf_counter() < deadline:
            left = left[os.write(self.terminal, left[:512]) :]
            self.read(time.perf_counter())

    def _go_on(self) -> bool:
        """Let a game go on that has stopped itself, as a command of the palette does; tell whether it had."""
        stopped = not self._ended() and self._state() == "T"
        if stopped:
            os.kill(self.pid, signal.SIGCONT)
        return stopped

    def _state(self) -> str:
        """Return the letter of its state, as proc(5) has it: T while it is stopped."""
        return Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]

    def _ended(self) -> bool:
        """Tell whether it has ended."""
        if self.status is None:
            process, status = os.waitpid(self.pid, os.WNOHANG)
            if process:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def _end_fault(self, *, expected: bool) -> str | None:
        """Wait for the end; return what is wrong with it."""
        deadline = time.perf_counter() + PATIENCE
        while not self._ended():
            if time.perf_counter() > deadline:
                return f"it does not end (state {self._state()})"
            if expected and self._go_on():
                self.read_for(1)
                self._write(CTRL_Q)
            if self._open:
                self.read(time.perf_counter() + 0.05)
            else:
                time.sleep(0.005)
        while self._open and self.read(time.perf_counter() + 0.05) is not None:
            pass
        last_words = plain(bytes(self.output).rpartition(LEAVE_ALTERNATE)[2])
        if self.status != 0 or any(word in last_words for word in FAULT_WORDS):
            return f"it ended with status {self.status} and {last_words[-300:]!r}"
        return None if expected else "it ended by itself"

    def close(self) -> None:
        """End it if it has not ended."""
        if not self._ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)
