import json
import os
import re
import select
import shlex
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import ENTER_ALTERNATE, LEAVE_ALTERNATE, PATIENCE, SHOW_CURSOR, Terminal, jumble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

Open = Callable[..., Terminal]

STORY = """The night train

The engine left the harbour station a little after midnight, pulling eleven wagons and a kitchen through the rain.
A porter walked the narrow corridor with a lantern and counted every sleeping passenger for the second time.
Nobody had ordered coffee, yet somebody in the kitchen was already grinding beans and humming an ancient melody.
At the mountain border a doctor climbed aboard with a leather suitcase, shook the water from his jacket and sat down.
"""


@pytest.fixture
def home() -> Path:
    return Path(os.environ["JUMBLE_HOME"])


@pytest.fixture
def open_terminal(home: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def start(command: Sequence[str], **size: int) -> Terminal:
        opened.append(Terminal(command, home, **size))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def run_json(home: Path, *arguments: str) -> Any:
    environment = {**os.environ, "JUMBLE_HOME": str(home)}
    return json.loads(subprocess.run(jumble(*arguments), env=environment, check=True, capture_output=True).stdout)


def points(each: dict[str, Any], streak: int, *, clock: bool) -> int:
    """The table of the design, in arithmetic of its own."""
    word = Decimal(10 * len(each["answer"])) * (1 + Decimal(each["stars"] - 1) / 4)
    kept = word * max(Decimal("0.10"), 1 - Decimal("0.20") * each["clue"] - Decimal("0.25") * each["letter_hints"])
    time = Decimal(str(each["seconds_left"])) / each["seconds"] if clock else 0
    bonus = min(Decimal("0.25"), Decimal("0.05") * streak)
    return int((kept * (1 + Decimal("0.5") * time) * (1 + bonus)).quantize(Decimal(1), ROUND_HALF_UP))


def expected_score(rounds: list[dict[str, Any]], *, clock: bool) -> int:
    total = streak = 0
    for each in rounds:
        helped = each["clue"] or each["letter_hints"]
        if each["solved"]:
            total += points(each, 0 if helped else streak, clock=clock)
        streak = streak + 1 if each["solved"] and not helped else 0
    return total


def shown_score(screen: str) -> int:
    found = re.search(r"Final score (\d+)", screen)
    assert found, screen
    return int(found[1])


def assert_restored(terminal: Terminal) -> None:
    """The terminal is as it was: main screen, cursor shown, the same settings."""
    assert LEAVE_ALTERNATE in terminal.raw
    assert SHOW_CURSOR in terminal.raw[terminal.raw.rindex(LEAVE_ALTERNATE) - 40 :]
    assert termios.tcgetattr(terminal._child.child_fd) == terminal.attributes
    for mode in ("1000", "1003", "1006", "2004"):  # mouse and bracketed paste
        assert terminal.raw.rfind(f"\x1b[?{mode}l") > terminal.raw.rfind(f"\x1b[?{mode}h")


@pytest.mark.parametrize("mode", ["relaxed", "classic"])
def test_a_game_from_the_front_page_to_its_results_by_keyboard(
    home: Path, open_terminal: Open, story: Path, mode: str
) -> None:
    puzzle = run_json(home, "puzzle", str(story), "--json", "--seed", "5", "--rounds", "5")
    terminal = open_terminal(jumble(str(story), "--seed", "5", "--rounds", "5", "--mode", mode))
    front = terminal.wait("The night train")
    assert "Play The Word Game!" in front
    assert "Most Popular Articles".upper() in front.upper()
    terminal.send("\r")
    for number, each in enumerate(puzzle["rounds"]):
        terminal.wait(f"Round {number + 1} of 5")
        if number == 1:
            terminal.send("\t")  # the clue
        if number == 2:
            terminal.send("\t\t")  # the clue and a letter
        if number == 3:
            terminal.send("\x0e")  # skip
        else:
            terminal.send(each["answer"][1:] if number == 2 else each["answer"])
        ended = "next word" if number < 4 else "enter results"
        terminal.wait(ended)
        terminal.send_until_gone("\r", ended)
    results = terminal.wait("Final score")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert_restored(terminal)
    game = run_json(home, "stats", "--json")["games"][0]
    assert [each["solved"] for each in game["rounds"]] == [True, True, True, False, True]
    assert [(each["clue"], each["letter_hints"]) for each in game["rounds"][:3]] == [(False, 0), (True, 0), (True, 1)]
    assert game["ended"]
    assert game["score"] == shown_score(results) == expected_score(game["rounds"], clock=mode == "classic")
    assert [each["answer"] for each in game["rounds"]] == [each["answer"] for each in puzzle["rounds"]]


def test_a_text_from_standard_input_plays_with_the_keyboard(home: Path, open_terminal: Open, story: Path) -> None:
    piped = f"cat {shlex.quote(str(story))} | {shlex.join(jumble('play', '-', '--seed', '5', '--rounds', '1'))}"
    answer = run_json(home, "puzzle", str(story), "--json", "--seed", "5", "--rounds", "1")["rounds"][0]["answer"]
    terminal = open_terminal(["bash", "-c", piped])
    terminal.wait("Round 1 of 1")
    terminal.send(answer)
    terminal.wait("Solved")
    terminal.send("\r")
    terminal.wait("Final score")
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert_restored(terminal)


def test_a_folder_opens_on_its_texts(open_terminal: Open, story: Path) -> None:
    terminal = open_terminal(jumble(str(story.parent)))
    terminal.wait("The night train")
    terminal.send("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("command", [[], ["play"]], ids=["front", "play"])
def test_a_signal_before_the_first_frame_ends_the_game_in_order(
    open_terminal: Open, command: list[str], number: signal.Signals
) -> None:
    terminal = open_terminal(jumble(*command, "house:tin-opener"))
    terminal.wait(lambda _: ENTER_ALTERNATE in terminal.raw)
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert "a fault of its own" not in terminal.raw


@pytest.mark.parametrize("keys", ["\x1b", "o", "\x1b[200~A text\n\nthat is pasted early.\x1b[201~", "\x10"])
def test_keys_typed_before_a_game_is_there_do_no_harm(open_terminal: Open, keys: str) -> None:
    terminal = open_terminal(jumble("play", "house:tin-opener"))
    terminal.send(keys)
    terminal.wait(lambda text: any(shown in text for shown in ("Round 1 of", "Play The Word Game!", "Paused")))
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0
    assert "a fault of its own" not in terminal.raw


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("?", "╭─ Help"),
        ("\r", "Round 1 of"),
        ("r", "↓ scroll   esc back"),
    ],
)
def test_a_key_typed_before_the_front_page_is_there_does_what_it_does_later(
    open_terminal: Open, key: str, shown: str
) -> None:
    terminal = open_terminal(jumble("house:tin-opener"))
    terminal.send(key)
    terminal.wait(shown)
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0


