"""Writing that goes wrong, waits or ends: no move is held up, no other game is lost."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from jumble.game import Next, Skip
from jumble.records import Records, open_records, read_plays, statistics
from tests.records.played import ARTICLE, OTHER, PUZZLE, SKIP_ALL, SOLVE_ALL, Player, play, ticking, word


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(tmp_path, now=ticking())
    yield opened
    opened.close()


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Records]:
    (tmp_path / "file").touch()
    opened = open_records(tmp_path / "file", now=ticking())
    opened.notice = None
    yield opened
    opened.close()


def execute(tmp_path: Path, script: str) -> None:
    with closing(sqlite3.connect(tmp_path / "records.db")) as database:
        database.executescript(script)


def test_writing_that_fails_midway_leaves_a_notice_and_play_goes_on(records: Records, tmp_path: Path) -> None:
    player = Player(records)
    player.play(*word("planet"), Next())
    records.settle()
    assert records.notice is None
    execute(tmp_path, "DROP TABLE move")
    player.play(Skip(), Next())
    records.settle()
    assert records.notice == "This game is not being recorded: no such table: move"
    records.notice = None
    game = player.play(Skip(), Next())
    records.settle()
    assert len(game.results) == 3
    assert records.notice is None, "told once"
    assert [(each.plays, each.best_score) for each in read_plays(records)] == [(1, None)]


def test_a_move_is_written_whole_or_not_at_all(records: Records, tmp_path: Path) -> None:
    execute(tmp_path, "CREATE TRIGGER no BEFORE INSERT ON round BEGIN SELECT raise(ABORT, 'no room'); END")
    play(records, [*word("plane"), *word("t"), Next()])
    assert records.notice == "This game is not being recorded: no room"
    assert [row[0] for row in records.reading.execute("SELECT count(*) FROM move")] == [5]


def test_after_a_failure_the_next_game_is_written_again(records: Records, tmp_path: Path) -> None:
    execute(tmp_path, "CREATE TRIGGER no BEFORE INSERT ON move BEGIN SELECT raise(ABORT, 'no room'); END")
    broken = Player(records)
    broken.play(Skip())
    records.settle()
    execute(tmp_path, "DROP TRIGGER no")
    play(records, SKIP_ALL, OTHER)
    broken.play(Next(), Skip())
    records.settle()
    assert [each.title for each in read_plays(records)] == ["The sea"]


def test_a_value_that_the_database_cannot_hold_stops_neither_play_nor_later_games(records: Records) -> None:
    play(records, SKIP_ALL, puzzle=replace(PUZZLE, seed=2**80))
    assert records.notice is not None
    assert records.notice.startswith("This game is not being recorded: ")
    play(records, SKIP_ALL, replace(ARTICLE, source="\udcff"))
    play(records, SKIP_ALL)
    assert [each.plays for each in read_plays(records)] == [1]


def test_a_record_that_cannot_be_read_any_more_leaves_a_notice(records: Records, tmp_path: Path) -> None:
    play(records, SKIP_ALL)
    execute(tmp_path, "DROP TABLE article")
    assert records.library() == []
    assert records.notice == "The record cannot be read: no such table: article"


def test_a_writer_waits_for_another_that_is_writing(records: Records, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    player = Player(records)
    player.play(*SKIP_ALL)
    assert read_plays(records) == []
    other.execute("COMMIT")
    other.close()
    records.settle()
    assert records.notice is None
    assert [each.plays for each in read_plays(records)] == [1]


def test_in_memory_reading_does_not_stumble_over_writing(in_memory: Records) -> None:
    play(in_memory, SKIP_ALL)
    in_memory._writing.execute("BEGIN IMMEDIATE")
    in_memory._writing.execute("INSERT INTO article (key, title, source, language) VALUES ('k', 't', 's', 'en')")
    in_memory._writing.execute("UPDATE round SET points = 1")
    assert [each.plays for each in read_plays(in_memory)] == [1]
    assert statistics(in_memory)["games_played"] == 1
    in_memory._writing.execute("ROLLBACK")
    assert in_memory.notice is None


def test_in_memory_writing_does_not_stumble_over_reading(in_memory: Records) -> None:
    play(in_memory, SKIP_ALL)
    play(in_memory, SKIP_ALL)
    rows = in_memory.reading.execute("SELECT * FROM round, game, article, move")
    next(rows)
    play(in_memory, SKIP_ALL)
    assert in_memory.notice is None
    rows.close()
    assert [each.plays for each in read_plays(in_memory)] == [3]


def test_closing_twice_and_settling_after_it_are_nothing(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    play(records, SKIP_ALL)
    records.close()
    records.close()
    records.settle()
    with closing(open_records(tmp_path)) as again:
        assert [each.plays for each in read_plays(again)] == [1]


def test_a_move_after_closing_is_lost_but_raises_nothing(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    player = Player(records)
    player.play(Skip())
    records.close()
    assert len(player.play(Next(), Skip()).results) == 2


def test_reading_what_was_closed_leaves_a_notice(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    records.close()
    assert records.library() == []
    assert records.notice is not None


FORGETFUL = """
import sys
from pathlib import Path
from jumble.records import open_records
from tests.records.played import SOLVE_ALL, Player

Player(open_records(Path(sys.argv[1]))).play(*SOLVE_ALL)
{end}
"""


@pytest.mark.parametrize(("end", "status"), [("", 0), ("sys.exit(3)", 3), ("raise SystemError('crash')", 1)])
def test_a_process_that_ends_without_closing_loses_nothing(tmp_path: Path, end: str, status: int) -> None:
    script = FORGETFUL.format(end=end)
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, check=False, capture_output=True)
    assert ended.returncode == status
    with closing(open_records(tmp_path)) as records:
        assert records.reading.execute("SELECT count(*) FROM move").fetchone()[0] == len(SOLVE_ALL)
        assert records.reading.execute("SELECT ended FROM game").fetchone()[0] is not None
