"""A progress line on standard error, only on a terminal, while a command that prints takes long."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from typing import TextIO

QUIET_SECONDS = 1.0
"""No line for work that is done sooner."""
STEP_SECONDS = 0.25
"""Time between two updates of the line."""
COLUMNS = 80
"""Width assumed of a terminal that does not tell its own."""
_CLEARED = "\r\x1b[K"


@dataclass(slots=True)
class Work:
    """What a command is doing, for the progress line."""

    doing: str
    came: int = 0
    """Bytes read so far."""

    def note(self, came: int) -> None:
        """Note how many bytes have been read so far."""
        self.came = came

    def begin_step(self, doing: str) -> None:
        """Begin the next step, with its own name."""
        self.doing, self.came = doing, 0


@contextmanager
def sign_of_life(doing: str, *, wanted: bool = True) -> Iterator[Work]:
    """Show on standard error what is being done and for how long; clear the line at the end.

    Yields the Work to report progress to. Nothing is shown unless `wanted`, nor where standard error is not a terminal
    or cannot clear a line.
    """
    work, stream = Work(doing), sys.stderr
    if not wanted or stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield work
        return
    done = Event()
    updater = Thread(target=_update, args=(stream, work, done), daemon=True)
    updater.start()
    try:
        yield work
    finally:
        done.set()
        updater.join()


def _update(stream: TextIO, work: Work, done: Event) -> None:
    """Update the line until the work is done."""
    started = monotonic()
    shown = False
    with suppress(OSError):  # the terminal is gone: its signal ends the process
        while not done.wait(STEP_SECONDS if shown else QUIET_SECONDS):
            from jumble.desk.wording import show_progress

            shown = True
            known = (work.doing, *show_progress(work.came, monotonic() - started), "ctrl+c cancel")
            columns = os.get_terminal_size(stream.fileno()).columns or COLUMNS
            line = " · ".join(known)[: columns - 1]  # within a row, to be cleared
            print(_CLEARED, line, sep="", end="", file=stream, flush=True)
        if shown:
            print(_CLEARED, end="", file=stream, flush=True)
