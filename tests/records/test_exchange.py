"""Nothing unchecked comes in with a record: hostile lines, broken files, no room."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from jumble.article import Article
from jumble.records import Records, RecordsError, open_records
from tests.records.exchanged import fill, lines, take
from tests.records.played import (
    ARTICLE,
    OTHER,
    PUZZLE,
    SOLVE_ALL,
    SOLVE_ONE_AND_LEAVE,
    play,
)


def change(stored: Any, path: list[str | int], value: Any) -> None:
    for step in path[:-1]:
        stored = stored[step]
    stored[path[-1]] = value


HEADER, TIN, SEA, WHOLE, LEFT, END = range(6)
A, G = "article", "game"
CHANGES: list[tuple[int, list[str | int], Any]] = [
    (HEADER, ["format"], "something else"),
    (HEADER, ["version"], 2),
    (TIN, [A], None),
    (TIN, [A], []),
    (TIN, [A, "title"], 5),
    (TIN, [A, "title"], "\x1b[31mThe tin"),
    (TIN, [A, "title"], "Another"),
    (TIN, [A, "key"], "0" * 16),
    (TIN, [A, "key"], ""),
    (TIN, [A, "source"], None),
    (TIN, [A, "source"], "\ud800"),
    (TIN, [A, "language"], "e\n"),
    (TIN, [A, "opened"], "yesterday"),
    (TIN, [A, "opened"], "2025-07-01T09:30:00"),
    (TIN, [A, "opened"], "20250701T093000+0000"),
    (TIN, [A, "date"], "2025-13-01"),
    (TIN, [A, "temperature"], "warm"),
    (TIN, [A, "temperature"], 1e400),
    (TIN, [A, "temperature"], True),
    (TIN, [A, "paragraphs"], "text"),
    (TIN, [A, "paragraphs"], ["\u202e"]),
    (TIN, [A, "paragraphs"], [1]),
    (TIN, [A, "more"], 1),
    (TIN, ["more"], 1),
    (WHOLE, [G, "uid"], 7),
    (WHOLE, [G, "uid"], "x" * 65),
    (WHOLE, [G, "article_key"], "nowhere"),
    (WHOLE, [G, "mode"], "unheard"),
    (WHOLE, [G, "mode"], []),
    (WHOLE, [G, "seed"], 8),
    (WHOLE, [G, "seed"], 2**80),
    (WHOLE, [G, "level"], None),
    (WHOLE, [G, "most"], -1),
    (WHOLE, [G, "most"], 1.5),
    (WHOLE, [G, "started"], None),
    (WHOLE, [G, "ended"], None),
    (WHOLE, [G, "ended"], "never"),
    (LEFT, [G, "ended"], "2025-07-01T09:30:00+00:00"),
    (WHOLE, [G, "stood"], float("nan")),
    (WHOLE, [G, "stood"], -1),
    (WHOLE, [G, "touched"], "now"),
    (WHOLE, [G, "given_up"], 2),
    (WHOLE, [G, "puzzle"], {}),
    (WHOLE, [G, "puzzle", "rounds", 0, "clue"], "\x07"),
    (WHOLE, [G, "puzzle", "rounds", 0, "answer"], "other"),
    (WHOLE, [G, "puzzle", "rounds", 0, "stars"], 9),
    (WHOLE, [G, "puzzle", "rounds", 0, "seconds"], 2**70),
    (WHOLE, [G, "puzzle", "language"], "\x1b"),
    (WHOLE, [G, "rounds_of_puzzle"], 2),
    (WHOLE, [G, "moves"], []),
    (WHOLE, [G, "moves", 0], []),
    (WHOLE, [G, "moves", 0], [1.0, {"move": "fly"}]),
    (WHOLE, [G, "moves", 0], [1.0, {"move": "type", "letter": 5}]),
    (WHOLE, [G, "moves", 0], [1.0, {"move": "pick", "tile": "1"}]),
    (WHOLE, [G, "moves", 0], ["1", {"move": "skip"}]),
    (WHOLE, [G, "moves", 0], [99.0, {"move": "skip"}]),
    (WHOLE, [G, "rounds"], [{}]),
    (WHOLE, [G, "rounds", 0, "number"], 2),
    (WHOLE, [G, "rounds", 0, "answer"], "stone"),
    (WHOLE, [G, "rounds", 0, "outcome"], "lost"),
    (WHOLE, [G, "rounds", 0, "points"], 1e9),
    (WHOLE, [G, "rounds", 0, "clue"], True),
    (END, ["end"], {"articles": 2, "games": 3}),
    (WHOLE, [G, "kind"], "war"),
    (WHOLE, [G, "player"], ""),
    (WHOLE, [G, "player"], "\x1b[31mAnna"),
    (WHOLE, [G, "player"], None),
    (WHOLE, [G, "edition"], -1),
    (WHOLE, [G, "rival"], 7),
    (WHOLE, [G, "later"], 1),
    (WHOLE, [G, "puzzle", "version"], 2),
    (WHOLE, [G, "rounds", 0, "hints"], []),
    (WHOLE, [G, "rounds", 0, "hints"], {"last": -1}),
    (WHOLE, [G, "rounds", 0, "hints"], {"\x1b": 1}),
    (END, ["end"], None),
]


@pytest.mark.parametrize(("line", "path", "value"), CHANGES)
def test_a_hostile_line_is_named_and_nothing_is_taken(
    opened: Callable[[str], Records], line: int, path: list[str | int], value: Any
) -> None:
    here, there = opened("here"), opened("there")
    for each in (ARTICLE, OTHER):
        here.remember(each)
    play(here, SOLVE_ALL)
    play(here, SOLVE_ONE_AND_LEAVE)
    stored = [json.loads(each) for each in lines(here)]
    change(stored[line], path, value)
    with pytest.raises(ValueError, match=f"^line {line + 1}: .+") as raised:
        take(there, [json.dumps(each).encode() for each in stored])
    assert "\n" not in str(raised.value)
    assert (there.library(), there.notice) == ([], None)
    take(there, lines(here))
    assert len(there.library()) == 2, "the record can be written as before"


@pytest.mark.parametrize(
    ("exported", "line"),
    [
        ([], 1),
        ([b"\n"], 1),
        ([b"{"], 1),
        ([b"[" * 100_000], 1),
        ([b"\xff\xfe"], 1),
        ([b"1" * 10_000], 1),
        ([b"null\n"], 1),
        ([b'{"format": "article-word-jumble record", "version": 1}\n'], 2),
    ],
)
def test_what_is_no_export_is_refused(opened: Callable[[str], Records], exported: list[bytes], line: int) -> None:
    with pytest.raises(ValueError, match=f"^line {line}: .+"):
        take(opened("here"), exported)


def test_a_file_that_is_broken_off_is_refused(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    fill(here)
    exported = lines(here)
    for count in range(len(exported)):
        with pytest.raises(ValueError, match=f"^line {count + 1}: "):
            take(there, exported[:count])
    with pytest.raises(ValueError, match="nothing may follow the end"):
        take(there, [*exported, exported[1]])
    assert there.library() == []


def test_an_import_that_finds_no_room_changes_nothing(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    for number in range(60):
        here.remember(Article(f"Text {number}", tuple(str(number * each) for each in range(500))))
    there.settle()
    there._writing.execute("PRAGMA max_page_count = 40")
    with pytest.raises(RecordsError, match="the record cannot be written: database or disk is full"):
        take(there, lines(here))
    assert there.library() == []


def test_a_record_in_memory_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with closing(open_records(tmp_path / "file")) as records, pytest.raises(RecordsError, match="Playing without"):
        take(records, [])


def test_what_cannot_be_read_ends_the_export(opened: Callable[[str], Records]) -> None:
    here = opened("here")
    play(here, SOLVE_ALL, puzzle=PUZZLE)
    here.run_in_writer(lambda connection: connection.execute("UPDATE body SET paragraphs = x'00'"))
    with pytest.raises(zlib.error):
        lines(here)
    with pytest.raises(sqlite3.OperationalError, match="no transaction"):
        here.reading.execute("ROLLBACK")
