"""Keys, clicks and pastes reach the screens one at a time, in order: each when the one before it has had its effect.

In Textual the app and each widget have a queue and a task of their own. A key passes through several of them before
its binding is looked up, by the app, in whatever screen is in front by then (`App._on_key`); the next key has long been
handed to the screen that was in front before, or to one that is not mounted yet. Here the next key waits until no queue
holds a message and no task handles one: then the screen in front is mounted and has its focus, and nothing is on its
way to a screen that was left. What is in front is laid out by then, too: Textual does that up to 1/60 s later, and a
list that is not laid out fails at a page key (`OptionList._move_page`), a click at a widget that has been removed.
"""

# ruff: noqa: SLF001 Textual has no public way to ask whether a message pump is busy

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Collection, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeGuard

from textual import events
from textual._queue import Queue
from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.console import RenderableType

EAGER_SECONDS = 0.02
"""For so long whoever waits looks again at each turn of the loop; then it gives the processor a rest in between."""
LOOK_SECONDS = 0.002
PATIENCE_SECONDS = 5.0
"""After which something that does not come to rest is not waited for any more, if the screen in front is mounted."""
MAX_LAYOUTS = 3
"""For one key: what is laid out may ask for it again."""

Input = events.Key | events.MouseEvent | events.Paste
InTurn = Input | Callable[[], Any]
"""Input, or something to be done between two keys."""


class InputInOrder(App[None]):
    """An app whose input waits its turn."""

    def __init__(self) -> None:
        """Begin with no input."""
        super().__init__()
        self._waiting: deque[InTurn] = deque()
        self._handing_on: asyncio.Task[None] | None = None
        self._receiver: Screen[Any] | None = None
        """The screen in front when the latest input was handed on."""

    # --- waiting

    def post_message(self, message: Message) -> bool:
        """Queue a message; input that comes from outside waits until the one before it has had its effect."""
        if not _is_input(message):
            return super().post_message(message)
        if self._closing or self._closed:
            return False
        if threading.get_ident() != self._thread_id and self._loop is not None:
            self._loop.call_soon_threadsafe(self.post_message, message)
        elif self._waiting or not self.at_rest or self._layout_is_due:
            if isinstance(message, events.MouseMove) and self._waiting and _is_move(self._waiting[-1]):
                self._waiting.pop()  # only where the mouse is in the end matters
            self._wait(message)
        else:
            return super().post_message(message)
        return True

    def in_turn(self, job: Callable[[], Any]) -> None:
        """Do something to the screens between two keys, not while one is on its way."""
        self._wait(job)

    def _wait(self, item: InTurn) -> None:
        """Hand something on when its turn comes."""
        self._waiting.append(item)
        if self._handing_on is None:
            self._handing_on = asyncio.create_task(self._hand_on())

    async def _hand_on(self) -> None:
        """Hand on what waits, until nothing does or the app takes no more."""
        try:
            while self._waiting and await self._rest() and await self._lay_out():
                item = self._waiting.popleft()
                super().post_message(item if isinstance(item, Input) else events.Callback(callback=item))
        except Exception as error:  # noqa: BLE001 nobody waits for this task, and input would stand still
            self._handle_exception(error)
        finally:
            self._waiting.clear()
            self._handing_on = None

    async def _lay_out(self) -> bool:
        """Lay out what is in front if that is due; return whether the app still takes input."""
        for _ in range(MAX_LAYOUTS):
            if not self._layout_is_due:
                break
            super().post_message(events.Callback(callback=self.screen._on_timer_update))
            if not await self._rest():
                return False
        return True

    async def _rest(self) -> bool:
        """Wait until all is at rest, or what is not has had its time; return whether the app still takes input."""
        began = monotonic()
        while not self._exit and not self._closed:
            waited = monotonic() - began
            if self.at_rest or (waited > PATIENCE_SECONDS and self._stands):
                return True
            if waited > PATIENCE_SECONDS and any(self._quits(item) for item in self._waiting):
                self.quit_by_force()
                return False
            await asyncio.sleep(0 if waited < EAGER_SECONDS else LOOK_SECONDS)
        return False

    @property
    def at_rest(self) -> bool:
        """Whether the app and all widgets are mounted and have no message left."""
        return self._running and is_at_rest(self) and all(map(is_at_rest, self._registry))

    @property
    def _layout_is_due(self) -> bool:
        """Whether the screen in front is to be laid out anew when its timer next ticks."""
        return bool(self._screen_stack) and self.screen._layout_required and not self._batch_count

    @property
    def _stands(self) -> bool:
        """Whether app and screen in front at least are at rest."""
        return self._running and is_at_rest(self) and is_at_rest(self.screen)

    def _quits(self, item: InTurn) -> bool:
        """Tell whether this is a key that ends the game everywhere."""
        return isinstance(item, events.Key) and item.key in self.quit_keys

    @property
    def quit_keys(self) -> tuple[str, ...]:
        """Keys that end the app even when a screen never comes to stand."""
        return ()

    def quit_by_force(self) -> None:
        """End although the app may not be able to read its messages."""
        self.exit()

    # --- being handed on

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End; what is still being worked at has no screen to answer to."""
        super().exit(result, return_code, message)
        self.workers.cancel_all()

    async def on_event(self, event: events.Event) -> None:
        """Take input; drop a key that comes back from a screen which is not in front any more."""
        if _is_input(event):
            self._receiver = self.screen
        elif isinstance(event, events.Key) and self.screen is not self._receiver:
            return
        await super().on_event(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action unless it was asked for on a screen that is not in front any more, by a click on its way."""
        if isinstance(default_namespace, Widget) and not self._is_in_front(default_namespace):
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def _is_in_front(self, widget: Widget) -> bool:
        """Tell whether a widget is part of the screen in front."""
        return widget.is_attached and widget.screen is self.screen


def is_at_rest(pump: MessagePump) -> bool:
    """Tell whether a message pump waits for its next message; one that is closing has no part in what comes next.

    It waits while its task waits for the event of its queue (`MessagePump._get_message`, `textual._queue.Queue.get`);
    not so until it is mounted, and as long as it handles a message.
    """
    if pump._closing or pump._closed:
        return True
    queue: Queue[Message | None] = pump._message_queue
    waiters: Collection[object] = queue.ready_event._waiters
    return not queue.values and bool(waiters) and not pump._next_callbacks


def _is_input(message: Message) -> TypeGuard[Input]:
    """Tell whether a message is input from outside that no screen was handed yet."""
    return isinstance(message, Input) and not message.is_forwarded


def _is_move(item: InTurn) -> bool:
    """Tell whether this is a move of the mouse."""
    return isinstance(item, events.MouseMove)
