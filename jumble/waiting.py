"""A sign of life, on a terminal alone, while a command that prints takes its time."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic
from typing import TextIO

QUIET_SECONDS = 1.0
"""No line for what is done sooner, and between two lines."""
_CLEARED = "\r\x1b[K"


@contextmanager
def sign_of_life(doing: str, *, wanted: bool = True) -> Iterator[Callable[[int], None]]:
    """Tell on standard error what is being done and for how long, and take the line back at the end.

    Gives what is to be told the bytes that have come. Nothing is told unless it is wanted, nor where standard error is
    no terminal, or one that can take nothing back.
    """
    came = 0

    def note(count: int) -> None:
        nonlocal came
        came = count

    stream = sys.stderr
    if not wanted or stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield note
        return
    done = Event()
    teller = Thread(target=_tell, args=(stream, doing, lambda: came, done), daemon=True)
    teller.start()
    try:
        yield note
    finally:
        done.set()
        teller.join()


def _tell(stream: TextIO, doing: str, came: Callable[[], int], done: Event) -> None:
    """Tell how far it is until it is done."""
    begun = monotonic()
    told = False
    with suppress(OSError):  # the terminal is gone: its signal ends the process
        while not done.wait(QUIET_SECONDS):
            from jumble.telling import show_progress

            told = True
            known = (doing, *show_progress(came(), monotonic() - begun), "ctrl+c cancel")
            line = " · ".join(known)[: os.get_terminal_size(stream.fileno()).columns - 1]  # a row: it is to be cleared
            print(_CLEARED, line, sep="", end="", file=stream, flush=True)
        if told:
            print(_CLEARED, end="", file=stream, flush=True)
