"""Kills the real program in a real terminal with SIGKILL in the middle of play: nothing that the player saw is lost.

    python -m tests.bench.kill_nine_terminal [TIMES] [SEED]

Each game is played by script: answers, hints, skips and wrong letters at short random intervals, up to a random moment;
the last seconds of every other game are spent in thought. What stood on the screen a quarter of a second before must be
in the record, the file must be whole, and the front page must offer the game, which goes on in the right round with the
clock where it stood.
"""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from jumble.figures import ListedGame
from jumble.game import Session
from jumble.records import open_records, read_listed
from tests.e2e.terminal import Terminal, jumble

ARTICLE = "house:tin-opener"
SEEDS = (1, 2, 3, 4)
"""Of the puzzles."""
GRACE = 0.25
"""Seconds after which what stands on the screen is in the record."""
SLACK = 1.5
"""Seconds by which the clock may stand elsewhere: it is noted once a second."""
LONGEST = 9.0
"""Seconds of play until the latest kill."""

SKIP, CLEAR, HINT, SHUFFLE, ENTER = "\x0e", "\x15", "\t", " ", "\r"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen tells of the game."""

    at: float
    """Seconds on the clock of this machine."""
    round: int
    """From 1; 0: no game."""
    finished: int
    """Rounds."""
    score: int
    clock: int | None
    """Whole seconds left."""
    moved: bool
    """Whether the table is not as it was at first."""
    over: bool
    """Whether the results are shown."""


@dataclass(frozen=True, slots=True)
class Killed:
    """A game that was killed, and what went wrong with it."""

    moment: float
    """Seconds of play until then."""
    due: int
    """Rounds that had to be in the record."""
    written: int
    """Rounds that were."""
    resumed: bool
    """Whether the game was gone on with."""
    clock_off: float
    """Seconds by which the clock stood elsewhere."""
    wrong: tuple[str, ...]


class KilledError(Exception):
    """The moment has come."""


@dataclass(slots=True)
class Player:
    """A script at the keys, and all that it sees."""

    terminal: Terminal
    draws: Random
    until: float
    still: float = 0.0
    """Seconds before the moment from which on no key is pressed: then the clock alone goes on."""
    seen: list[Seen] = field(default_factory=list)
    first: str = ""
    """The table before the first key."""

    def look(self) -> Seen:
        """Take note of what is on the screen."""
        text = self.terminal.text()
        place = re.search(r"Round (\d+) of (\d+)", text)
        score, clock = re.search(r"Score (\d+)", text), re.search(r"(?m)^.*Round \d.*?\b(\d+):(\d\d)\b", text)
        table = _table(text)
        last = self.seen[-1] if self.seen else None
        number, over = int(place[1]) if place else 0, "Final score" in text
        self.seen.append(
            Seen(
                time.monotonic(),
                number,
                number - 1 + ("next word" in text or "enter results" in text) if place else 0,
                int(score[1]) if score else 0,
                int(clock[1]) * 60 + int(clock[2]) if clock else None,
                bool(last and last.moved) or bool(place and self.first and table != self.first),
                over,
            )
        )
        return self.seen[-1]

    def wait(self, seconds: float) -> Seen:
        """Look on for some seconds; raises KilledError when the moment comes."""
        end = min(self.until, time.monotonic() + seconds)
        while (left := end - time.monotonic()) > 0:
            self.terminal.read(min(left, 0.05))
            self.look()
        if end == self.until:
            raise KilledError
        return self.look()

    def type(self, keys: str) -> None:
        """Type keys one by one."""
        for key in keys:
            if time.monotonic() > self.until - self.still:
                self.wait(self.still)
            self.first = self.first or _table(self.terminal.text())
            self.terminal.send(key)
            self.wait(self.draws.uniform(0.01, 0.2))

    def play(self, answers: list[str]) -> None:
        """Play a game, and look at its results until the moment comes."""
        self.wait(0.2)  # until the table is painted whole
        for number, answer in enumerate(answers, 1):
            self.type(self._way(answer))
            while (seen := self.wait(0.1)).finished < number and not seen.over:
                self.wait(1.0)
                if self.look().finished < number:
                    self.terminal.send(SKIP)
            while (seen := self.look()).round <= number and not seen.over:
                self.terminal.send(ENTER)
                self.wait(0.3)
        while True:
            self.wait(1.0)

    def _way(self, answer: str) -> str:
        """Return the keys of one way to play a round."""
        wrong = "".join(self.draws.sample(answer, 3))
        ways = [answer, answer, f"{SHUFFLE}{answer}", f"{wrong}{CLEAR}{answer}", f"{HINT}{answer}", f"{wrong}{SKIP}"]
        return self.draws.choice([*ways, f"{HINT}{HINT}{answer[1:]}", SKIP, f"{wrong}{ENTER}{CLEAR}{SHUFFLE}{answer}"])


def _table(text: str) -> str:
    """Return what stands below clock and score, which change by themselves."""
    return text.split("\n", 2)[-1]


def kill_one(
    home: Path, draws: Random, *, earliest: float = 0.3, latest: float = LONGEST, still: float = 0.0
) -> Killed:
    """Play until a random moment, kill, and look at what is left; the player thinks for the last `still` seconds."""
    seed, moment = draws.choice(SEEDS), draws.uniform(earliest, latest)
    words = answers(seed)
    with opened(jumble("play", ARTICLE, "--seed", str(seed), "--level", "medium"), home) as terminal:
        terminal.wait("Round 1 of")
        player = Player(terminal, draws, time.monotonic() + moment, still)
        player.look()
        try:
            player.play(words)
        except KilledError:
            os.kill(terminal.pid, signal.SIGKILL)
            killed = time.monotonic()
        while terminal.read():
            pass
        player.look()
    return _look_after(home, player.seen, killed, moment)


def _look_after(home: Path, seen: list[Seen], killed: float, moment: float) -> Killed:
    """Say what is wrong with the record of a game and with going on with it."""
    last, due = seen[-1], [each for each in seen if each.at <= killed - GRACE][-1]
    with closing(open_records(home)) as records:
        check = records.reading.execute("PRAGMA integrity_check").fetchone()[0]
        game, offered = next(iter(read_listed(records)), None), records.unfinished()
        wrong = [f"the record: {check}, {records.notice}"] if check != "ok" or records.notice else []
    wrong += _look_into(game, due)
    over = game is not None and game.row.finished
    if (offered is not None) == over and (over or due.moved):
        wrong.append(f"a game that is {'over is' if over else 'not over is not'} offered")
    off = 0.0
    if offered and not wrong:
        session = Session.resumed(offered.puzzle, offered.mode, offered.log, offered.elapsed, lambda: 0.0)
        assert session is not None, "the game cannot be gone on with"
        number, left = session.game.number + 1, session.seconds_left or 0.0
        if not max(1, due.round) <= number <= last.round + 1:  # a move may be written and not yet shown
            wrong.append(f"round {due.round} was shown, round {number} is offered")
        same = last.round == number and last.finished == len(session.game.results) < number
        if last.clock is not None and same:
            off = max(left - last.clock, last.clock - 1 - left, 0.0)  # 7 stands for more than 6 up to 7
        if off > SLACK:
            wrong.append(f"the clock stood at {last.clock}, and stands at {left}")
        wrong += _go_on(home, number, len(offered.puzzle.rounds), left)
    return Killed(moment, due.finished, game.row.rounds if game else 0, offered is not None, off, tuple(wrong))


def _look_into(game: ListedGame | None, due: Seen) -> Iterator[str]:
    """Tell what of a game that was on the screen is not in the record."""
    rounds = game.rounds if game else ()
    if due.over:
        if not (game and game.row.finished):
            yield "the results were shown, and the game has no end"
        return
    if len(rounds) < due.finished:
        yield f"{due.finished} rounds were finished, {len(rounds)} are in the record"
    scores = [sum(each.points for each in rounds[:number]) for number in range(due.finished, len(rounds) + 1)]
    if due.finished and due.score not in scores:  # it may be painted before the rest that tells of the round
        yield f"score {due.score} was shown, {scores} is in the record"


def _go_on(home: Path, number: int, rounds: int, left: float) -> Iterator[str]:
    """Go on with the game from the front page; tell what is wrong there."""
    with opened(jumble(), home) as terminal:
        front = terminal.wait("resumes round")
        if f"resumes round {number} of {rounds}" not in front:
            yield f"the front page does not offer round {number}"
        terminal.send("u")
        player = Player(terminal, Random(0), 0.0)
        terminal.wait("Paused")
        clock = player.look().clock
        if clock is None or not left - 0.5 <= clock < left + 1:
            yield f"the clock stood at {left}, and {clock} is shown"
        terminal.send(ENTER)
        terminal.wait(lambda text: f"Round {number} of {rounds}" in text and "Paused" not in text)
        os.kill(terminal.pid, signal.SIGKILL)


@contextmanager
def opened(command: list[str], home: Path) -> Iterator[Terminal]:
    """Open a terminal, and close it."""
    terminal = Terminal(command, home)
    try:
        yield terminal
    finally:
        terminal.close()


@cache
def answers(seed: int) -> list[str]:
    """Return the answers of a puzzle."""
    command = jumble("puzzle", ARTICLE, "--json", "--seed", str(seed), "--level", "medium")
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return [each["answer"] for each in told["rounds"]]


def main() -> None:
    times, seed = (int(each) for each in [*sys.argv[1:3], *("200", "1")[len(sys.argv) - 1 :]])
    every = []
    for number in range(times):
        with TemporaryDirectory() as folder:
            killed = kill_one(Path(folder), Random(f"{seed} {number}"), still=(0.0, 0.0, 1.5, 3.0)[number % 4])
        every.append(killed)
        if killed.wrong:
            print(number, killed, flush=True)
    bad = sum(bool(each.wrong) for each in every)
    print(
        f"{times} games killed (seed {seed}) after {min(each.moment for each in every):.1f} to "
        f"{max(each.moment for each in every):.1f} s: {sum(each.due for each in every)} rounds due, "
        f"{sum(each.written for each in every)} written; {sum(each.resumed for each in every)} games gone on with, the "
        f"clock at most {max(each.clock_off for each in every):.2f} s elsewhere; {bad} wrong"
    )
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
