"""Names the process that plays a game, and finds out whether it still does: such a game must not be resumed elsewhere.

Where the process is visible, it is looked up in /proc: a game can be resumed as soon as its process was killed, and not
while the process is merely suspended. Elsewhere (another machine or container, a system without /proc) a game counts as
being played until its time of play has not been saved for SILENT_SECONDS.
"""

import os
import platform
from pathlib import Path
from uuid import uuid4

SILENT_SECONDS = 5
"""Seconds without a save after which a game of an invisible process counts as cut off; a running game saves each
second."""


def name_process() -> str:
    """Return a unique name for one record opened by this process: machine, process number, start time, random part."""
    return f"{_place()}|{os.getpid()}|{_birth(os.getpid())}|{uuid4().hex}"


def is_playing(process: str | None, silent_seconds: float) -> bool:
    """Return whether the process named `process` (None: none) still plays a game last saved `silent_seconds` ago."""
    if process is None:
        return False
    place, number, birth = (*process.split("|"), "", "")[:3]
    if place == _place() and birth and number.isdecimal():
        return _birth(int(number)) == birth
    return silent_seconds <= SILENT_SECONDS


def _place() -> str:
    """Return an id of the machine's current boot and of the process namespace; without /proc, the machine's name."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return platform.node().replace("|", "")


def _birth(number: int) -> str:
    """Return when a process started, in clock ticks since boot; empty if it is not visible or has ended."""
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *fields = status.rpartition(")")[2].split()  # the program's name, in parentheses, may have any character
    return "" if state in {"Z", "X"} else fields[18]  # Z and X: ended
