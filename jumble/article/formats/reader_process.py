"""Runs a document reader in a subprocess with limited memory and time.

A hostile document can neither hang the game nor exhaust memory, a crash becomes a one-line message, and the player can
cancel at any moment. Importing the large parsers in the game's own process would also block its screen. The document
is written to the subprocess's standard input; the reader's result is read from its standard output, as JSON.
"""

import json
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, NoReturn

from jumble.article.article import ArticleError
from jumble.article.limits import OPEN_SECONDS, READER_MEMORY
from jumble.article.read_control import ReadControl

if TYPE_CHECKING:
    from subprocess import Popen

POLL_SECONDS = 0.05
"""Seconds between two checks for cancellation."""
_REFUSED, _TOO_LARGE, _NOT_INSTALLED = 3, 4, 5
"""Exit statuses of the subprocess: ArticleError, memory or recursion limit reached, a library missing."""

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from jumble.article.formats.reader_process import run_reader; run_reader()"
)
"""The program of the subprocess; its arguments: the import path as JSON, the reader's module, the document's name."""


class ReaderTimeoutError(ArticleError):
    """The reader did not finish within its time limit."""


def read_in_subprocess(reader: str, raw: bytes, name: str, control: ReadControl, seconds: float = OPEN_SECONDS) -> Any:  # noqa: ANN401 each reader's own JSON
    """Return what `jumble.article.formats.<reader>.read(raw, name)` returns, as JSON values.

    `name` is the document's, for titles and messages. Raises ArticleError if the reader does, fails otherwise or
    exceeds READER_MEMORY; ReaderTimeoutError after `seconds`; CancelledError if cancelled.
    """
    return json.loads(_reader_output(reader, raw, name, control, seconds))


def _reader_output(reader: str, raw: bytes, name: str, control: ReadControl, seconds: float) -> str:
    """Return the reader's JSON; raises as `read_in_subprocess` does.

    A function of its own, so that the bytes read are freed before the JSON is parsed: a long book takes 30 MB a copy.
    """
    from subprocess import DEVNULL, PIPE, Popen

    deadline = time.monotonic() + control.seconds_left(seconds)
    arguments = [sys.executable, "-c", _START, json.dumps(sys.path), reader, name]
    try:
        process = Popen(arguments, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 our own interpreter and code
    except (OSError, ValueError):
        raise ArticleError("it cannot be read now: the system starts no more processes; try again later") from None
    pipe, process.stdin = process.stdin, None  # else communicate writes it all before it heeds its timeout
    writer = threading.Thread(target=_write_document, args=(pipe, raw), daemon=True)
    writer.start()
    try:
        output = _wait_for_output(process, control, deadline)
    finally:
        process.kill()
        process.wait()
        writer.join()
        if process.stdout:
            process.stdout.close()
    if process.returncode != 0:
        _raise_for_status(process.returncode, output)
    return output.decode()


def _write_document(pipe: "IO[bytes] | None", raw: bytes) -> None:
    """Write the document into the subprocess's standard input; the subprocess may exit before reading it all."""
    if pipe:
        with suppress(OSError):
            pipe.write(raw)
        with suppress(OSError):
            pipe.close()


def _wait_for_output(process: "Popen[bytes]", control: ReadControl, deadline: float) -> bytes:
    """Return the subprocess's output; raises ReaderTimeoutError past `deadline` (monotonic seconds), CancelledError."""
    from subprocess import TimeoutExpired

    while True:
        seconds_left = deadline - time.monotonic()
        control.seconds_left()
        if seconds_left <= 0:
            raise ReaderTimeoutError("it takes too long to read; give a part of it, or its text")
        with suppress(TimeoutExpired):
            return process.communicate(timeout=min(seconds_left, POLL_SECONDS))[0]


def _raise_for_status(status: int, output: bytes) -> NoReturn:
    """Raise the ArticleError that the subprocess's exit status stands for; `output` is its JSON."""
    if status == _REFUSED:
        raise ArticleError(json.loads(output))
    if status == _TOO_LARGE:
        raise ArticleError("it takes too much memory to read; give a part of it, or its text")
    if status == _NOT_INSTALLED:
        raise ArticleError(f"to read it needs {json.loads(output)}, which is not installed; install the game anew")
    raise ArticleError("it is damaged and cannot be read; give its text")


def run_reader() -> None:
    """Read a document from standard input, run its reader, write the result as JSON and exit: the subprocess's main."""
    reader, name = sys.argv[2:4]
    _limit_resources()
    status, output = 0, None
    try:
        output = import_module(f"jumble.article.formats.{reader}").read(sys.stdin.buffer.read(), name)
    except ArticleError as error:
        status, output = _REFUSED, str(error)
    except (MemoryError, RecursionError):
        status = _TOO_LARGE
    except ModuleNotFoundError as error:
        status, output = _NOT_INSTALLED, error.name
    try:
        sys.stdout.write(json.dumps(output))  # escaped ASCII, so lone surrogates pass; cleaning removes them
        sys.stdout.flush()
    except MemoryError:
        status = _TOO_LARGE
    sys.exit(status)


def _limit_resources() -> None:
    """Limit this process's memory, processor time and core dump, where the platform supports it."""
    try:
        import resource
    except ImportError:
        return
    for resource_name, limit in (
        ("RLIMIT_DATA", READER_MEMORY),
        ("RLIMIT_CPU", int(OPEN_SECONDS) + 1),
        ("RLIMIT_CORE", 0),
    ):
        with suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, resource_name), (limit, limit))
