"""What all screens of the game share: they leave once, by themselves, and do nothing before they stand or after."""

from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from jumble.desk.desk import Desk

if TYPE_CHECKING:
    from jumble.tui.screens.host import Host

Answer = TypeVar("Answer")
"""What a screen gives back when it leaves."""


class LeavingScreen(Screen[Answer]):
    """A screen that leaves once, wherever in the stack it is by then."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Give back a result and leave; nothing happens the second time.

        Textual's own takes away whatever is in front (`Screen.dismiss`, `App.pop_screen`).
        """
        stack: list[Screen[Any]] = self.app._screen_stack  # noqa: SLF001 `screen_stack` is a copy
        if self not in stack:
            return AwaitComplete()
        self.app.workers.cancel_node(self)  # they would be cancelled when its widgets are gone: too late for an answer
        if stack[-1] is self:
            return super().dismiss(result)
        if self._result_callbacks:
            self._result_callbacks[-1](result)
            self._pop_result_callback()
        stack.remove(self)
        return AwaitComplete(self.app._replace_screen(self)).call_next(self.app)  # noqa: SLF001 as `pop_screen` does

    async def on_event(self, event: events.Event) -> None:
        """Begin nothing on a screen that is taken down while it is set up: it has no widgets then."""
        if not (isinstance(event, events.Mount) and (self._closing or self._pruning)):
            await super().on_event(event)


class Dialog(ModalScreen[Answer], LeavingScreen[Answer]):
    """A screen in front of another; Textual finds styles through the first base alone (`DOMNode._node_bases`)."""


class Page(LeavingScreen[None]):
    """A full screen of the game."""

    @property
    def jumble(self) -> "Host":
        """The app this screen belongs to."""
        app: Any = self.app
        host: Host = app
        return host

    @property
    def desk(self) -> Desk:
        """Where articles, puzzles and records come from."""
        return self.jumble.desk
