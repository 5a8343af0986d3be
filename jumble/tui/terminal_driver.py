"""Reads the terminal as Textual does, and passes over what is no text and no key instead of ending.

Textual decodes strictly: one byte that is no UTF-8 ends its input thread with a traceback and status 0
(`LinuxDriver.run_input_thread`, Textual 8.2.8). So does a key report with a number that is no character.
"""

from __future__ import annotations

import os
import re
import selectors
import signal
from codecs import getincrementaldecoder
from functools import partial

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

READ_BYTES = 4096
LOOK_SECONDS = 0.1
"""After which a lone escape is a key of its own, and the end is looked for: as in Textual."""

_OLD_MOUSE = re.compile(rb"\x1b\[M[^\x00-\x1f]{3}")
"""A mouse report of the oldest kind: button, column and row, a byte each, from 0x20 on. Textual makes nothing of it."""
_OLD_MOUSE_BEGUN = re.compile(rb"\x1b\[M[^\x00-\x1f]{0,2}\Z")


class TerminalText:
    """Turns the bytes that a terminal sends into text, piece by piece."""

    def __init__(self) -> None:
        """Begin with no bytes."""
        self._decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        self._begun = b""
        """A mouse report of the oldest kind whose end is still to come."""

    def read(self, piece: bytes) -> str:
        """Return the text of the next piece, without such mouse reports and without what is no UTF-8."""
        piece = _OLD_MOUSE.sub(b"", self._begun + piece)
        begun = _OLD_MOUSE_BEGUN.search(piece)
        self._begun = b"" if begun is None else begun[0]
        return self._decode(piece if begun is None else piece[: begun.start()])


class TerminalInput:
    """Turns what a terminal sends into messages."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._text = TerminalText()
        self._parser = XTermParser()

    def read(self, piece: bytes) -> list[Message]:
        """Return the messages that the next piece completes."""
        messages: list[Message] = []
        for character in self._text.read(piece):
            try:
                messages += self._parser.feed(character)
            except Exception:  # noqa: BLE001 its numbers go unchecked into chr() and int()
                self._parser = XTermParser()
        return [message for message in messages if _can_be_shown(message)]

    def tick(self) -> list[Message]:
        """Return the messages that are complete because nothing follows: a lone escape."""
        return list(self._parser.tick())


def _can_be_shown(message: Message) -> bool:
    """Tell whether a message is no key for half a character, which no terminal could be sent."""
    character = message.character if isinstance(message, events.Key) else None
    return character is None or not any("\ud800" <= unit <= "\udfff" for unit in character)


class TerminalDriver(LinuxDriver):
    """Textual's driver with this reader."""

    def run_input_thread(self) -> None:
        """Hand on what is typed until the app has ended."""
        typed = TerminalInput()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK_SECONDS):
                    piece = os.read(self.fileno, READ_BYTES)
                    if not piece:
                        raise EOFError
                    for message in typed.read(piece):
                        self.process_message(message)
                for message in typed.tick():
                    self.process_message(message)

    def _run_input_thread(self) -> None:
        """Read; end the app when the terminal has gone, and by a fault as one in a screen does."""
        try:
            self.run_input_thread()
        except (EOFError, OSError):
            self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + signal.SIGHUP))
        except Exception as error:  # noqa: BLE001 whatever it is, the app tells
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001 Textual's way to end
