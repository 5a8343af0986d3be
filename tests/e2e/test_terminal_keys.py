"""Keys and bytes as a real terminal sends them: many in one read, and some that are no text."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import LEAVE_ALTERNATE, Terminal, jumble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

CTRL_Q = "\x11"


@pytest.fixture
def home() -> Path:
    return Path(os.environ["JUMBLE_HOME"])


@pytest.fixture
def front(home: Path) -> Iterator[Terminal]:
    terminal = Terminal(jumble("house:tin-opener"), home)
    terminal.wait("Play The Word Game!")
    yield terminal
    terminal.close()


def quit_and_see(terminal: Terminal) -> None:
    """The game answers still, and ends as it should."""
    terminal.send(CTRL_Q)
    assert terminal.wait_for_end() == 0
    assert re.sub(r"\x1b\[\?\d+[hl]|\s", "", terminal.raw.rpartition(LEAVE_ALTERNATE)[2]) == ""


@pytest.mark.parametrize(
    "sent",
    [
        b"\xff",
        b"\x80\xc0\xf8",
        b"\xc3",  # the first half of a letter
        b"\xed\xa0\x80",  # half a surrogate pair
        b"\x1b[M \x81A\x1b[M#\x81A",  # a click in column 97, as terminals of old report it
        b"\x1b[M \xc3\xa9\x1b[M#\xc3\xa9",  # one whose bytes happen to be a letter
        b"\x1b[200~\xff\x1b[201~",
        b"\x1b[1114112u",  # a key that is no character, in the reports of kitty
        b"\x1b[55296u",  # one that is half of one
    ],
)
def test_bytes_that_are_no_text_and_no_key_are_passed_over(front: Terminal, sent: bytes) -> None:
    front.send_bytes(sent)
    front.send("?")
    front.wait("╭─ Help")
    quit_and_see(front)


def test_a_paste_with_bytes_that_are_no_text_is_opened_without_them(front: Terminal) -> None:
    front.send_bytes(b"\x1b[200~A letter\xff from the \xc3lighthouse\r\rThe keeper lit the evening lamp.\x1b[201~")
    front.wait("A letter from the lighthouse")
    quit_and_see(front)


def test_many_keys_in_one_read_do_what_they_do_one_by_one(front: Terminal, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("A letter from the lighthouse\n\nThe keeper lit the lamp.", encoding="utf-8")
    front.send("?qs\x7f?q\x10\x1b[6~")
    front.wait("Search for commands")
    front.send("\x1b")
    front.wait(lambda text: "Search for commands" not in text)
    front.send(f"o{tmp_path / 'letter.txt'}\r")
    front.wait("A letter from the lighthouse")
    quit_and_see(front)


def test_a_path_typed_before_the_front_page_is_there_is_opened(home: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("A letter from the lighthouse\n\nThe keeper lit the lamp.", encoding="utf-8")
    terminal = Terminal(jumble("house:tin-opener"), home)
    terminal.send(f"o{tmp_path / 'letter.txt'}\r")
    terminal.wait("A letter from the lighthouse")
    quit_and_see(terminal)


@pytest.mark.parametrize("size", [(1, 1), (9, 5)])
def test_it_begins_and_ends_in_a_terminal_of_no_size(home: Path, size: tuple[int, int]) -> None:
    terminal = Terminal(jumble("house:tin-opener"), home, columns=size[0], rows=size[1])
    terminal.wait(lambda _: "\x1b[?2004h" in terminal.raw)
    terminal.send("?")
    terminal.resize(80, 24)
    terminal.wait("Play The Word Game!")
    terminal.resize(*size)
    quit_and_see(terminal)


FAULTS = {
    "input thread": "from jumble.tui.terminal_driver import TerminalInput; TerminalInput.tick = lambda self: 1 / 0",
    "writing thread": "from textual.drivers._writer_thread import WriterThread; WriterThread.run = lambda self: 1 / 0",
    "worker": (
        "from jumble.tui.screens.front import FrontScreen; from textual import work\n"
        "async def broken(self, remember=None): 1 / 0\n"
        "FrontScreen._list_articles = work(broken)"
    ),
    "callback": (
        "import asyncio; from jumble.tui.screens.front import FrontScreen\n"
        "FrontScreen._start_after_first_paint = lambda self: asyncio.get_running_loop().call_soon(lambda: 1 / 0)"
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_wherever_it_happens_ends_the_game_with_one_line(home: Path, fault: str) -> None:
    script = f"{fault}\nimport sys; from jumble.cli.command_line import main; sys.exit(main(['house:tin-opener']))"
    terminal = Terminal([sys.executable, "-c", script], home)
    assert terminal.wait_for_end() == 1
    after = terminal.raw.rpartition(LEAVE_ALTERNATE)[2]
    assert after.count("jumble: ") == 1
    assert "Traceback" not in terminal.raw
    assert "ZeroDivisionError" in (home / "crash.txt").read_text(encoding="utf-8")


def test_a_screen_that_never_stands_can_be_quit(home: Path) -> None:
    script = (
        "import asyncio, sys; from jumble.cli.command_line import main\n"
        "from jumble.tui.screens.help import HelpScreen\n"
        "async def never(self): await asyncio.Event().wait()\n"
        "HelpScreen.on_mount = never\n"
        "import jumble.tui.input_order as order, jumble.tui.signals as signals\n"
        "order.PATIENCE_SECONDS = signals.GRACE_SECONDS = 0.2\n"
        "sys.exit(main(['house:tin-opener']))"
    )
    terminal = Terminal([sys.executable, "-c", script], home)
    terminal.wait("Play The Word Game!")
    terminal.send(f"?{CTRL_Q}")
    assert terminal.wait_for_end() == 1
    assert "the game did not answer" in terminal.raw.rpartition(LEAVE_ALTERNATE)[2]
