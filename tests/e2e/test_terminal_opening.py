"""Opening, pasting, choosing and giving up, as a player does it in a real terminal."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, jumble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

Open = Callable[..., Terminal]
TALE = """A tale of {} cities

It was a quiet time for the harbour and its people, and the winter was far away from the village and the garden.
"""


@pytest.fixture
def open_terminal() -> Iterator[Open]:
    opened: list[Terminal] = []

    def start(command: Sequence[str], **size: int) -> Terminal:
        opened.append(Terminal(command, Path(os.environ["JUMBLE_HOME"]), **size))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def paste(terminal: Terminal, text: str) -> None:
    terminal.send(f"\x1b[200~{text}\x1b[201~")


def end(terminal: Terminal) -> None:
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0


def test_a_pasted_text_is_played_and_is_there_the_next_time(open_terminal: Open) -> None:
    terminal = open_terminal(jumble())
    terminal.wait("8 words")
    paste(terminal, TALE.format("two").replace("\n", "\r"))
    terminal.wait("only")
    terminal.send("\r")
    terminal.wait("Round 1 of")
    terminal.send("\x0e")
    terminal.wait("Skipped")
    end(terminal)
    again = open_terminal(jumble())
    again.wait("1 play")
    again.send("\t\r")
    again.wait(lambda screen: "A tale of two cities" in screen.splitlines()[2])
    end(again)


def test_a_folder_is_a_list_to_choose_from(open_terminal: Open, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in ("two", "three", "four"):
        (folder / f"{number}.txt").write_text(TALE.format(number), encoding="utf-8")
    terminal = open_terminal(jumble())
    terminal.wait("8 words")
    terminal.send("o")
    terminal.wait("web address")
    terminal.send(f"{folder.parent}{os.sep}tex\t")
    terminal.wait("three.txt")
    terminal.send("\r")
    terminal.wait("3 to choose from")
    terminal.send("four")
    terminal.wait("1 of 3")
    terminal.send("\r")
    terminal.wait("A tale of four cities")
    terminal.send("c")
    terminal.wait("opened")
    end(terminal)


def test_several_sources_are_a_list(open_terminal: Open, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in ("two", "three")]
    for path in paths:
        path.write_text(TALE.format(path.stem), encoding="utf-8")
    terminal = open_terminal(jumble(*map(str, paths), str(tmp_path / "gone.txt")))
    terminal.wait("2 to choose from")
    terminal.wait("no such file")
    end(terminal)


@pytest.mark.parametrize("command", [[], ["play"]])
def test_a_pipe_without_a_writer_is_given_up(open_terminal: Open, tmp_path: Path, command: list[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    terminal = open_terminal(jumble(*command, str(tmp_path / "pipe")))
    terminal.wait("Opening pipe")
    terminal.send("\x1b")
    terminal.wait("8 words")
    end(terminal)


def test_standard_input_that_never_comes_is_given_up(open_terminal: Open) -> None:
    terminal = open_terminal(["sh", "-c", f"sleep 600 | {shlex.join(jumble('-'))}; kill $!"])
    terminal.wait("Opening standard input")
    terminal.send("\x1b")
    terminal.wait("8 words")
    terminal.send("\x11")
    terminal.wait(lambda _: "\x1b[?1049l" in terminal.raw)


def test_a_command_that_takes_long_tells_so_and_is_given_up(open_terminal: Open, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    terminal = open_terminal(jumble("words", str(tmp_path / "pipe")))
    terminal.wait("Reading · 1 s · ctrl+c cancel")
    terminal.send("\x03")
    assert terminal.wait_for_end() == 130
    assert "Reading" not in terminal.text()


def test_a_missing_file_takes_no_screen(open_terminal: Open) -> None:
    terminal = open_terminal(jumble("play", "gone.txt"))
    assert terminal.wait_for_end() == 1
    assert "no such file: gone.txt" in terminal.text()
    assert "\x1b[?1049h" not in terminal.raw
