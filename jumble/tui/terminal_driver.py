"""Reads the terminal as Textual does, but ignores bytes that are neither text nor a key.

Textual decodes strictly: one byte that is not UTF-8 ends its input thread with a traceback and status 0
(`LinuxDriver.run_input_thread`, Textual 8.2.8), and so does a key report whose number is not a character.
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
"""Seconds after which a lone escape counts as the escape key, and the thread checks whether to end: as in Textual."""

_OLD_MOUSE = re.compile(rb"\x1b\[M[^\x00-\x1f]{3}")
"""A mouse report in the X10 encoding: a byte each, from 0x20 up, for button, column and row. Textual reads none."""
_OLD_MOUSE_BEGUN = re.compile(rb"\x1b\[M[^\x00-\x1f]{0,2}\Z")


class TerminalText:
    """Decodes the bytes that a terminal sends, piece by piece."""

    def __init__(self) -> None:
        """Begin at the first byte."""
        self._decode = getincrementaldecoder("utf-8")(errors="ignore").decode
        self._begun = b""
        """The bytes of an X10 mouse report that is not complete yet."""

    def read(self, piece: bytes) -> str:
        """Return the text of the next piece; X10 mouse reports and bytes that are not UTF-8 are left out."""
        piece = _OLD_MOUSE.sub(b"", self._begun + piece)
        begun = _OLD_MOUSE_BEGUN.search(piece)
        self._begun = b"" if begun is None else begun[0]
        return self._decode(piece if begun is None else piece[: begun.start()])


class TerminalInput:
    """Turns the bytes that a terminal sends into Textual's messages."""

    def __init__(self) -> None:
        """Begin with a fresh decoder and parser."""
        self._text = TerminalText()
        self._parser = XTermParser()

    def read(self, piece: bytes) -> list[Message]:
        """Return the messages that the next piece completes."""
        messages: list[Message] = []
        for character in self._text.read(piece):
            try:
                messages += self._parser.feed(character)
            except Exception:  # noqa: BLE001 the parser passes numbers unchecked to chr() and int()
                self._parser = XTermParser()
        return [message for message in messages if not _has_surrogate(message)]

    def tick(self) -> list[Message]:
        """Return the messages that are complete because nothing followed in time: a lone escape."""
        return list(self._parser.tick())


def _has_surrogate(message: Message) -> bool:
    """Tell whether a key stands for a lone surrogate, which cannot be encoded and so not be written to a terminal."""
    character = message.character if isinstance(message, events.Key) else None
    return character is not None and any("\ud800" <= unit <= "\udfff" for unit in character)


class TerminalDriver(LinuxDriver):
    """Textual's driver, reading through `TerminalInput`."""

    def run_input_thread(self) -> None:
        """Pass on what the terminal sends until the app has ended; raises EOFError when the terminal closes."""
        terminal_input = TerminalInput()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK_SECONDS):
                    piece = os.read(self.fileno, READ_BYTES)
                    if not piece:
                        raise EOFError
                    for message in terminal_input.read(piece):
                        self.process_message(message)
                for message in terminal_input.tick():
                    self.process_message(message)

    def _run_input_thread(self) -> None:
        """Run the input thread; end the app as SIGHUP does if the terminal is gone, or as a fault if reading fails."""
        try:
            self.run_input_thread()
        except (EOFError, OSError):
            self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + signal.SIGHUP))
        except Exception as error:  # noqa: BLE001 the app reports every kind of fault
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001 how Textual itself ends
