"""Deadline, progress callback, cancellation and cache folder of one reading of a source, handed through all readers."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from jumble.article.article import ArticleError
from jumble.article.limits import OPEN_SECONDS


class CancelledError(ArticleError):
    """The player cancelled the reading."""


class Cancel(Protocol):
    """A flag that another thread sets to cancel a reading; `threading.Event` is one."""

    def is_set(self) -> bool:
        """Return whether the reading must stop."""


def _ignore_progress(_: int) -> None:
    """Ignore the byte count: the default of `ReadControl.progress`."""


@dataclass(frozen=True, slots=True)
class ReadControl:
    """Deadline, progress callback, cancellation and cache folder of one reading of a source."""

    progress: Callable[[int], None] = _ignore_progress
    """Called with the number of bytes received so far, from the thread that reads."""
    cancel: Cancel | None = None
    """Ends the reading with CancelledError once it is set."""
    cache_folder: Path | None = None
    """Where fetched pages are stored; None means the platform's cache folder (platformdirs)."""
    deadline: float = field(default_factory=lambda: time.monotonic() + OPEN_SECONDS)
    """In seconds of `time.monotonic`."""

    def seconds_left(self, most: float = OPEN_SECONDS) -> float:
        """Return the seconds until the deadline, from 0 to `most`; raises CancelledError if cancelled."""
        if self.cancel is not None and self.cancel.is_set():
            raise CancelledError("cancelled; nothing was opened")
        return min(most, max(0.0, self.deadline - time.monotonic()))

    def restarted(self) -> "ReadControl":
        """Return a copy whose time starts now: an entry may be read long after its shelf was opened."""
        return ReadControl(self.progress, self.cancel, self.cache_folder)
