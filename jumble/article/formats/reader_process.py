"""Foreign formats are read in a process of their own, with bounded memory and time.

A parser that is fed a hostile document can neither hang the game nor eat the machine, a crash of it is one line, and
giving up works at any moment. It also keeps the screen alive: the libraries are large, and importing one would hold up
every other thread. The document goes in through standard input; what the reader made of it comes back as JSON.
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
from jumble.article.read_control import Reading

if TYPE_CHECKING:
    from subprocess import Popen

POLL_SECONDS = 0.05
"""How often the one who waits looks whether the player gave up."""
_REFUSED, _TOO_LARGE, _NOT_INSTALLED = 3, 4, 5

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from jumble.article.formats.reader_process import serve; serve()"
)


class TooLongError(ArticleError):
    """The reader was still at work when its time was up."""


def read_apart(reader: str, raw: bytes, name: str, reading: Reading, seconds: float = OPEN_SECONDS) -> Any:  # noqa: ANN401 each reader's own JSON
    """Return what `jumble.article.formats.<reader>.read(raw, name)` returns, as JSON values.

    `name` is the document's, for titles and messages. Raises ArticleError as the reader does, when it takes more than
    READER_MEMORY bytes, more than `seconds` (TooLongError) or breaks; CancelledError when the player gave up.
    """
    return json.loads(_answer(reader, raw, name, reading, seconds))


def _answer(reader: str, raw: bytes, name: str, reading: Reading, seconds: float) -> str:
    """Return the answer of a reader's process, of which nothing else is left: of a long book each copy counts."""
    from subprocess import DEVNULL, PIPE, Popen

    end = time.monotonic() + reading.left(seconds)
    arguments = [sys.executable, "-c", _START, json.dumps(sys.path), reader, name]
    try:
        process = Popen(arguments, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 our own interpreter and code
    except (OSError, ValueError):
        raise ArticleError("it cannot be read now: the system starts no more processes; try again later") from None
    pipe, process.stdin = process.stdin, None  # communicate would write all of it before it looks at the clock
    feeder = threading.Thread(target=_feed, args=(pipe, raw), daemon=True)
    feeder.start()
    try:
        answer = _wait(process, reading, end)
    finally:
        process.kill()
        process.wait()
        feeder.join()
        if process.stdout:
            process.stdout.close()
    if process.returncode != 0:
        _refuse(process.returncode, answer)
    return answer.decode()


def _feed(pipe: "IO[bytes] | None", raw: bytes) -> None:
    """Give the document to the process, which may end before it has read it."""
    if pipe:
        with suppress(OSError):
            pipe.write(raw)
        with suppress(OSError):
            pipe.close()


def _wait(process: "Popen[bytes]", reading: Reading, end: float) -> bytes:
    """Return the answer of the process; raises TooLongError."""
    from subprocess import TimeoutExpired

    while True:
        left = end - time.monotonic()
        reading.left()
        if left <= 0:
            raise TooLongError("it takes too long to read; give a part of it, or its text")
        with suppress(TimeoutExpired):
            return process.communicate(timeout=min(left, POLL_SECONDS))[0]


def _refuse(status: int, answer: bytes) -> NoReturn:
    """Raise the ArticleError that an exit status of the reader's process stands for."""
    if status == _REFUSED:
        raise ArticleError(json.loads(answer))
    if status == _TOO_LARGE:
        raise ArticleError("it takes too much memory to read; give a part of it, or its text")
    if status == _NOT_INSTALLED:
        raise ArticleError(f"to read it needs {json.loads(answer)}, which is not installed; install the game anew")
    raise ArticleError("it is damaged and cannot be read; give its text")


def serve() -> None:
    """Be the process of a reader: read standard input, write the answer, exit with what came of it."""
    reader, name = sys.argv[2:4]
    _limit()
    status, answer = 0, None
    try:
        answer = import_module(f"jumble.article.formats.{reader}").read(sys.stdin.buffer.read(), name)
    except ArticleError as error:
        status, answer = _REFUSED, str(error)
    except (MemoryError, RecursionError):
        status = _TOO_LARGE
    except ModuleNotFoundError as error:
        status, answer = _NOT_INSTALLED, error.name
    try:
        sys.stdout.write(json.dumps(answer))  # ASCII: lone surrogates pass, and are cleaned away at the border
        sys.stdout.flush()
    except MemoryError:
        status = _TOO_LARGE
    sys.exit(status)


def _limit() -> None:
    """Bound this process's memory and processor time, where the platform can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (("RLIMIT_DATA", READER_MEMORY), ("RLIMIT_CPU", int(OPEN_SECONDS) + 1), ("RLIMIT_CORE", 0)):
        with suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, kind), (most, most))
