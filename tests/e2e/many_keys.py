"""Many games that are given keys nobody would press: none may end, hang, or lose the order of its keys. By hand.

    python -m tests.e2e.many_keys [--starts N] [--games N] [--ahead N] [--seed S] [--jobs N] [--only NUMBER]

Three kinds of games, each in a pty of its own with a home of its own:

- starts: a few keys in the first second, before and while the first screen comes;
- games: a running game is given bursts of keys, clicks (of both kinds of reports), pastes, sizes, invalid bytes;
- ahead: commands typed ahead in one write, of which it is known what the screen shows in the end.

What is sent follows from the seed and the number of the game, so that `--only` repeats one. Exit status 1 when any
failed.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from jumble import load_article, make_puzzle
from tests.bench.child import Child, LateError
from tests.e2e.played import Played, Step, send, wait
from tests.e2e.random_input import early_steps, random_steps

ROUND = ("-m", "jumble", "play", "house:tin-opener", "--seed", "5", "--mode", "relaxed")
FRONT = ("-m", "jumble", "house:tin-opener")
STARTS = (FRONT, ("-m", "jumble"), ("-m", "jumble", "play"), ROUND)
STORY = "A letter from the lighthouse\n\nThe keeper counted seven ships and lit the evening lamp.\n"
STORY_TITLE = "A letter from the lighthouse"


class Case(NamedTuple):
    """One game: which kind, and its number among them."""

    kind: str
    seed: int
    number: int
    text: bool


class Outcome(NamedTuple):
    """What became of a game; no fault when all was well."""

    case: Case
    fault: str | None
    sent: str


def main() -> None:
    """Play all games that were asked for; say which failed, and how many."""
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.many_keys", description=__doc__.partition("\n")[0])
    for kind in KINDS:
        parser.add_argument(f"--{kind}", type=int, default=0, metavar="N", help=f"how many {kind}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many games at a time")
    parser.add_argument("--text", action="store_true", help="send no byte that is no text")
    parser.add_argument("--only", type=int, help="the number of the one game to play again")
    options = parser.parse_args()
    cases = [
        Case(kind, options.seed, number, options.text)
        for kind in KINDS
        for number in range(getattr(options, kind))
        if options.only in {None, number}
    ]
    failed = 0
    began = time.monotonic()
    with TemporaryDirectory() as folder, ProcessPoolExecutor(options.jobs) as pool:
        prepare(Path(folder))
        for outcome in pool.map(play, cases, [Path(folder)] * len(cases)):
            if outcome.fault is not None:
                failed += 1
                case = outcome.case
                print(
                    f"{case.kind} --seed {case.seed} --only {case.number}: {outcome.fault}\n    {outcome.sent}",
                    flush=True,
                )
    print(f"{failed} of {len(cases)} failed, in {time.monotonic() - began:.0f} s")
    sys.exit(bool(failed))


def prepare(folder: Path) -> None:
    """Write what the games open, and let one of them make the stored lexicon, which all of them share."""
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "cache").mkdir()
    with Child(ROUND, home_in(folder, "first")) as game:
        game.wait_for("Round 1 of")


def home_in(folder: Path, name: str) -> Path:
    """Return a new home that finds the stored lexicon."""
    home = folder / name
    home.mkdir()
    (home / "cache").symlink_to(folder / "cache", target_is_directory=True)
    return home


def play(case: Case, folder: Path) -> Outcome:
    """Play one game."""
    random = Random(f"{case.kind} {case.seed} {case.number}")
    home = home_in(folder, f"{case.kind}-{case.number}")
    arguments, steps, shown = KINDS[case.kind](random, folder, case.text)
    with Played(arguments, home) as game:
        try:
            fault = game.fault_of(steps, shown)
        except LateError as error:
            fault = str(error)
    if fault is not None and (crash := home / "crash.txt").exists():
        fault += " · " + crash.read_text(encoding="utf-8").strip().rpartition("\n")[2]
    return Outcome(case, fault, " ".join(map(str, steps)))


Script = tuple[tuple[str, ...], list[Step], tuple[str, ...]]
"""How the game is started, what is sent to it, and what it shows in the end."""


def start(random: Random, _: Path, __: bool) -> Script:
    """A few keys in the first second."""
    return random.choice(STARTS), early_steps(random), ()


def game(random: Random, _: Path, text: bool) -> Script:
    """Bursts of all kinds of input, once the first screen is there."""
    arguments = random.choice((FRONT, ROUND))
    return (
        arguments,
        [wait("Round 1 of" if arguments is ROUND else "Play The Word Game!"), *random_steps(random, text=text)],
        (),
    )


def ahead(random: Random, folder: Path, _: bool) -> Script:
    """Commands typed ahead in one write, some time in the first second."""
    named = f"o{folder / 'story.txt'}\r"
    answer = make_puzzle(load_article("house:tin-opener"), seed=5).rounds[0].answer
    way = random.randrange(len(AHEAD))
    arguments, keys, shown = AHEAD[way](named, answer)
    return arguments, [send(random.choice((0.0, random.random())), keys.encode())], shown


AHEAD: tuple[Callable[[str, str], tuple[tuple[str, ...], str, tuple[str, ...]]], ...] = (
    lambda named, _: (FRONT, named, (STORY_TITLE,)),
    lambda named, _: (FRONT, f"??s\x7f{named}", (STORY_TITLE,)),
    lambda named, _: (FRONT, f"{named}?", ("╭─ Help",)),
    lambda _, answer: (ROUND, answer, ("Solved",)),
    lambda _, answer: (ROUND, f"??{answer[:2]}?q{answer[2:]}", ("Solved",)),
)

KINDS: dict[str, Callable[[Random, Path, bool], Script]] = {"starts": start, "games": game, "ahead": ahead}


if __name__ == "__main__":
    main()