def test_what_was_named_is_opened_behind_a_page_that_was_asked_for_early(open_terminal: Open, tmp_path: Path) -> None:
    (tmp_path / "blob").write_bytes(bytes(range(256)))
    terminal = open_terminal(jumble(str(tmp_path / "blob")))
    terminal.send("s")
    assert terminal.wait_for_end() == 1
    assert "blob is not a text" in terminal.text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(open_terminal: Open, story: Path, number: signal.Signals) -> None:
    terminal = open_terminal(jumble("play", str(story), "--seed", "5"))
    terminal.wait("Round 1 of")
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert_restored(terminal)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs process descriptors (Linux)")
@pytest.mark.parametrize("stopped", [False, True])
def test_a_game_ends_with_its_terminal(open_terminal: Open, story: Path, stopped: bool) -> None:
    terminal = open_terminal(jumble("play", str(story), "--seed", "5"))
    terminal.wait("Round 1 of")
    if stopped:
        os.kill(terminal.pid, signal.SIGTSTP)
        os.waitpid(terminal.pid, os.WUNTRACED)
    watch = os.pidfd_open(terminal.pid)
    terminal.hang_up()
    ended, _, _ = select.select([watch], [], [], PATIENCE)
    os.close(watch)
    assert ended


def test_a_fault_of_our_own_gives_the_terminal_back_and_one_line(home: Path, open_terminal: Open, story: Path) -> None:
    broken = (
        "import sys; from jumble.cli import command_line as cli; from jumble.tui.screens.front import FrontScreen; "
        "FrontScreen.action_read = lambda self: 1 / 0; sys.exit(cli.main(sys.argv[1:]))"
    )
    terminal = open_terminal([sys.executable, "-c", broken, str(story)])
    terminal.wait("Play The Word Game!")
    terminal.send("r")
    assert terminal.wait_for_end() == 1
    assert_restored(terminal)
    after = terminal.raw[terminal.raw.rindex(LEAVE_ALTERNATE) :]
    assert "Traceback" not in after
    assert after.count("jumble: ") == 1
    assert "ZeroDivisionError" in (home / "crash.txt").read_text(encoding="utf-8")


def test_pausing_hides_the_rack_and_the_clock_stands(home: Path, open_terminal: Open, story: Path) -> None:
    scramble = run_json(home, "puzzle", str(story), "--json", "--seed", "5")["rounds"][0]["scramble"].upper()
    shown = " │ │ ".join(scramble)
    terminal = open_terminal(jumble("play", str(story), "--seed", "5"))
    terminal.wait(shown)
    terminal.send("\x1b")
    terminal.wait(lambda text: "Paused" in text and shown not in text)
    terminal.send("\r")
    terminal.wait(lambda text: shown in text and "Paused" not in text)


def test_a_terminal_too_small_says_so_and_the_game_comes_back(open_terminal: Open, story: Path) -> None:
    terminal = open_terminal(jumble("play", str(story), "--seed", "5"))
    terminal.wait("Round 1 of")
    terminal.resize(50, 18)
    terminal.wait("60×20")
    terminal.resize(80, 24)
    terminal.wait(lambda text: "Round 1 of" in text and "60×20" not in text)


def test_stopping_and_going_on_keeps_the_game(home: Path, open_terminal: Open, story: Path) -> None:
    answer = run_json(home, "puzzle", str(story), "--json", "--seed", "5")["rounds"][0]["answer"]
    terminal = open_terminal(jumble("play", str(story), "--seed", "5"))
    terminal.wait("Round 1 of")
    started = time.monotonic()
    for _ in range(3):
        os.kill(terminal.pid, signal.SIGTSTP)
        _, status = os.waitpid(terminal.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        stopped = time.monotonic()
        while time.monotonic() < stopped + 2:
            terminal.read()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait("Round 1 of")
    terminal.send(answer)
    solved = re.search(r"Solved in (\d+\.\d) s", terminal.wait("Solved"))
    assert solved
    assert float(solved[1]) < time.monotonic() - started - 5.5  # three times two seconds did not count
