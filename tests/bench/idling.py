"""What a running round costs while nobody types: bytes to the terminal and processor time, against a bare clock."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench.child import Child, read_side_by_side
from tests.bench.pairs import Figure, Goal, figure_of_pairs
from tests.bench.starting import BARE, GAME, GAME_SHOWN, SETTLED

CLOCK = (f"{BARE}/clock.py",)
CLOCK_SHOWN = ("╶",)
"""A stroke that many of the large digits have."""
WATCHED = 20.0
"""Seconds, within the clock of one round."""
PAIRS_A_WATCH = 10


def measure_idle(pairs: int, scratch: Path) -> Iterator[Figure]:
    """Watch a round with its clock, and beside it, at the same time, a clock alone."""
    sizes: tuple[list[float], list[float]] = ([], [])
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(max(1, pairs // PAIRS_A_WATCH)):
        with ExitStack() as open_ones:
            game = open_ones.enter_context(Child(GAME, scratch / "idle"))
            clock = open_ones.enter_context(Child(CLOCK, scratch / "idle"))
            game.wait_for(*GAME_SHOWN)
            clock.wait_for(*CLOCK_SHOWN)
            both = (game, clock)
            read_side_by_side(both, SETTLED)
            before = [(len(child.output), child.processor_seconds()) for child in both]
            read_side_by_side(both, WATCHED)
            for child, (size, seconds), its_sizes, its_times in zip(both, before, sizes, times, strict=True):
                its_sizes.append((len(child.output) - size) / WATCHED)
                its_times.append((child.processor_seconds() - seconds) / WATCHED * 100)
    yield figure_of_pairs("idle round: bytes a second", "", *sizes, Goal(most=300))
    yield figure_of_pairs("idle round: share of a core", "%", *times, Goal(most=0.4))
