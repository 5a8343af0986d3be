"""A sign of life, on a terminal alone, while a command that prints takes its time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from typing import TextIO

QUIET_SECONDS = 1.0
"""No line for what is done sooner."""
STEP_SECONDS = 0.25
"""Between two lines."""
COLUMNS = 80
"""Of a terminal that does not say how many it has."""
_CLEARED = "\r\x1b[K"


@dataclass(slots=True)
class Work:
    """What a command is at."""

    doing: str
    came: int = 0
    """Bytes that have come."""

    def note(self, came: int) -> None:
        """Take note of the bytes that have come."""
        self.came = came

    def turn_to(self, doing: str) -> None:
        """Do something else with what has come."""
        self.doing, self.came = doing, 0


@contextmanager
def sign_of_life(doing: str, *, wanted: bool = True) -> Iterator[Work]:
    """Tell on standard error what is being done and for how long, and take the line back at the end.

    Gives what is to be told how the work goes on. Nothing is told unless it is wanted, nor where standard error is no
    terminal, or one that can take nothing back.
    """
    work, stream = Work(doing), sys.stderr
    if not wanted or stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield work
        return
    done = Event()
    teller = Thread(target=_tell, args=(stream, work, done), daemon=True)
    teller.start()
    try:
        yield work
    finally:
        done.set()
        teller.join()


def _tell(stream: TextIO, work: Work, done: Event) -> None:
    """Tell how far it is until it is done."""
    begun = monotonic()
    told = False
    with suppress(OSError):  # the terminal is gone: its signal ends the process
        while not done.wait(STEP_SECONDS if told else QUIET_SECONDS):
            from jumble.desk.wording import show_progress

            told = True
            known = (work.doing, *show_progress(work.came, monotonic() - begun), "ctrl+c cancel")
            columns = os.get_terminal_size(stream.fileno()).columns or COLUMNS
            line = " · ".join(known)[: columns - 1]  # within a row, to be cleared
            print(_CLEARED, line, sep="", end="", file=stream, flush=True)
        if told:
            print(_CLEARED, end="", file=stream, flush=True)
