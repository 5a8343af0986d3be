"""A fault of the game's own ends it in order, wherever it happens: the terminal is given back, the report is kept."""

from __future__ import annotations

import asyncio
import threading
import traceback
from typing import Any

from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.worker import WorkerFailed


def read_on(thread: WriterThread) -> None:
    """Take what a broken writer is still given, until it is stopped: with 30 texts in its queue the app would wait."""
    while thread._queue.get() is not None:  # noqa: SLF001 Textual's driver gives it out to nobody
        pass


class FaultsKept(App[None]):
    """An app that prints no traceback over the player's terminal."""

    def __init__(self) -> None:
        """Begin without a fault."""
        super().__init__()
        self.crash: str | None = None
        """What went wrong first, with its traceback, when the app ended by a fault of its own."""

    def watch_threads(self) -> None:
        """Take faults of threads and of the loop's own callbacks for those of the app; to be called in the loop."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._loop_failed)

        def thread_failed(failed: threading.ExceptHookArgs) -> None:
            if isinstance(failed.exc_value, Exception) and not loop.is_closed():
                loop.call_soon_threadsafe(self._handle_exception, failed.exc_value)
            if isinstance(failed.thread, WriterThread):
                read_on(failed.thread)

        threading.excepthook = thread_failed

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """End by the fault of a callback; what asyncio says of tasks that nobody waited for ends nothing."""
        error = context.get("exception")
        if isinstance(error, Exception) and "handle" in context:
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """End because of a fault; keep its traceback for the report.

        Textual's own `App._handle_exception` prints it, in one of two ways, to the terminal that it has given back.
        """
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crash = "".join(traceback.format_exception(cause))
        self._close_messages_no_wait()
