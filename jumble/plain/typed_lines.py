"""Lines as they are typed or come through a pipe, with a wait that ends when the clock does.

They are read from the descriptor, past Python's own buffers: a line that waits in such a buffer is one for which
`select` would wait in vain.
"""

import os
import select
import signal
from types import TracebackType
from typing import Protocol, Self

CHUNK = 4096
MAX_LINE_BYTES = 64 * 1024
"""A longer line is cut: a stream without line ends must not fill the memory."""


class StopAsked(Exception):  # noqa: N818 nothing is wrong
    """The terminal's suspend key was pressed."""


class Lines(Protocol):
    """Where the player's lines come from."""

    def next(self, seconds: float | None) -> str | None:
        """Return the next line, None at the end.

        Raises TimeoutError when none came within `seconds`, StopAsked when the player wants the shell.
        """

    def stop(self) -> None:
        """Stop for the shell, and return when the game is resumed."""


class TypedLines:
    """Lines of a descriptor. A terminal is waited for as long as the clock allows, a pipe for ever."""

    def __init__(self, descriptor: int, encoding: str = "utf-8") -> None:
        """Read a descriptor, which stays open."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._is_terminal = os.isatty(descriptor)
        self._read = b""
        self._ended = False
        self._stop_asked, self._ask = os.pipe()

    def __enter__(self) -> Self:
        """Handle the suspend key of a terminal: the game stops only between two moves."""
        if self._is_terminal:
            self._before = signal.signal(signal.SIGTSTP, lambda *_: os.write(self._ask, b"z"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the suspend key back."""
        if self._is_terminal:
            signal.signal(signal.SIGTSTP, self._before)
        os.close(self._stop_asked)
        os.close(self._ask)

    def next(self, seconds: float | None) -> str | None:
        """Return the next line without its end; see `Lines`."""
        while not self._ended and b"\n" not in self._read and len(self._read) < MAX_LINE_BYTES:
            if self._is_terminal:
                self._wait(seconds)
            try:
                chunk = os.read(self._descriptor, CHUNK)
            except OSError:  # the terminal is gone
                chunk = b""
            self._ended = not chunk
            self._read += chunk
        if not self._read:
            return None
        line, _, self._read = self._read.partition(b"\n")
        return line.decode(self._encoding, "replace")

    def stop(self) -> None:
        """Stop this process until the shell resumes it."""
        os.kill(os.getpid(), signal.SIGSTOP)

    def _wait(self, seconds: float | None) -> None:
        """Wait for something to read; raises TimeoutError or StopAsked."""
        ready, _, _ = select.select([self._descriptor, self._stop_asked], [], [], seconds)
        if self._stop_asked in ready:
            os.read(self._stop_asked, CHUNK)
            raise StopAsked
        if not ready:
            raise TimeoutError
