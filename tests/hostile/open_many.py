"""Runs `jumble article` in this process for each path on standard input, and prints each result as a line of JSON."""

import contextlib
import io
import json
import resource
import sys
import time
import traceback
from pathlib import Path

from jumble.cli.command_line import main


def open_one(path: str) -> dict[str, object]:
    """Return status, output, messages, duration (s) and peak memory (MB) of `jumble article` on a file."""
    out, err = io.StringIO(), io.StringIO()
    crash = ""
    status = -1
    began = time.monotonic()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main(["article", path])
        except BaseException:  # noqa: BLE001 any exception at all is a failure to report
            crash = traceback.format_exc()
    text = out.getvalue()
    return {
        "status": status,
        "crash": crash,
        "seconds": time.monotonic() - began,
        "out": text[:4000],
        "unclean": sorted({char for char in text + err.getvalue() if char != "\n" and is_control(char)}),
        "err": err.getvalue(),
        "megabytes": max(own_peak(), megabytes(resource.RUSAGE_CHILDREN)),
    }


def own_peak() -> float:
    """Return this process's peak memory in MB; from VmHWM, since ru_maxrss includes the parent's memory at fork."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return megabytes(resource.RUSAGE_SELF)


def megabytes(who: int) -> float:
    """Return the peak memory (ru_maxrss) in MB; the unit is bytes on macOS, KB on Linux."""
    return resource.getrusage(who).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def is_control(char: str) -> bool:
    """Return whether a character is a control or bidirectional control, or a surrogate that cannot be encoded."""
    code = ord(char)
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xE000
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
    )


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(open_one(line.rstrip("\n"))), flush=True)
