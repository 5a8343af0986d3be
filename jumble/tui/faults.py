"""Ends the app in order on any unexpected exception: the terminal is restored and the traceback kept for a report."""

from __future__ import annotations

import asyncio
import threading
import traceback
from typing import Any

from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.worker import WorkerFailed


def drain_queue(thread: WriterThread) -> None:
    """Empty the queue of a writer thread that has failed until it is stopped: the app would block at 30 texts in it."""
    while thread._queue.get() is not None:  # noqa: SLF001 there is no public way to the queue
        pass


class CrashReportingApp(App[None]):
    """An app that keeps the traceback of a fault instead of printing it over the player's terminal."""

    def __init__(self) -> None:
        """Begin without a fault."""
        super().__init__()
        self.crash: str | None = None
        """The traceback of the first fault, if one has ended the app."""

    def watch_threads(self) -> None:
        """End the app on exceptions in other threads and in the event loop's callbacks; call this inside the loop."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_failed)

        def thread_failed(failed: threading.ExceptHookArgs) -> None:
            if isinstance(failed.exc_value, Exception) and not loop.is_closed():
                loop.call_soon_threadsafe(self._handle_exception, failed.exc_value)
            if isinstance(failed.thread, WriterThread):
                drain_queue(failed.thread)

        threading.excepthook = thread_failed

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """End the app if a callback failed; asyncio's remarks on tasks that were never awaited are ignored."""
        error = context.get("exception")
        if isinstance(error, Exception) and "handle" in context:
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """End the app because of a fault, and keep the traceback of the first one for the report.

        Textual's own `App._handle_exception` prints the traceback to the restored terminal instead.
        """
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crash = "".join(traceback.format_exception(cause))
        self._close_messages_no_wait()
