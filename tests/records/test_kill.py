"""A game that is killed loses no move that was written, and its record is whole."""

from pathlib import Path
from random import Random

from tests.bench.kill_nine import kill_one


def test_games_that_are_killed_one_after_the_other_lose_nothing(tmp_path: Path) -> None:
    draws = Random(9)
    for _ in range(12):
        killed = kill_one(tmp_path, draws.randint(1, 60), paced=False)
        assert killed.due > 0
        assert killed.good, killed
