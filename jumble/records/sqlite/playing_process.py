"""Which process plays a game, and whether it still does: what another window is playing is not to be gone on with.

Where the process can be seen, it is looked for: so a game is free the moment after its process was killed, and is not
free while that is merely suspended. Elsewhere (another machine, another container, a system without /proc) the seconds
since the game was last heard of must tell.
"""

import os
import platform
from pathlib import Path
from uuid import uuid4

SILENT_SECONDS = 5
"""After which a game that cannot be looked for counts as cut off; a running one is heard of each second."""


def name_process() -> str:
    """Return a name for one record opened by this process, unlike any other's."""
    return f"{_place()}|{os.getpid()}|{_birth(os.getpid())}|{uuid4().hex}"


def is_playing(process: str | None, silent_seconds: float) -> bool:
    """Tell whether the process of that name still plays a game that was last heard of so many seconds ago."""
    if process is None:
        return False
    place, number, birth = (*process.split("|"), "", "")[:3]
    if place == _place() and birth and number.isdecimal():
        return _birth(int(number)) == birth
    return silent_seconds <= SILENT_SECONDS


def _place() -> str:
    """Name the machine, since when it runs, and which of its processes are seen from here."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return platform.node().replace("|", "")


def _birth(number: int) -> str:
    """Return when a process began, in its system's own measure; empty where it is not to be seen, or is no more."""
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *others = status.rpartition(")")[2].split()  # the name before may hold anything
    return "" if state in {"Z", "X"} else others[18]
