"""Opening the record, whatever state it is in: the game always goes on, and the player is told."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier, Thread

import pytest

from jumble.records import Records, open_records, read_plays, statistics
from jumble.records.sqlite import database
from jumble.records.sqlite.schema import VERSION
from jumble.settings import data_folder
from jumble.settings.paths import DATABASE
from tests.records.played import SKIP_ALL, SOLVE_ALL, START, play, ticking


@contextmanager
def opened(folder: Path | None = None) -> Iterator[Records]:
    with closing(open_records(folder, now=lambda: START)) as records:
        yield records


def execute(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(script)


def plays(records: Records) -> list[int]:
    return [each.plays for each in read_plays(records)]


def test_an_empty_file_becomes_a_record_of_the_newest_version(tmp_path: Path) -> None:
    (tmp_path / DATABASE).touch()
    with opened(tmp_path) as records:
        assert records.notice is None
        assert records.reading.execute("PRAGMA user_version").fetchone()[0] == VERSION == 3
        assert records.reading.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_the_folder_is_made_when_it_is_missing(tmp_path: Path) -> None:
    with opened(tmp_path / "some" / "where") as records:
        assert records.notice is None
    assert (tmp_path / "some" / "where" / DATABASE).is_file()


def test_what_was_played_is_there_the_next_time(tmp_path: Path) -> None:
    for times in (1, 2, 3):
        with opened(tmp_path) as records:
            play(records, SKIP_ALL)
            assert plays(records) == [times]


def test_many_open_a_new_record_at_once(tmp_path: Path) -> None:
    together = Barrier(8)
    notices: list[str | None] = []

    def run() -> None:
        together.wait()
        with opened(tmp_path) as records:
            play(records, SKIP_ALL)
            notices.append(records.notice)

    threads = [Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notices == [None] * 8
    with opened(tmp_path) as records:
        assert plays(records) == [8]


def test_a_record_whose_journal_mode_cannot_change_now_opens_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as records:
        play(records, SKIP_ALL)
    execute(tmp_path / DATABASE, "PRAGMA journal_mode = DELETE")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as reader:
        rows = reader.execute("SELECT * FROM move")
        next(rows)
        with opened(tmp_path) as records:
            assert records.notice is None
            assert records.reading.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        rows.close()
    with opened(tmp_path) as records:
        assert records.reading.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def damage_all(path: Path) -> None:
    path.write_bytes(b"This is no database, but it is long enough to be looked at. " * 50)


def damage_tables(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:8192])


@pytest.mark.parametrize("damage", [damage_all, damage_tables, cut_short])
def test_a_damaged_record_is_set_aside_and_a_new_one_begun(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    with opened(tmp_path) as records:
        play(records, SOLVE_ALL)
    damage(tmp_path / DATABASE)
    raw = (tmp_path / DATABASE).read_bytes()
    aside = tmp_path / "records-damaged-20250701T093000.db"
    with opened(tmp_path) as records:
        assert records.notice == f"The record was damaged; it was set aside as {aside}, and a new one begun"
        assert plays(records) == []
        play(records, SKIP_ALL)
    assert aside.read_bytes() == raw
    with opened(tmp_path) as records:
        assert (records.notice, plays(records)) == (None, [1])


def test_what_is_set_aside_replaces_nothing_set_aside_before(tmp_path: Path) -> None:
    for text in (b"first", b"second", b"third"):
        (tmp_path / DATABASE).write_bytes(text * 100)
        with opened(tmp_path):
            pass
        (tmp_path / DATABASE).unlink()
    assert {path.read_bytes()[:5] for path in tmp_path.glob("records-damaged-*.db")} == {b"first", b"secon", b"third"}


def test_the_journal_of_a_damaged_record_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"damage" * 100)
    (tmp_path / f"{DATABASE}-wal").write_bytes(b"journal")
    with opened(tmp_path) as records:
        play(records, SKIP_ALL)
        assert plays(records) == [1]
    assert len(list(tmp_path.glob("records-damaged-*.db"))) == 1


def test_a_newer_record_is_refused_in_words_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    execute(path, f"CREATE TABLE later (x); PRAGMA user_version = {VERSION + 1};")
    before = path.read_bytes()
    with opened(tmp_path) as records:
        assert records.notice is not None
        assert records.notice.startswith("Playing without records: a newer version of the game wrote the record")
        play(records, SKIP_ALL)
        assert plays(records) == [1]
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def file_for_folder(folder: Path) -> Path:
    folder.touch()
    return folder


def folder_inside_file(folder: Path) -> Path:
    folder.touch()
    return folder / "home"


def folder_for_database(folder: Path) -> Path:
    (folder / DATABASE).mkdir(parents=True)
    return folder


def missing_table(folder: Path) -> Path:
    with opened(folder):
        pass
    execute(folder / DATABASE, "DROP TABLE round")
    return folder


@pytest.mark.parametrize("prepare", [file_for_folder, folder_inside_file, folder_for_database, missing_table])
def test_a_record_that_cannot_be_used_is_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepare: Callable[[Path], Path]
) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(prepare(tmp_path / "place")))
    with opened() as records:
        assert records.notice is not None
        assert records.notice.startswith("Playing without records: ")
        assert "\n" not in records.notice
        game = play(records, SOLVE_ALL)
        assert [(each.plays, each.best_score) for each in read_plays(records)] == [(1, game.score)]
        assert statistics(records)["rounds_played"] == 3


def test_a_file_that_may_only_be_read_is_found_out_at_once(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        Records(f"file:{tmp_path / DATABASE}?mode=ro", now=ticking())


def test_two_records_in_memory_know_nothing_of_each_other(tmp_path: Path) -> None:
    folder = file_for_folder(tmp_path / "place")
    with opened(folder) as one, opened(folder) as two:
        play(one, SKIP_ALL)
        assert (plays(one), plays(two)) == ([1], [])


@pytest.mark.parametrize(
    ("home", "expected"), [("/some/where", "/some/where"), ("~", "HOME"), ("~/x", "HOME/x"), ("~nobody-here", None)]
)
def test_the_home_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, home: str, expected: str | None) -> None:
    monkeypatch.setenv("HOME", "/HOME")
    monkeypatch.setenv("JUMBLE_HOME", home)
    assert data_folder() == Path((expected or home).replace("HOME", "/HOME"))


@pytest.mark.parametrize("value", [None, ""])
def test_without_it_records_live_where_the_platform_keeps_them(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv("JUMBLE_HOME")
    if value is not None:
        monkeypatch.setenv("JUMBLE_HOME", value)
    assert data_folder().is_absolute()
    assert data_folder().name == "jumble"
