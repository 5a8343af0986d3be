"""What the app does about its terminal: the driver that reads it, signals, suspension, and quitting by force."""

from __future__ import annotations

from time import sleep

from textual import events
from textual.driver import Driver

from jumble.desk.commands import QUIT_KEYS
from jumble.tui.faults import CrashReportingApp
from jumble.tui.input_order import InputInOrder
from jumble.tui.looks.styled_app import StyledApp
from jumble.tui.signals import exit_or_kill, install_exit_handlers, install_suspend_handlers, suspend_process


class TerminalApp(InputInOrder, CrashReportingApp, StyledApp):
    """An app that restores the terminal however it ends: on any input, any signal, or a fault of its own."""

    def __init__(self, *, signals: bool) -> None:
        """With `signals`, the app handles the signals of the process and the faults of its threads while it runs."""
        super().__init__()
        self._signals = signals
        self.own_keys: dict[str, tuple[str, ...]] = {}
        """Keys that the player has set, by command id."""

    def get_driver_class(self) -> type[Driver]:
        """Return `TerminalDriver` in the place of Textual's driver for Linux and macOS, any other driver as it is."""
        driver = super().get_driver_class()
        if driver.__name__ == "LinuxDriver":
            from jumble.tui.terminal_driver import TerminalDriver

            return TerminalDriver
        return driver

    def on_load(self) -> None:
        """Handle signals that end the process, before the driver takes the terminal: the event loop runs by now."""
        if self._signals:
            install_exit_handlers(self)
            self.watch_threads()

    def handle_suspend_signals(self) -> None:
        """Handle suspension, too; only after the driver has started, which installs its own handler for it."""
        if self._signals:
            install_suspend_handlers(self)

    def post_display_hook(self) -> None:
        """Yield to the thread that writes to the terminal, which would otherwise get its turn up to 5 ms later."""
        sleep(0)

    async def on_event(self, event: events.Event) -> None:
        """Treat a line feed as enter: before the game takes the terminal, the terminal turns enter into a line feed."""
        if (
            isinstance(event, events.Key)
            and event.key == "ctrl+j"
            and not any("ctrl+j" in keys for keys in self.own_keys.values())
        ):
            event = events.Key("enter", "\r")
        await super().on_event(event)

    def action_suspend_process(self) -> None:
        """Suspend the process, as the terminal's own suspend key does."""
        suspend_process(self)

    @property
    def quit_keys(self) -> tuple[str, ...]:
        """Keys that end the game even when a screen never finishes mounting."""
        return self.own_keys.get("app.quit", QUIT_KEYS)

    def quit_by_force(self) -> None:
        """Exit; kill the process if the app is too stuck to do so."""
        exit_or_kill(self)
