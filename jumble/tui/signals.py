"""Signals: the game ends in good order, and stops and goes on between two repaints, never within one."""

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
"""Left to an orderly end after a signal; what was played is in the record long before."""


def end_on_signals(app: App[None]) -> None:
    """Let an app end on SIGTERM, SIGHUP and SIGINT; to be called once its loop runs, before it takes the terminal."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        loop.add_signal_handler(number, partial(end, app, number))


def stop_on_signals(app: App[None]) -> None:
    """Let an app stop on SIGTSTP and go on; to be called when it has the terminal: its driver does so, too."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTSTP, partial(stop, app))
    loop.add_signal_handler(signal.SIGCONT, app.refresh)


def end(app: App[None], number: int) -> None:
    """End as a signal asks; by force if the terminal is gone and the last words to it find no reader."""
    force = Timer(GRACE_SECONDS, os._exit, (128 + number,))
    force.daemon = True
    force.start()
    app.exit(return_code=128 + number)


def end_by_force(app: App[None]) -> None:
    """End as the player asks although a screen does not come to stand, which an orderly end would wait for."""

    def force() -> None:
        if app._driver is not None:  # noqa: SLF001 no public way to it
            app._driver.stop_application_mode()  # noqa: SLF001
            app._driver.close()  # noqa: SLF001
        os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, b"jumble: the game did not answer and was ended\n")
        os._exit(1)

    timer = Timer(GRACE_SECONDS, force)
    timer.daemon = True
    timer.start()
    app.exit()


def stop(app: App[None]) -> None:
    """Give the terminal back, stop, and take it again when the shell lets the game go on."""
    with app.suspend():
        os.kill(os.getpid(), signal.SIGSTOP)
    app.refresh(layout=True)
