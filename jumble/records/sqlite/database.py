"""Connections to the record: how each is set up, and one for every thread that reads."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from threading import Lock, Thread, current_thread

BUSY_SECONDS = 10.0
"""How long a writer waits for another game that is writing."""


def connect(database: str) -> sqlite3.Connection:
    """Return a connection to a database file or URI; it may be handed to another thread, but not shared by two."""
    connection = sqlite3.connect(
        database,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        uri=database.startswith("file:"),
        check_same_thread=False,
    )
    with ExitStack() as opened:
        opened.enter_context(closing(connection))
        _set_up(connection)
        opened.pop_all()
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    """Make the settings that every connection has; raises sqlite3.Error where the file is no database."""
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA cache_size = -16000")  # 16 MB, which the head of a large library fits into
    connection.text_factory = _text
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Matters in memory only: there a reader would hold tables against the writer, and no timeout would be waited for.
    connection.execute("PRAGMA read_uncommitted = ON")


def _text(raw: bytes) -> str:
    """Return a text; one damaged letter is no reason to refuse all lists in which it stands."""
    return raw.decode("utf-8", "replace")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do what is done inside wholly or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Readers:
    """A connection for every thread that reads: none waits for another, and none sees another's half-read rows."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._lock = Lock()
        self._connections: dict[Thread, sqlite3.Connection] = {}
        self._closed = False

    @property
    def mine(self) -> sqlite3.Connection:
        """The connection of the thread that asks; raises sqlite3.Error when it cannot be had."""
        thread = current_thread()
        connection = self._connections.get(thread)
        return self._open(thread) if connection is None else connection

    def close(self) -> None:
        """Close them all, for good."""
        self._closed = True
        self.close_all()

    def close_all(self) -> None:
        """Close them all; who reads on gets another.

        That of another thread that is still at work is let go, and closed when the last call on it returns: to close
        it within a call ends the process with a segmentation fault.
        """
        with self._lock:
            for thread, connection in self._connections.items():
                if thread is current_thread() or not thread.is_alive():
                    connection.close()
            self._connections.clear()

    def _open(self, thread: Thread) -> sqlite3.Connection:
        """Open a connection for a thread, and close those of threads that have ended."""
        with self._lock:
            if self._closed:
                raise sqlite3.ProgrammingError("the record is closed")
            for ended in [each for each in self._connections if not each.is_alive()]:
                self._connections.pop(ended).close()
            self._connections[thread] = connection = connect(self._database)
            return connection
