"""Long work in threads that nobody has to wait for: the screen stays alive, and quitting is at once."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TypeVar

Thing = TypeVar("Thing")


async def in_background(job: Callable[[], Thing]) -> Thing:
    """Return what `job` returns, or raise what it raises; meanwhile the loop goes on.

    The thread is a daemon: an executor's would hold up the end of the process until the work is done, and a puzzle of
    a long book cannot be broken off.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Thing] = loop.create_future()

    def settle(settle_it: Callable[[], None]) -> None:
        if not done.done():  # otherwise whoever waited has gone
            settle_it()

    def run() -> None:
        try:
            value = job()
        except BaseException as error:  # noqa: BLE001 it is raised where it is awaited
            end = partial(done.set_exception, error)
        else:
            end = partial(done.set_result, value)
        with suppress(RuntimeError):  # the loop has ended before the work
            loop.call_soon_threadsafe(settle, end)

    Thread(target=run, name="background", daemon=True).start()
    return await done
