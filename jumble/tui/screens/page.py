"""Base classes of the screens: each can be dismissed once, wherever it is in the stack, and knows the app and desk."""

from typing import TYPE_CHECKING, Any, TypeVar

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import ModalScreen, Screen

from jumble.desk.desk import Desk

if TYPE_CHECKING:
    from jumble.tui.screens.host import Host

Answer = TypeVar("Answer")
"""The result of a screen, passed to whoever pushed it."""
LEAVING = (
    events.Callback,
    events.Compose,
    events.ScreenSuspend,
    events.Unmount,
    messages.Prune,
    messages.CloseMessages,
)
"""Messages that a screen still handles after it was left."""


class LeavingScreen(Screen[Answer]):
    """A screen that can be dismissed although another one is in front of it."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Remove this screen and pass on its result; does nothing if it was removed before.

        Textual's own removes whatever screen is in front (`Screen.dismiss`, `App.pop_screen`).
        """
        stack: list[Screen[Any]] = self.app._screen_stack  # noqa: SLF001 `screen_stack` is a copy
        if self not in stack:
            return AwaitComplete()
        self.app.workers.cancel_node(
            self
        )  # Textual cancels workers only after the widgets are gone: one could answer before
        if stack[-1] is self:
            return super().dismiss(result)
        if self._result_callbacks:
            self._result_callbacks[-1](result)
            self._pop_result_callback()
        stack.remove(self)
        return AwaitComplete(self.app._replace_screen(self)).call_next(self.app)  # noqa: SLF001 as `pop_screen` does

    async def _on_message(self, message: Message) -> None:
        """Handle only messages that belong to leaving, once the screen is left or the app ends.

        Textual goes on sending messages to a screen that it removes, even to one that is only being set up, which then
        gets its mount event without the widgets it has composed (`Widget.mount`, `MessagePump._pre_process`, 8.2.8).
        """
        if isinstance(message, LEAVING) or not (self._closing or self._pruning or self.app._exit):  # noqa: SLF001
            await super()._on_message(message)


class Dialog(ModalScreen[Answer], LeavingScreen[Answer]):
    """A box in front of another screen.

    `ModalScreen` is the first base because Textual inherits styles through that one alone (`DOMNode._node_bases`).
    """


class Page(LeavingScreen[None]):
    """A full screen of the game."""

    @property
    def jumble(self) -> "Host":
        """The app, typed as the part of it that screens use."""
        app: Any = self.app
        host: Host = app
        return host

    @property
    def desk(self) -> Desk:
        """The desk, which supplies articles, puzzles and records."""
        return self.jumble.desk
