"""Reads files, pipes and devices to their end, within a size limit, and can be cancelled while it waits for them."""

import os
import select
import stat
import time
from pathlib import Path
from typing import BinaryIO

from jumble.article.article import ArticleError
from jumble.article.limits import MAX_BYTES, WRITER_SECONDS
from jumble.article.read_control import ReadControl

CHUNK = 1024 * 1024
"""Bytes read at once."""
POLL_SECONDS = 0.1
"""While waiting for a pipe: seconds between two checks for cancellation."""


def read_path(path: Path, shown: str, control: ReadControl, most: int = MAX_BYTES) -> bytes:
    """Return all bytes of a file, device or named pipe; a pipe is read until its last writer closes it.

    Raises OSError if it cannot be read, ArticleError beyond `most` bytes or if nothing writes into a pipe for
    WRITER_SECONDS, CancelledError if cancelled. `shown` names it in messages.
    """
    # O_NONBLOCK: a pipe without a writer or a busy device opens at once. O_NOCTTY: a terminal device does not become
    # this process's controlling terminal (POSIX open).
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags)
    try:
        mode = os.fstat(file).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(21, "it is a folder")
        return _read_descriptor(file, shown, control, most, is_pipe=stat.S_ISFIFO(mode))
    finally:
        os.close(file)


def read_stream(file: BinaryIO, shown: str, control: ReadControl, most: int = MAX_BYTES) -> bytes:
    """Return all bytes of a binary stream, however long its writer takes.

    Raises OSError if it cannot be read, ArticleError beyond `most` bytes, CancelledError if cancelled.
    """
    try:
        descriptor = file.fileno()
    except (OSError, AttributeError):  # a BytesIO, say, which has no file descriptor
        chunk = file.read(most + 1)
        if len(chunk) > most:
            raise _too_long(shown, most) from None
        return chunk
    chunks = bytearray()
    while True:
        control.seconds_left()
        if _wait_until_readable(descriptor):
            chunk = os.read(descriptor, min(CHUNK, most + 1 - len(chunks)))
            if not chunk:
                return bytes(chunks)
            chunks += chunk
            control.progress(len(chunks))
            if len(chunks) > most:
                raise _too_long(shown, most)


def _wait_until_readable(descriptor: int) -> bool:
    """Wait up to POLL_SECONDS; return whether a read will not block. True where select cannot tell (Windows)."""
    try:
        return bool(select.select([descriptor], [], [], POLL_SECONDS)[0])
    except (OSError, ValueError):
        return True


def _too_long(shown: str, most: int) -> ArticleError:
    """Return the error for a source of more than `most` bytes."""
    return ArticleError(f"{shown} is longer than {most // 2**20} MB; give a shorter text")


def _read_descriptor(file: int, shown: str, control: ReadControl, most: int, *, is_pipe: bool) -> bytes:
    """Return all bytes of a non-blocking file descriptor; raises as `read_path` does."""
    chunks = bytearray()
    silent_since = time.monotonic() if is_pipe else None
    while True:
        control.seconds_left()
        try:
            chunk = os.read(file, min(CHUNK, most + 1 - len(chunks)))
        except BlockingIOError:  # a writer has opened the pipe and has not written yet
            silent_since = None
            select.select([file], [], [], POLL_SECONDS)
            continue
        if not chunk:
            if silent_since is None or chunks:
                return bytes(chunks)
            if time.monotonic() - silent_since > WRITER_SECONDS:
                raise ArticleError(f"nobody writes into the pipe {shown}; start what writes, or name a file")
            time.sleep(POLL_SECONDS)
            continue
        silent_since = None
        chunks += chunk
        control.progress(len(chunks))
        if len(chunks) > most:
            raise _too_long(shown, most)
