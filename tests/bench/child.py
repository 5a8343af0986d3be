"""A command in a pty, read as fast as it writes, that tells when each thing came: the clock of the terminal benchmarks.

The emulator of the end-to-end tests takes longer to draw a screen than the game does to write it; here the bytes are
only counted and searched. What a modern terminal answers is answered, for the game and for its partner alike.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

ROOT = Path(__file__).resolve().parents[2]
COLUMNS, ROWS = 80, 24
PATIENCE = 60.0
"""Seconds after which what has not come will not come."""
GRACE = 3.0
"""Seconds left to an orderly end."""
ENTER_ALTERNATE = "\x1b[?1049h"

ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised output: there, and off
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # sizes told in band: not known
}
LEFT_OUT = ("TEXTUAL", "JUMBLE", "PYTHON", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "COVERAGE")
"""Beginnings of the variables that would make the two differ from what a player has."""

_STYLE = re.compile(r"\x1b\[[\d;:]*m")
_OTHER = re.compile(r"\x1b\[[\d;:?<=>]*[ -/]*[@-~]")


class LateError(Exception):
    """What was waited for did not come; the message has the end of what did."""


class Press(NamedTuple):
    """What a key brought about."""

    first: float
    """Seconds to the first bytes."""
    last: float
    """Seconds to the last bytes before all was quiet."""
    size: int
    """Bytes."""


def environment(home: Path, base: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables of a child: a terminal of today, records in `home`, nothing that changes what it does."""
    kept = {name: value for name, value in base.items() if not name.startswith(LEFT_OUT)}
    return {**kept, "JUMBLE_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def plain(output: bytes) -> str:
    """Return what was written, without styles; where the cursor jumps, a new line."""
    text = output.decode("utf-8", "ignore")
    return _OTHER.sub("\n", _STYLE.sub("", text))


class Child:
    """A running command. Use it as a context: at the end of it the command has ended."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        """Run Python with `arguments`; the clock starts now."""
        command, variables = [sys.executable, *arguments], environment(home)
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        self.output = bytearray()
        self._answered = 0
        self._open = True
        os.chdir(ROOT)
        self.began = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.execve(command[0], command, variables)  # noqa: S606 no shell is wanted
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # --- reading

    def read(self, until: float) -> float | None:
        """Read what comes next; return when it came, None when nothing did before `until` (`time.perf_counter`)."""
        ready, _, _ = select.select([self.terminal], [], [], max(0.0, until - time.perf_counter()))
        return self.take() if ready else None

    def take(self) -> float | None:
        """Read what is there; return when; None at the end."""
        try:
            piece = os.read(self.terminal, 1 << 16)
        except OSError:  # what Linux says when the other side has closed
            piece = b""
        came = time.perf_counter()
        if not piece:
            self._open = False
            return None
        self.output += piece
        self._answer()
        return came

    def _answer(self) -> None:
        """Answer what was asked since the last time."""
        for question, answer in ANSWERS.items():
            if self.output.find(question, self._answered) >= 0:
                os.write(self.terminal, answer)
        self._answered = max(0, len(self.output) - max(map(len, ANSWERS)) + 1)

    def wait_for(self, *wanted: str) -> float:
        """Return the seconds from the start until the output held all that is wanted; raises LateError."""
        return self._wait_for(wanted, self.began, 0, PATIENCE)

    def show(self, key: bytes, *wanted: str, patience: float = PATIENCE) -> float:
        """Press a key; return the seconds until what came of it held all that is wanted; raises LateError."""
        pressed = time.perf_counter()
        os.write(self.terminal, key)
        return self._wait_for(wanted, pressed, len(self.output), patience)

    def _wait_for(self, wanted: Sequence[str], start: float, place: int, patience: float) -> float:
        deadline = time.perf_counter() + patience
        while (came := self.read(deadline)) is not None:
            shown = plain(bytes(self.output[place:]))
            if all(text in shown for text in wanted):
                return came - start
        why = "did not come" if self._open else "did not come before the end"
        raise LateError(f"{' and '.join(map(repr, wanted))} {why}; the last lines were {self.last_lines()!r}")

    def last_lines(self) -> str:
        """Return the end of what was written, for a message."""
        return " ".join(plain(bytes(self.output)).split())[-160:]

    def read_for(self, seconds: float) -> None:
        """Go on reading for a while."""
        until = time.perf_counter() + seconds
        while self._open and time.perf_counter() < until:
            self.read(until)

    def wait_for_quiet(self, quiet: float, patience: float = PATIENCE) -> None:
        """Read until nothing has come for `quiet` seconds; raises LateError when there is no end to it."""
        deadline = time.perf_counter() + patience
        while self.read(time.perf_counter() + quiet) is not None:
            if time.perf_counter() > deadline:
                raise LateError("it did not come to rest")

    def press(self, key: bytes, quiet: float) -> Press:
        """Press a key; return what came of it until nothing came for `quiet` seconds."""
        before = len(self.output)
        pressed = time.perf_counter()
        os.write(self.terminal, key)
        first = last = self.read(pressed + PATIENCE)
        if first is None or last is None:
            raise LateError(f"nothing came of the key {key!r}; the last lines were {self.last_lines()!r}")
        while (came := self.read(last + quiet)) is not None:
            last = came
            if last - pressed > PATIENCE:
                raise LateError(f"there is no end to what the key {key!r} brought about")
        return Press(first - pressed, last - pressed, len(self.output) - before)

    # --- what it takes

    def processor_seconds(self) -> float:
        """Return the processor time of all its threads: /proc/PID/stat in hundredths is too coarse for a quiet game."""
        return time.clock_gettime((~self.pid << 3) | 2)  # the clock of another process, as clock_getcpuclockid(3) says

    def peak_memory(self) -> float:
        """Return the most memory it ever had, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        if found is None:
            raise LateError("this system does not tell the memory of a process")
        return int(found[1]) / 1000

    # --- the end

    def close(self) -> None:
        """End the command: in good order, so that its record is closed; by force when that takes too long."""
        deadline = time.perf_counter() + GRACE
        os.kill(self.pid, signal.SIGTERM)
        while not self._ended():
            if time.perf_counter() > deadline:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                break
            if self._open:
                self.read(time.perf_counter() + 0.02)
            else:
                time.sleep(0.005)
        os.close(self.terminal)

    def _ended(self) -> bool:
        """Tell whether it has ended."""
        return os.waitpid(self.pid, os.WNOHANG)[0] != 0


def read_side_by_side(children: Sequence[Child], seconds: float) -> None:
    """Go on reading several children at once for a while."""
    until = time.perf_counter() + seconds
    by_terminal = {child.terminal: child for child in children}
    while (left := until - time.perf_counter()) > 0:
        ready, _, _ = select.select(list(by_terminal), [], [], left)
        for terminal in ready:
            if by_terminal[terminal].take() is None:
                raise LateError("it ended while it was watched")
