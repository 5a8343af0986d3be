"""Records in a folder of the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jumble.records import Records, open_records
from tests.records.played import ticking


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Records]]:
    every: list[Records] = []

    def open_one(name: str) -> Records:
        every.append(open_records(tmp_path / name, now=ticking()))
        return every[-1]

    yield open_one
    for each in every:
        each.close()
