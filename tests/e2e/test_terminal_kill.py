"""A game in a real terminal that is killed goes on where it stood; tests/bench/kill_nine_terminal.py kills hundreds."""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.bench.kill_nine_terminal import kill_one

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.mark.parametrize(("earliest", "latest", "still"), [(0.5, 1.0, 0.0), (3.0, 5.0, 0.0), (5.0, 6.0, 3.0)])
def test_nothing_that_was_seen_is_lost(tmp_path: Path, earliest: float, latest: float, still: float) -> None:
    killed = kill_one(tmp_path, Random(int(latest)), earliest=earliest, latest=latest, still=still)
    assert killed.wrong == ()
