"""Files, pipes and devices are read without ever being stuck: each wait is short, each read counted."""

import os
import select
import stat
import time
from pathlib import Path
from typing import BinaryIO

from jumble.article.article import ArticleError
from jumble.article.limits import MAX_BYTES, WRITER_SECONDS
from jumble.article.read_control import Reading

CHUNK = 1024 * 1024
POLL_SECONDS = 0.1
"""How often one who waits for a pipe looks whether the player gave up."""


def read_path(path: Path, shown: str, reading: Reading, most: int = MAX_BYTES) -> bytes:
    """Return all bytes behind a path; a pipe's as they come, for as long as somebody writes.

    Raises OSError when it cannot be read, ArticleError beyond `most` bytes or when nobody writes into a pipe for
    WRITER_SECONDS, CancelledError when the player gave up.
    """
    # Not blocking, so that a pipe without a writer and a busy device open at once; no terminal becomes ours.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags)
    try:
        mode = os.fstat(file).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(21, "it is a folder")
        return _read(file, shown, reading, most, is_pipe=stat.S_ISFIFO(mode))
    finally:
        os.close(file)


def read_stream(file: BinaryIO, shown: str, reading: Reading, most: int = MAX_BYTES) -> bytes:
    """Read a stream to its end, as long as it takes: whoever feeds it may be slow, and the player may give up.

    Raises OSError when it cannot be read, ArticleError beyond `most` bytes, CancelledError when the player gave up.
    """
    try:
        descriptor = file.fileno()
    except (OSError, AttributeError):  # no stream of the system's
        chunk = file.read(most + 1)
        if len(chunk) > most:
            raise _too_long(shown, most) from None
        return chunk
    chunks = bytearray()
    while True:
        reading.left()
        if _is_ready(descriptor):
            chunk = os.read(descriptor, min(CHUNK, most + 1 - len(chunks)))
            if not chunk:
                return bytes(chunks)
            chunks += chunk
            reading.progress(len(chunks))
            if len(chunks) > most:
                raise _too_long(shown, most)


def _is_ready(descriptor: int) -> bool:
    """Tell whether a read would return at once; wait a little for it. Where that cannot be asked, it may block."""
    try:
        return bool(select.select([descriptor], [], [], POLL_SECONDS)[0])
    except (OSError, ValueError):
        return True


def _too_long(shown: str, most: int) -> ArticleError:
    """Return the error of a stream beyond its limit."""
    return ArticleError(f"{shown} is longer than {most // 2**20} MB; give a shorter text")


def _read(file: int, shown: str, reading: Reading, most: int, *, is_pipe: bool) -> bytes:
    """Read a descriptor to its end."""
    chunks = bytearray()
    nobody_since = time.monotonic() if is_pipe else None
    while True:
        reading.left()
        try:
            chunk = os.read(file, min(CHUNK, most + 1 - len(chunks)))
        except BlockingIOError:  # somebody has it open and has not written yet
            nobody_since = None
            select.select([file], [], [], POLL_SECONDS)
            continue
        if not chunk:
            if nobody_since is None or chunks:
                return bytes(chunks)
            if time.monotonic() - nobody_since > WRITER_SECONDS:
                raise ArticleError(f"nobody writes into the pipe {shown}; start what writes, or name a file")
            time.sleep(POLL_SECONDS)
            continue
        nobody_since = None
        chunks += chunk
        reading.progress(len(chunks))
        if len(chunks) > most:
            raise _too_long(shown, most)
