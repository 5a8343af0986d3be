"""From the shell to the first frame, to a game, and the memory that a game takes."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.child import ENTER_ALTERNATE, Child, plain
from tests.bench.pairs import Figure, Goal, alternate, figure_of_pairs

BARE = "tests/bench/bare"
HELLO = (f"{BARE}/hello.py",)
HELLO_SHOWN = ("Hello, world!",)
FRONT = ("-m", "jumble")
FRONT_SHOWN = ("Play The Word Game!",)
GAME = ("-m", "jumble", "play", "house:tin-opener", "--seed", "5")
GAME_SHOWN = ("Round 1 of", "╭───╮")
"""What a round is known by: its number, and the frame of a tile."""

SETTLED = 2.0
"""Seconds after which nothing that began with the first frame is still at work."""
MEMORY_PAIRS = 5
"""The peak of memory hardly differs from one run to the next."""


def seconds_until(arguments: tuple[str, ...], home: Path, *wanted: str) -> float:
    """Return the seconds from the start of a command until the alternate screen holds all that is wanted."""
    with Child(arguments, home) as child:
        seconds = child.wait_for(*wanted)
        if ENTER_ALTERNATE.encode() not in child.output:
            raise AssertionError(f"no alternate screen before {plain(bytes(child.output))[-80:]!r}")
        return seconds


def against_hello(
    name: str, pairs: int, home: Path, arguments: tuple[str, ...], wanted: tuple[str, ...], goal: Goal
) -> Figure:
    """Measure the way to a screen against the way to the first frame of an empty app."""
    ours, bare = alternate(
        pairs,
        lambda: seconds_until(arguments, home, *wanted) * 1000,
        lambda: seconds_until(HELLO, home, *HELLO_SHOWN) * 1000,
    )
    return figure_of_pairs(name, "ms", ours, bare, goal)


def measure_start(pairs: int, scratch: Path) -> Iterator[Figure]:
    """Measure the way to the front page; on a record that is there, as on all days but the first."""
    yield against_hello("start to first frame", pairs, scratch / "start", FRONT, FRONT_SHOWN, Goal(ratio=1.15))


def measure_round(pairs: int, scratch: Path) -> Iterator[Figure]:
    """Measure the way to a round that can be played."""
    yield against_hello("start to a playable round", pairs, scratch / "round", GAME, GAME_SHOWN, Goal(ratio=1.35))


def measure_memory(pairs: int, scratch: Path) -> Iterator[Figure]:
    """Measure the peak of memory when the first round is there and all has settled."""
    home = scratch / "memory"

    def peak(arguments: tuple[str, ...], wanted: tuple[str, ...]) -> float:
        with Child(arguments, home) as child:
            child.wait_for(*wanted)
            child.read_for(SETTLED)
            return child.peak_memory()

    ours, bare = alternate(min(pairs, MEMORY_PAIRS), lambda: peak(GAME, GAME_SHOWN), lambda: peak(HELLO, HELLO_SHOWN))
    yield figure_of_pairs("peak memory in a round", "MB", ours, bare, Goal(ratio=1.6))
