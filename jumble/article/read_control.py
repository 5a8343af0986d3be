"""One opening of a source: its time, who is told how far it is, and who may end it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from jumble.article.article import ArticleError
from jumble.article.limits import OPEN_SECONDS


class CancelledError(ArticleError):
    """The player gave up waiting."""


class Cancel(Protocol):
    """A `threading.Event`, or whatever else can be set from outside."""

    def is_set(self) -> bool:
        """Tell whether the opening is to end."""


def _no_progress(_: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an opening is given along on its way through the readers."""

    progress: Callable[[int], None] = _no_progress
    """Called with the bytes that have come so far, from the thread that reads."""
    cancel: Cancel | None = None
    cache_folder: Path | None = None
    """Where fetched pages are kept; None: the platform's cache folder."""
    deadline: float = field(default_factory=lambda: time.monotonic() + OPEN_SECONDS)
    """On the monotonic clock, in seconds."""

    def left(self, most: float = OPEN_SECONDS) -> float:
        """Return the seconds left, `most` at most; raises CancelledError when the player gave up."""
        if self.cancel is not None and self.cancel.is_set():
            raise CancelledError("cancelled; nothing was opened")
        return min(most, max(0.0, self.deadline - time.monotonic()))

    def again(self) -> "Reading":
        """Return the same with its full time before it: an entry may be read long after its shelf was opened."""
        return Reading(self.progress, self.cancel, self.cache_folder)
