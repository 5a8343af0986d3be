"""An app and its terminal: how it is read, what its signals and its line feeds mean, and how it is given back."""

from __future__ import annotations

from time import sleep

from textual import events
from textual.driver import Driver

from jumble.desk.commands import QUIT_KEYS
from jumble.tui.faults import FaultsKept
from jumble.tui.input_order import InputInOrder
from jumble.tui.looks.styled_app import StyledApp
from jumble.tui.signals import end_by_force, end_on_signals, stop, stop_on_signals


class TerminalApp(InputInOrder, FaultsKept, StyledApp):
    """Takes any byte, any key in any order, and any signal."""

    def __init__(self, *, signals: bool) -> None:
        """With `signals` those of the process, and faults of its threads, are the app's while it runs."""
        super().__init__()
        self._signals = signals
        self.own_keys: dict[str, tuple[str, ...]] = {}
        """The player's own, by command id."""

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this system; where it is Textual's for a terminal, ours in its place."""
        driver = super().get_driver_class()
        if driver.__name__ == "LinuxDriver":
            from jumble.tui.terminal_driver import TerminalDriver

            return TerminalDriver
        return driver

    def on_load(self) -> None:
        """End in good order from now on: there is a loop, and the terminal is still the shell's."""
        if self._signals:
            end_on_signals(self)
            self.watch_threads()

    def terminal_taken(self) -> None:
        """Stop and go on at signals, too, now that the driver has set up its own way."""
        if self._signals:
            stop_on_signals(self)

    def post_display_hook(self) -> None:
        """Let the thread that writes to the terminal do so now; it would be given its turn 5 ms later."""
        sleep(0)

    async def on_event(self, event: events.Event) -> None:
        """Take a line feed for enter: until the game has the terminal, that is what enter is turned into."""
        if (
            isinstance(event, events.Key)
            and event.key == "ctrl+j"
            and not any("ctrl+j" in own for own in self.own_keys.values())
        ):
            event = events.Key("enter", "\r")
        await super().on_event(event)

    def action_suspend_process(self) -> None:
        """Stop as on the terminal's own suspend key."""
        stop(self)

    @property
    def quit_keys(self) -> tuple[str, ...]:
        """Keys that end the game even when a screen never comes to stand."""
        return self.own_keys.get("app.quit", QUIT_KEYS)

    def quit_by_force(self) -> None:
        """End although the app may not be able to read its messages."""
        end_by_force(self)
