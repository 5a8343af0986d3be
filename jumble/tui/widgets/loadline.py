"""Opens sources without holding up the screen, and tells how far it is; the newest request wins."""

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
"""No line for what is there sooner: it would only flicker."""
STEP_SECONDS = 0.2
"""Between two looks at how far it is."""
LEAST_NAME = 8
"""Cells in which a name is still one."""
WIDTH = 60
"""Cells while nothing has been laid out."""

Job = Callable[[Progress, Event], Opened]
"""Opens something: tells the bytes that have come, ends with CancelledError when the event is set."""


def tell_opening(name: str, came: int, seconds: float, width: int) -> str:
    """Return the line of something that is being opened, in so many cells; the seconds are a sign of life."""
    from jumble.desk.wording import show_progress

    rest = " · ".join((" …", *show_progress(came, seconds), "esc cancel"))
    room = max(LEAST_NAME, width - len("Opening ") - len(rest))
    return f"Opening {Content(name).truncate(room, ellipsis=True).plain}{rest}"


class LoadLine(Static):
    """A line that is there while something is opened."""

    class Done(Message):
        """What was asked for last has come."""

        def __init__(self, opened: Opened) -> None:
            super().__init__()
            self.opened = opened

    class Failed(Message):
        """What was asked for last could not be opened, or was given up."""

        def __init__(self, reason: str, *, cancelled: bool) -> None:
            super().__init__()
            self.reason = reason
            self.cancelled = cancelled

    class Told(Message):
        """The line says something else, or nothing any more."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        """Begin with nothing to open."""
        super().__init__(markup=False, classes="quiet")
        self.display = False
        self._request = 0
        """The latest; only that one may be answered."""
        self._cancel: Event | None = None
        self._called = ""
        self._came = 0
        self._asked = 0.0
        """When, on the monotonic clock."""

    @property
    def busy(self) -> bool:
        """Whether something is being opened."""
        return self._cancel is not None

    def on_mount(self) -> None:
        """Look how far it is, now and then."""
        self._looking = self.set_interval(STEP_SECONDS, self._tell, pause=True)

    def on_unmount(self) -> None:
        """Give up: the app ends."""
        if self._cancel is not None:
            self._cancel.set()

    def load(self, name: str, job: Job) -> None:
        """Open something that the player calls `name`; what was being opened is given up."""
        if self._cancel is not None:
            self._cancel.set()
        self._cancel = Event()
        self._request += 1
        self._called, self._came, self._asked = name, 0, monotonic()
        request, cancel = self._request, self._cancel
        self.set_timer(QUIET_SECONDS, lambda: self._begin_telling(request))
        self._load(job, request, cancel)

    def cancel(self) -> None:
        """Give up what is being opened."""
        if self._cancel is not None:
            self._cancel.set()
            self._end()
            self.post_message(self.Failed("cancelled; nothing was opened", cancelled=True))

    @work(group="load")
    async def _load(self, job: Job, request: int, cancel: Event) -> None:
        """Open in the background; answer if nothing else was asked for meanwhile."""
        from jumble.article import ArticleError, CancelledError

        answer: Message
        try:
            opened = await in_background(lambda: job(lambda came: self._note(request, came), cancel))
            answer = self.Done(opened)
        except CancelledError as error:
            answer = self.Failed(str(error), cancelled=True)
        except ArticleError as error:
            answer = self.Failed(str(error), cancelled=False)
        if request == self._request and not cancel.is_set():
            self._end()
            self.post_message(answer)

    def _note(self, request: int, came: int) -> None:
        """Take note of the bytes that have come; called from the thread that opens."""
        if request == self._request:
            self._came = came

    def _begin_telling(self, request: int) -> None:
        """Show the line if it is still this request that is waited for."""
        if request == self._request and self.busy:
            self.display = True
            self._looking.resume()
            self._tell()

    def _tell(self) -> None:
        """Say what is being opened and how far it is."""
        text = tell_opening(self._called, self._came, monotonic() - self._asked, self.size.width or WIDTH)
        self.update(text)
        self.post_message(self.Told(text))

    def _end(self) -> None:
        """Show nothing any more."""
        self._cancel = None
        self.display = False
        self._looking.pause()
        self.post_message(self.Told(""))
