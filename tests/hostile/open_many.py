"""Opens files one after the other, as `jumble article` does; reports each as a line of JSON; run apart by the tests."""

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
    """Return what came of opening a file."""
    out, err = io.StringIO(), io.StringIO()
    crash = ""
    status = -1
    began = time.monotonic()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main(["article", path])
        except BaseException:  # noqa: BLE001 nothing at all may come through
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
    """Return the most memory that this process has had, in MB; `ru_maxrss` counts what started it as well."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return megabytes(resource.RUSAGE_SELF)


def megabytes(who: int) -> float:
    """Return the peak memory that the system tells, in MB."""
    return resource.getrusage(who).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def is_control(char: str) -> bool:
    """Tell what a terminal would act on, or cannot be written at all."""
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
