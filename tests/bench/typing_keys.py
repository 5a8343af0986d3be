"""From a key to its repaint, and what the repaint writes: a letter in a round against a letter in a bare line."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from jumble import load_article, make_puzzle
from tests.bench.child import Child, Press
from tests.bench.pairs import NO_GOAL, Figure, Goal, figure_of_share
from tests.bench.starting import BARE, GAME, GAME_SHOWN, SETTLED

LINE = (f"{BARE}/line.py",)
LINE_SHOWN = ("Hello, world!",)
KEYS_A_PAIR = 20
QUIET = 0.03
"""Seconds without a byte after which a repaint is over: ten times what one takes."""
BACKSPACE = b"\x7f"

SHARES = {50: Goal(ratio=1.3), 95: NO_GOAL, 99: Goal(ratio=2)}


def measure_keys(pairs: int, scratch: Path) -> Iterator[Figure]:
    """Measure keys in a round without a clock: each letter of the rack and backspace, in the game and in the line."""
    puzzle = make_puzzle(load_article("house:tin-opener"), seed=5)
    keys = [key for letter in puzzle.rounds[0].scramble for key in (letter.encode(), BACKSPACE)]
    with ExitStack() as open_ones:
        game = open_ones.enter_context(Child((*GAME, "--mode", "relaxed"), scratch / "keys"))
        line = open_ones.enter_context(Child(LINE, scratch / "keys"))
        game.wait_for(*GAME_SHOWN)
        line.wait_for(*LINE_SHOWN)
        game.read_for(SETTLED)
        line.read_for(SETTLED)
        ours, bare = press_in_turn(game, line, keys, pairs * KEYS_A_PAIR, QUIET)
    for name, part in (("key to first bytes", "first"), ("key to the whole repaint", "last")):
        for share, goal in SHARES.items():
            yield figure_of_share(name, "ms", share, milliseconds(ours, part), milliseconds(bare, part), goal)
    for name, start, goal in (("bytes a letter", 0, Goal(most=500)), ("bytes a backspace", 1, NO_GOAL)):
        mine, theirs = ([float(press.size) for press in each[start::2]] for each in (ours, bare))
        for share in (50, 95):
            yield figure_of_share(name, "", share, mine, theirs, goal)


def press_in_turn(
    game: Child, line: Child, keys: Sequence[bytes], times: int, quiet: float
) -> tuple[list[Press], list[Press]]:
    """Press keys, over and over, each in the game and in the line; the first two are not counted."""
    found: tuple[list[Press], list[Press]] = ([], [])
    for number in range(-2, times - times % 2):
        for which in (0, 1) if number // 2 % 2 else (1, 0):
            child = (game, line)[which]
            while child.read(0) is not None:  # a cursor that blinked meanwhile is no answer to this key
                pass
            press = child.press(keys[number % len(keys)], quiet)
            if number >= 0:
                found[which].append(press)
    return found


def milliseconds(presses: list[Press], part: str) -> list[float]:
    """Return one time of each key in milliseconds."""
    return [getattr(press, part) * 1000 for press in presses]
