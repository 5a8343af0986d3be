"""Plain mode as it is used: through pipes, on a dumb terminal, on a terminal whose text came through a pipe."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from jumble.article import open_source
from jumble.game import RELAXED, Clear, Hint, Move, Next, Puzzle, Skip, Submit, Type, replay
from jumble.puzzle import make_puzzle
from tests.e2e.terminal import PATIENCE, Terminal, jumble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

Open = Callable[[Sequence[str]], Terminal]

STORY = """The night train

The engine left the harbour station a little after midnight, pulling eleven wagons and a kitchen through the rain.
A porter walked the narrow corridor with a lantern and counted every sleeping passenger for the second time.
Nobody had ordered coffee, yet somebody in the kitchen was already grinding beans and humming an ancient melody.
At the mountain border a doctor climbed aboard with a leather suitcase, shook the water from his jacket and sat down.
"""
GAME = ["--seed", "5", "--rounds", "4", "--mode", "relaxed"]


@pytest.fixture
def home() -> Path:
    return Path(os.environ["JUMBLE_HOME"])


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def puzzle(story: Path) -> Puzzle:
    return make_puzzle(open_source(story).first()[1], seed=5, rounds=4)


@pytest.fixture
def open_terminal(home: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def start(command: Sequence[str]) -> Terminal:
        opened.append(Terminal(command, home, rows=60))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def run(home: Path, typed: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the game with lines through a pipe."""
    return subprocess.run(
        jumble("play", *arguments),
        env={**os.environ, "JUMBLE_HOME": str(home), **environment},
        input=typed.encode(),
        capture_output=True,
        check=False,
    )


def games(home: Path) -> Any:
    environment = {**os.environ, "JUMBLE_HOME": str(home)}
    done = subprocess.run(jumble("stats", "--json"), env=environment, check=True, capture_output=True)
    return json.loads(done.stdout)["games"]


def words(*spelt: str) -> list[Move]:
    return [Type(letter) for word in spelt for letter in word]


def test_a_game_through_a_pipe_is_the_game_of_the_session_and_of_the_full_screen(
    home: Path, open_terminal: Open, story: Path, puzzle: Puzzle
) -> None:
    first, second, third, _ = puzzle.rounds
    typed = [first.scramble, first.answer, "", "hint", second.answer, "next", "hi", "/hint", third.answer, "", "skip"]
    done = run(home, "\n".join(typed), str(story), "--plain", *GAME)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", done.stdout)

    keys = [f"{first.scramble}\r\x15{first.answer}", f"\t{second.answer}", f"\t\t{third.answer[1:]}", "\x0e"]
    terminal = open_terminal(jumble("play", str(story), *GAME))
    for number, pressed in enumerate(keys, 1):
        terminal.wait(f"Round {number} of 4")
        terminal.send(pressed)
        terminal.wait("next word" if number < 4 else "results")
        while f"Round {number + 1} of 4" not in terminal.text() and "Final score" not in terminal.text():
            terminal.send(" ")  # a key pressed before the answer was seen does nothing
            assert terminal.read()
    shown = terminal.wait("Final score")
    terminal.send("q")
    assert terminal.wait_for_end() == 0

    moves = [*words(first.scramble), Submit(), Clear(), *words(first.answer), Next(), Hint(), *words(second.answer)]
    moves += [Next(), Hint(), Hint(), *words(third.answer[1:]), Next(), Skip(), Next()]
    game = replay(puzzle, RELAXED, [(move, 0.0) for move in moves])
    assert f"Final score {game.score}, {game.rank}".encode() in done.stdout
    assert f"Final score {game.score}" in shown
    rows = [
        [
            {key: each[key] for key in ("answer", "outcome", "given", "clue", "letter_hints", "wrong_tries", "points")}
            for each in played["rounds"]
        ]
        for played in games(home)
    ]
    assert rows[0] == rows[1]
    assert rows[0] == [
        {
            "answer": each.answer,
            "outcome": result.outcome,
            "given": result.given,
            "clue": bool(result.hints_taken.get("clue")),
            "letter_hints": result.hints_taken.get("letter", 0),
            "wrong_tries": result.wrong_tries,
            "points": result.points,
        }
        for each, result in zip(puzzle.rounds, game.results, strict=True)
    ]
    by_screen, by_line = games(home)
    for key in ("article", "mode", "level", "seed", "score", "most", "rank"):
        assert by_line[key] == by_screen[key]
    assert by_line["ended"]


def test_answers_alone_play_a_game(home: Path, story: Path, puzzle: Puzzle) -> None:
    typed = "\n".join(each.answer for each in puzzle.rounds)
    done = run(home, typed, str(story), "--seed", "5", "--rounds", "4", TERM="dumb")  # --plain goes without saying
    assert (done.returncode, done.stderr) == (0, b"")
    assert "4 of 4 words: o o o o" in done.stdout.decode()
    assert [each["solved"] for each in games(home)[0]["rounds"]] == [True] * 4


