"""Kills games with SIGKILL in the middle of play and looks whether every move is there: nothing a player did is lost.

    python -m tests.bench.kill_nine [TIMES] [SEED]

A process of its own plays; it is killed after some moves, drawn at random. What it played a quarter of a second before
must be in the record, the file must be whole, and the game must be offered at once, with the clock where it stood.
"""

import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from jumble.records import open_records

ROOT = Path(__file__).parents[2]
GRACE = 0.25
"""Seconds after which a move is in the record."""

PLAYER = """
import sys, time
from pathlib import Path
from threading import Event
from jumble.game import RELAXED, Shuffle
from jumble.records import open_records
from tests.records.played import Player

records, paced = open_records(Path(sys.argv[1])), sys.argv[2] == "paced"
player, number = Player(records, mode=RELAXED), 0
while True:
    number += 1
    player.play(Shuffle())
    player.record.beat(player.at)
    made = time.monotonic()
    if paced:
        Event().wait(0.004)
    else:
        records.settle()
    print(number, made, flush=True)
"""


@dataclass(frozen=True, slots=True)
class Killed:
    """A game that was killed."""

    due: int
    """Moves that had to be in the record."""
    written: int
    """Moves that were."""
    whole: bool
    """Whether the file was."""
    offered: bool
    """Whether the game was offered with all its moves."""

    @property
    def good(self) -> bool:
        """Whether nothing was lost."""
        return self.whole and (not self.due or (self.written >= self.due and self.offered))


def kill_one(folder: Path, moves: int, *, paced: bool) -> Killed:
    """Play until so many moves are told of, and kill.

    Paced like a very fast hand, moves are told of as they are made; else each when it is written.
    """
    command = [sys.executable, "-c", PLAYER, str(folder), "paced" if paced else "written"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(moves)]
        child.kill()
        killed = time.monotonic()
        told += child.stdout.readlines()
    times = [float(line.split()[1]) for line in told if line.endswith("\n")]
    due = sum(made <= killed - GRACE for made in times) if paced else len(times)
    with closing(open_records(folder)) as records:
        whole = records.reading.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and records.notice is None
        unfinished = records.unfinished()
        written = records.reading.execute(
            "SELECT count(*) FROM move WHERE game_id = (SELECT max(id) FROM game)"
        ).fetchone()[0]
        offered = unfinished is not None and len(unfinished.log) == written and unfinished.elapsed >= due
        if unfinished is not None:
            records.give_up(unfinished.uid)
    return Killed(due, written, whole, offered)


def main() -> None:
    times, seed = (int(each) for each in [*sys.argv[1:3], *("200", "1")[len(sys.argv) - 1 :]])
    draws = Random(seed)
    lost, due = [], 0
    with TemporaryDirectory() as folder:
        for number in range(times):
            killed = kill_one(Path(folder), draws.randint(1, 250), paced=number % 2 == 0)
            due += killed.due
            if not killed.good:
                lost.append((number, killed))
    print(f"{times} games killed (seed {seed}), {due} moves due, {len(lost)} games not whole")
    for number, killed in lost:
        print(number, killed)
    sys.exit(bool(lost))


if __name__ == "__main__":
    main()
