"""Signal handlers: the app exits in order, and is suspended between two repaints, never in the middle of one."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

GRACE_SECONDS = 3.0
"""Time for an orderly exit before the process is killed; the moves played are in the record by then."""


def install_exit_handlers(app: App[None]) -> None:
    """Exit on SIGTERM, SIGHUP and SIGINT; call this when the event loop runs, before the app takes the terminal."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        loop.add_signal_handler(number, partial(exit_for_signal, app, number))


def install_suspend_handlers(app: App[None]) -> None:
    """Suspend on SIGTSTP, repaint on SIGCONT; call this after Textual's driver has installed its own handlers."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTSTP, partial(suspend_process, app))
    loop.add_signal_handler(signal.SIGCONT, app.refresh)


def exit_for_signal(app: App[None], number: int) -> None:
    """Exit with the status of a signal; kill the process if writing to a terminal that is gone blocks the exit."""
    force = Timer(GRACE_SECONDS, os._exit, (128 + number,))
    force.daemon = True
    force.start()
    app.exit(return_code=128 + number)


def exit_or_kill(app: App[None]) -> None:
    """Exit; restore the terminal and kill the process if a screen that never finishes mounting blocks the exit."""

    def force() -> None:
        if app._driver is not None:  # noqa: SLF001 there is no public way to the driver
            app._driver.stop_application_mode()  # noqa: SLF001
            app._driver.close()  # noqa: SLF001
        os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, b"jumble: the game did not answer and was ended\n")
        os._exit(1)

    timer = Timer(GRACE_SECONDS, force)
    timer.daemon = True
    timer.start()
    app.exit()


def suspend_process(app: App[None]) -> None:
    """Restore the terminal, stop the process, and take the terminal again when the shell continues the process."""
    with app.suspend():
        os.kill(os.getpid(), signal.SIGSTOP)
    app.refresh(layout=True)