def test_lines_come_as_they_are_needed(home: Path, story: Path, puzzle: Puzzle) -> None:
    environment = {**os.environ, "JUMBLE_HOME": str(home), "PYTHONUNBUFFERED": ""}
    with subprocess.Popen(
        jumble("play", "--plain", str(story), *GAME),
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", bufsize=1,
    ) as game:  # fmt: skip
        assert game.stdin
        assert game.stdout
        patience = Timer(PATIENCE, game.kill)  # who holds lines back would wait for us as we for him
        patience.start()
        for each in puzzle.rounds:
            while not (line := game.stdout.readline()).startswith("Letters: "):
                assert line
            assert line == f"Letters: {' '.join(each.scramble.upper())}\n"
            game.stdin.write(f"{each.answer}\n\n")
        assert "Final score" in game.stdout.read()
        patience.cancel()
    assert game.returncode == 0


def test_input_that_ends_too_early_leaves_what_was_played(home: Path, story: Path, puzzle: Puzzle) -> None:
    done = run(home, f"{puzzle.rounds[0].answer}\n\n", "--plain", str(story), *GAME)
    assert done.returncode == 0
    assert done.stderr == b"jumble: the input ended in round 2 of 4, and with it the game\n"
    (game,) = games(home)
    assert [each["solved"] for each in game["rounds"]] == [True]
    assert game["ended"] is None


def test_a_dumb_terminal_gets_plain_lines(home: Path, open_terminal: Open, story: Path, puzzle: Puzzle) -> None:
    terminal = open_terminal(["env", "TERM=dumb", *jumble("play", str(story), *GAME)])
    terminal.wait("Round 1 of 4")
    terminal.send(f"{puzzle.rounds[0].answer}\n")
    terminal.wait("Solved in")
    terminal.send("\n")
    terminal.wait("Round 2 of 4")
    terminal.send("\x03")
    assert terminal.wait_for_end() == 128 + signal.SIGINT
    assert "\x1b" not in terminal.raw
    assert "Traceback" not in terminal.raw
    assert [each["solved"] for each in games(home)[0]["rounds"]] == [True]


def test_a_text_from_standard_input_plays_with_the_keyboard(open_terminal: Open, story: Path, puzzle: Puzzle) -> None:
    piped = f"cat {shlex.quote(str(story))} | {shlex.join(jumble('play', '-', '--plain', *GAME))}"
    terminal = open_terminal(["bash", "-c", piped])
    for number, each in enumerate(puzzle.rounds, 1):
        terminal.wait(f"Round {number} of 4")
        terminal.send(f"{each.answer}\n\n")
    terminal.wait("SOURCE stands for a file with the same text")
    assert terminal.wait_for_end() == 0


def test_a_text_from_standard_input_without_a_keyboard_is_one_line(home: Path) -> None:
    done = subprocess.run(
        jumble("play", "-", "--plain"), env={**os.environ, "JUMBLE_HOME": str(home)}, input=STORY.encode(),
        capture_output=True, check=False, start_new_session=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"jumble: no terminal to play in")
    assert done.stderr.count(b"\n") == 1


def test_a_text_without_words_is_one_line(home: Path, tmp_path: Path) -> None:
    dull = tmp_path / "dull.txt"
    dull.write_text("Oh, so it is. Is it so? Oh no, it is not so, is it?\n", encoding="utf-8")
    done = run(home, "", "--plain", str(dull))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"no word in it is fit to play" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_no_standard_input_is_one_line(home: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{shlex.join(jumble('play', '--plain'))} 0<&-"],
        env={**os.environ, "JUMBLE_HOME": str(home)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(b"jumble: no standard input to play with")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_has_seen_enough_is_no_fault(home: Path, story: Path) -> None:
    play = shlex.join(jumble("play", "--plain", str(story), *GAME))
    done = subprocess.run(
        ["bash", "-c", f"yes help | head -2000 | {{ {play}; echo $? >&2; }} | head -1"],
        env={**os.environ, "JUMBLE_HOME": str(home)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.stdout == b"The night train\n"
    assert done.stderr == f"{128 + signal.SIGPIPE}\n".encode()


def test_suspended_and_going_on(open_terminal: Open, story: Path, puzzle: Puzzle) -> None:
    terminal = open_terminal(jumble("play", "--plain", str(story), *GAME))
    terminal.wait("Round 1 of 4")
    os.kill(terminal.pid, signal.SIGTSTP)
    _, status = os.waitpid(terminal.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait(lambda text: text.count("Round 1 of 4") == 2)
    terminal.send(f"{puzzle.rounds[0].answer}\nquit\n")
    terminal.wait("You left in round 1 of 4")
    assert terminal.wait_for_end() == 0


def test_a_record_that_cannot_be_written_is_told_and_the_game_goes_on(tmp_path: Path, story: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("", encoding="utf-8")
    done = run(no_folder, "quit\n", "--plain", str(story), *GAME)
    assert done.returncode == 0
    assert b"You left in round 1 of 4" in done.stdout
    settings, records = done.stderr.splitlines()
    assert settings.startswith(b"jumble: The settings in ")
    assert records.startswith(b"jumble: Playing without records: ")
