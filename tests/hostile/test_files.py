"""Hostile files: none exceeds time or memory, crashes the game or sends controls to the terminal; good ones play."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.hostile_files import EITHER, GROUPS, PLAYED, HostileFile

ROOT = Path(__file__).parent.parent.parent
MAX_SECONDS = 10.0
MAX_MEGABYTES = 400.0

AT_ONCE = 2
"""Groups tested at the same time, each in a process of its own, since starting the readers takes most of the time."""


@pytest.fixture(scope="session")
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The result of every file, by group and file name, of the groups that the selected tests need."""
    items = [item for item in request.session.items if isinstance(item, pytest.Function) and hasattr(item, "callspec")]
    asked = {item.callspec.params.get("group") for item in items}
    groups = [group for group in GROUPS if group in asked]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = pool.map(open_group, groups, [tmp_path_factory.mktemp("hostile") for _ in groups])
        return dict(zip(groups, results, strict=True))


def open_group(group: str, folder: Path) -> dict[str, Any]:
    """Return the result of every file of a group by name; one process opens them one after the other."""
    command = [sys.executable, "-m", "tests.hostile.open_many"]
    results = {}
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for hostile_file in GROUPS[group]:
            path = folder / hostile_file.name
            path.write_bytes(hostile_file.make())
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
            results[hostile_file.name] = json.loads(process.stdout.readline() or "null")
            path.unlink()
        process.stdin.close()
    return results


def test_there_are_enough_kinds() -> None:
    assert sum(map(len, GROUPS.values())) >= 80


@pytest.mark.timeout(900)  # the first of them waits for all to be opened
@pytest.mark.parametrize(
    ("group", "kind"),
    [
        pytest.param(group, hostile_file, id=hostile_file.name)
        for group, kinds in GROUPS.items()
        for hostile_file in kinds
    ],
)
def test_a_hostile_file(group: str, kind: HostileFile, opened: dict[str, dict[str, Any]]) -> None:
    result = opened[group][kind.name]
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
