"""Hostile files: none hangs, eats the machine, crashes the game or reaches the terminal; the right ones are played."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.kinds import EITHER, GROUPS, PLAYED, Hostile

ROOT = Path(__file__).parent.parent.parent
MAX_SECONDS = 10.0
MAX_MEGABYTES = 400.0

_opened: dict[str, dict[str, Any]] = {}


def results(group: str, folder: Path) -> dict[str, Any]:
    """Return what came of every file of a group; they are opened in one process, when the first is asked for."""
    if group not in _opened:
        command = [sys.executable, "-m", "tests.hostile.open_many"]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin
            assert process.stdout
            found = {}
            for each in GROUPS[group]:
                path = folder / each.name
                path.write_bytes(each.make())
                process.stdin.write(f"{path}\n")
                process.stdin.flush()
                found[each.name] = json.loads(process.stdout.readline() or "null")
                path.unlink()
            process.stdin.close()
        _opened[group] = found
    return _opened[group]


def test_there_are_enough_kinds() -> None:
    assert sum(map(len, GROUPS.values())) >= 80


@pytest.mark.parametrize(
    ("group", "kind"), [pytest.param(group, each, id=each.name) for group, kinds in GROUPS.items() for each in kinds]
)
def test_a_hostile_file(group: str, kind: Hostile, tmp_path_factory: pytest.TempPathFactory) -> None:
    result = results(group, tmp_path_factory.mktemp("hostile"))[kind.name]
    assert result is not None, "the process ended"
    assert result["crash"] == ""
    assert result["unclean"] == []
    assert result["seconds"] < MAX_SECONDS
    assert result["megabytes"] < MAX_MEGABYTES
    if result["status"] == 0:
        assert result["out"].strip()
        assert "root:" not in result["out"]
    else:
        assert result["status"] == 1
        assert result["err"].startswith("jumble: ")
        assert result["err"].count("\n") == 1
    if kind.outcome != EITHER:
        assert (result["status"] == 0) == (kind.outcome == PLAYED), result["err"] or result["out"]
    if kind.outcome == PLAYED:
        assert "people who live beside it" in result["out"]
