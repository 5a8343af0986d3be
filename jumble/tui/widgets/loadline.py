"""Opens sources in a thread and shows the progress in a line; only the newest request is answered."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from jumble.desk.background import in_background
from jumble.desk.opener import Opened, Progress

QUIET_SECONDS = 0.25
"""Delay before the line appears: for a source that opens faster it would only flicker."""
STEP_SECONDS = 0.2
"""Seconds between two updates of the line."""
LEAST_NAME = 8
"""Fewest cells that a name is shortened to."""
WIDTH = 60
"""Width in cells that is assumed before the line is laid out."""

Job = Callable[[Progress, Event], Opened]
"""Opens a source: reports the bytes read so far; raises CancelledError when the event is set."""


def progress_text(name: str, bytes_read: int, seconds: float, width: int) -> str:
    """Return the progress line, `width` cells at most: a source's name, the bytes read, seconds, and the cancel key."""
    from jumble.desk.wording import show_progress

    progress = " · ".join((" …", *show_progress(bytes_read, seconds), "esc cancel"))
    room = max(LEAST_NAME, width - len("Opening ") - len(progress))
    return f"Opening {Content(name).truncate(room, ellipsis=True).plain}{progress}"


class LoadLine(Static):
    """A line that is visible while a source is being opened."""

    class Done(Message):
        """The newest request was opened."""

        def __init__(self, opened: Opened) -> None:
            super().__init__()
            self.opened = opened

    class Failed(Message):
        """The newest request could not be opened, or was cancelled."""

        def __init__(self, reason: str, *, cancelled: bool) -> None:
            super().__init__()
            self.reason = reason
            self.cancelled = cancelled

    class Progressed(Message):
        """The text of the line has changed; empty when nothing is being opened any more."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        """Begin hidden, with nothing to open."""
        super().__init__(markup=False, classes="quiet")
        self.display = False
        self._request = 0
        """The number of the newest request; only that one is answered."""
        self._cancel: Event | None = None
        """Cancels the request being opened; None while there is none."""
        self._source_name = ""
        self._bytes_read = 0
        self._requested_at = 0.0
        """When the newest request was made, on the monotonic clock."""

    @property
    def busy(self) -> bool:
        """Whether a source is being opened."""
        return self._cancel is not None

    def on_mount(self) -> None:
        """Prepare the timer that updates the line; it runs only while the line is visible."""
        self._updates = self.set_interval(STEP_SECONDS, self._show_progress, pause=True)

    def on_unmount(self) -> None:
        """Cancel what is being opened, because the app is ending."""
        if self._cancel is not None:
            self._cancel.set()

    def load(self, name: str, job: Job) -> None:
        """Open a source with `job`, shown as `name`; what was being opened before is cancelled."""
        if self._cancel is not None:
            self._cancel.set()
        self._cancel = Event()
        self._request += 1
        self._source_name, self._bytes_read, self._requested_at = name, 0, monotonic()
        request, cancel = self._request, self._cancel
        self.set_timer(QUIET_SECONDS, lambda: self._appear(request))
        self._load(job, request, cancel)

    def cancel(self) -> None:
        """Cancel what is being opened, if anything is, and report that."""
        if self._cancel is not None:
            self._cancel.set()
            self._disappear()
            self.post_message(self.Failed("cancelled; nothing was opened", cancelled=True))

    @work(group="load")
    async def _load(self, job: Job, request: int, cancel: Event) -> None:
        """Run `job` in a thread; post its result unless there has been another request or a cancellation since."""
        from jumble.article import ArticleError, CancelledError

        answer: Message
        try:
            opened = await in_background(lambda: job(lambda bytes_read: self._note_bytes(request, bytes_read), cancel))
            answer = self.Done(opened)
        except CancelledError as error:
            answer = self.Failed(str(error), cancelled=True)
        except ArticleError as error:
            answer = self.Failed(str(error), cancelled=False)
        if request == self._request and not cancel.is_set():
            self._disappear()
            self.post_message(answer)

    def _note_bytes(self, request: int, bytes_read: int) -> None:
        """Remember how much was read; called from the thread that opens the source."""
        if request == self._request:
            self._bytes_read = bytes_read

    def _appear(self, request: int) -> None:
        """Make the line visible if `request` is still being opened."""
        if request == self._request and self.busy:
            self.display = True
            self._updates.resume()
            self._show_progress()

    def _show_progress(self) -> None:
        """Update the line with the progress so far."""
        text = progress_text(
            self._source_name, self._bytes_read, monotonic() - self._requested_at, self.size.width or WIDTH
        )
        self.update(text)
        self.post_message(self.Progressed(text))

    def _disappear(self) -> None:
        """Hide the line: nothing is being opened any more."""
        self._cancel = None
        self.display = False
        self._updates.pause()
        self.post_message(self.Progressed(""))
