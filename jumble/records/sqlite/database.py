"""Opens and configures connections to the record, and keeps one for every thread that reads."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from threading import Lock, Thread, current_thread

BUSY_SECONDS = 10.0
"""Seconds for which a writer waits while another process is writing."""


def connect(database: str) -> sqlite3.Connection:
    """Return a connection to a database file or URI; raises sqlite3.Error.

    A connection may be handed to another thread, but two threads must not use one at the same time.
    """
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
    """Configure a new connection; raises sqlite3.Error when the file is not a database."""
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA cache_size = -16000")  # 16 MB hold the first pages of lists of a large library
    connection.text_factory = _text
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Needed for databases in memory: there a reader would lock tables against the writer, which fails without waiting.
    connection.execute("PRAGMA read_uncommitted = ON")


def _text(raw: bytes) -> str:
    """Decode a text, replacing invalid bytes: one damaged character must not make a whole list unreadable."""
    return raw.decode("utf-8", "replace")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body of the `with` statement as one write transaction: commit at its end, roll back on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Readers:
    """Keeps a connection for every thread that reads, so that no thread waits for another's queries."""

    def __init__(self, database: str) -> None:
        self._database = database
        self._lock = Lock()
        self._connections: dict[Thread, sqlite3.Connection] = {}
        self._closed = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the calling thread, opened when first needed; raises sqlite3.Error."""
        thread = current_thread()
        connection = self._connections.get(thread)
        return self._open(thread) if connection is None else connection

    def close(self) -> None:
        """Close all connections, for good: no new one can be opened."""
        self._closed = True
        self.close_all()

    def close_all(self) -> None:
        """Close all connections; a thread that goes on reading gets a new one.

        A connection of another thread that is alive is only dropped, so that it closes when its last call returns:
        closing it during a call crashes the process (segmentation fault).
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
            for ended_thread in [known for known in self._connections if not known.is_alive()]:
                self._connections.pop(ended_thread).close()
            self._connections[thread] = connection = connect(self._database)
            return connection
