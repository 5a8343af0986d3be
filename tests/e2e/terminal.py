"""A real terminal for the game: a pty, with an emulator behind it that tells what a person would see."""

import os
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds after which a screen that has not come is a failure; machines that test are shared."""
ENTER_ALTERNATE = "\x1b[?1049h"
LEAVE_ALTERNATE = "\x1b[?1049l"
SHOW_CURSOR = "\x1b[?25h"


class Terminal:
    """A command running in a pty of its own."""

    def __init__(self, command: Sequence[str], home: Path, *, columns: int = 80, rows: int = 24) -> None:
        environment = {
            **os.environ,
            "JUMBLE_HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TEXTUAL_ANIMATIONS": "none",
        }
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""
        self._child: Any = pexpect.spawn(
            command[0], list(command[1:]), env=environment, dimensions=(rows, columns), encoding="utf-8", echo=True
        )
        self.attributes = termios.tcgetattr(self._child.child_fd)
        """The terminal's settings before the game changes them."""

    @property
    def pid(self) -> int:
        return int(self._child.pid)

    def text(self) -> str:
        return "\n".join(self._screen.display)

    def send(self, keys: str) -> None:
        self._child.send(keys)

    def send_bytes(self, keys: bytes) -> None:
        """Send what need not be text, in one write."""
        os.write(self._child.child_fd, keys)

    def send_until_gone(self, keys: str, text: str) -> None:
        """Send keys until a text has gone: a key that comes before the screen is ready for it means nothing."""
        deadline = time.monotonic() + PATIENCE
        while text in self.text():
            assert time.monotonic() < deadline, f"{text!r} did not go; the screen was:\n{self.text()}"
            self.send(keys)
            for _ in range(4):
                self.read()
                if text not in self.text():
                    break

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def wait(self, wanted: str | Callable[[str], bool]) -> str:
        """Read until the screen shows a text, or satisfies a condition; return the screen."""
        satisfied = wanted if callable(wanted) else lambda text: wanted in text
        deadline = time.monotonic() + PATIENCE
        while not satisfied(self.text()):
            if time.monotonic() > deadline or not self.read():
                raise AssertionError(f"{wanted!r} did not come; the screen was:\n{self.text()}")
        return self.text()

    def wait_for_end(self) -> int:
        """Read to the end; return the exit status, 128 + n when signal n ended it."""
        deadline = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < deadline, f"it did not end; the screen was:\n{self.text()}"
        self._child.wait()
        if self._child.exitstatus is not None:
            return int(self._child.exitstatus)
        return 128 + int(self._child.signalstatus)

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        self._child.ptyproc.fileobj.close()

    def close(self) -> None:
        self._child.close(force=True)

    def read(self, patience: float = 0.5) -> bool:
        """Read what there is, or comes within some seconds; False at the end."""
        try:
            # the query of what a terminal can do is private: pyte would print its final letter
            text = self._child.read_nonblocking(65536, timeout=patience)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += text
        self._stream.feed(text)
        return True


def jumble(*arguments: str) -> list[str]:
    """Return the command that runs the game."""
    return [sys.executable, "-m", "jumble", *arguments]
