"""An older record becomes a newer one, with everything that is in it, or stays as it was."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jumble.records import Order, Records, open_records, read_listed, read_plays, read_records, statistics
from jumble.records.exchange.whole_record import export_record
from jumble.records.sqlite import migration
from jumble.records.sqlite.schema import MIGRATIONS, VERSION
from jumble.settings.paths import DATABASE
from tests.records.played import ARTICLE, OTHER, SKIP_ALL, SOLVE_ALL, START, play, ticking

ROUND = "VALUES (%d, %d, 'stone', 'soten', 2.5, 2, 62.5, 50, 'solved', 'notes', 5.0, 45.0, 0, 0, 0, 1, %d)"
ROWS_1 = f"""
INSERT INTO article VALUES ('{ARTICLE.key}', 'The tin', '/texts/tin.txt', 'en');
INSERT INTO article VALUES ('sea', 'The sea', 'house:sea', 'en');
INSERT INTO article VALUES ('none', 'Never finished a round', '-', 'en');
INSERT INTO game VALUES (1, 'a', '{ARTICLE.key}', 'classic', '{{}}', 'easy', 7, 2, 300,
    '2025-07-01T10:00:00+02:00', '2025-07-01T10:05:00+02:00');
INSERT INTO game VALUES (2, 'b', '{ARTICLE.key}', 'classic', '{{}}', 'easy', 7, 2, 300,
    '2025-07-01T08:30:00+00:00', NULL);
INSERT INTO game VALUES (3, 'c', 'sea', 'relaxed', '{{}}', 'hard', 8, 2, 300, '2025-07-02T08:30:00+00:00', NULL);
INSERT INTO game VALUES (4, 'd', 'none', 'relaxed', '{{}}', 'hard', 8, 2, 300, '2025-07-02T08:31:00+00:00', NULL);
INSERT INTO round {ROUND % (1, 1, 70)};
INSERT INTO round {ROUND % (1, 2, 80)};
INSERT INTO round {ROUND % (2, 1, 90)};
INSERT INTO round {ROUND % (3, 1, 60)};
INSERT INTO move VALUES (1, 1, 1.5, '{{"move": "skip"}}');
INSERT INTO move VALUES (4, 1, 2.5, '{{"move": "shuffle"}}');
"""  # noqa: S608 rows of ours
ROWS_2 = f"""
INSERT INTO article (key, title, source, language, plays, best_score, last_played) VALUES
    ('{ARTICLE.key}', 'The tin', '/texts/tin.txt', 'en', 2, 150, '2025-07-01T08:30:00+00:00'),
    ('sea', 'The sea', 'house:sea', 'en', 1, NULL, '2025-07-02T08:30:00+00:00'),
    ('none', 'Never finished a round', '-', 'en', 0, NULL, NULL);
INSERT INTO game (id, uid, article_key, mode, level, seed, rounds, most, started, ended, stood, touched) VALUES
    (1, 'a', '{ARTICLE.key}', 'classic', 'easy', 7, 2, 300, '2025-07-01T10:00:00+02:00', '2025-07-01T10:05:00+02:00',
     9, 1),
    (2, 'b', '{ARTICLE.key}', 'classic', 'easy', 7, 2, 300, '2025-07-01T08:30:00+00:00', NULL, 9, 2),
    (3, 'c', 'sea', 'relaxed', 'hard', 8, 2, 300, '2025-07-02T08:30:00+00:00', NULL, 9, 3),
    (4, 'd', 'none', 'relaxed', 'hard', 8, 2, 300, '2025-07-02T08:31:00+00:00', NULL, 9, 4);
INSERT INTO puzzle SELECT id, '{{}}' FROM game;
INSERT INTO round {ROUND % (1, 1, 70)};
INSERT INTO round {ROUND % (1, 2, 80)};
INSERT INTO round {ROUND % (2, 1, 90)};
INSERT INTO round {ROUND % (3, 1, 60)};
INSERT INTO move VALUES (1, 1, 1.5, '{{"move": "skip"}}');
INSERT INTO move VALUES (4, 1, 2.5, '{{"move": "shuffle"}}');
"""  # noqa: S608 rows of ours
ROWS = {1: ROWS_1, 2: ROWS_2}
"""Rows to write into a record of each version."""


def older(folder: Path, version: int) -> Path:
    path = folder / DATABASE
    with closing(sqlite3.connect(path)) as database:
        database.executescript("".join(MIGRATIONS[:version]) + ROWS[version] + f"PRAGMA user_version = {version}")
    return path


def told(records: Records) -> list[tuple[str, int, int | None, str | None, str | None, bool]]:
    return [
        (each.title, each.plays, each.best_score, each.last_played, each.opened, each.kept)
        for each in records.library()
    ]


MIGRATED = [
    ("The tin", 2, 150, "2025-07-01T08:30:00+00:00", None, False),
    ("The sea", 1, None, "2025-07-02T08:30:00+00:00", None, False),
    ("Never finished a round", 0, None, None, None, False),
]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_every_older_version_becomes_the_newest(tmp_path: Path, version: int) -> None:
    older(tmp_path, version)
    with closing(open_records(tmp_path, now=ticking())) as records:
        records.settle()
        assert records.notice is None
        assert told(records) == MIGRATED
        assert [each.title for each in records.library(search="se")] == ["The sea"]
        figures = statistics(records)
        assert (figures["games_played"], figures["rounds_played"], figures["best_score"]) == (3, 4, 150)
        play(records, SOLVE_ALL, ARTICLE)
        assert records.recall(ARTICLE.key) == ARTICLE, "the text comes with the next game"
        assert [each.title for each in records.library(search="garden")] == ["The tin"]
        assert [each.plays for each in read_plays(records)] == [3, 1]
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_migrated_record_has_the_tables_of_a_new_one(tmp_path: Path, version: int) -> None:
    def tables(folder: Path) -> list[tuple[str, str]]:
        with closing(open_records(folder)), closing(sqlite3.connect(folder / DATABASE)) as database:
            return database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()

    (tmp_path / "old").mkdir()
    older(tmp_path / "old", version)
    assert tables(tmp_path / "old") == tables(tmp_path / "new")


HINTS = {(0, 0): {}, (1, 0): {"clue": 1}, (0, 3): {"letter": 3}, (1, 2): {"clue": 1, "letter": 2}}


@pytest.mark.parametrize("version", range(1, VERSION))
def test_hints_and_letters_of_older_rounds_become_columns(tmp_path: Path, version: int) -> None:
    path = older(tmp_path, version)
    with closing(sqlite3.connect(path)) as database, database:
        for number, (clue, letter_hints) in enumerate(HINTS, 3):
            database.execute(f"INSERT INTO round {ROUND % (1, number, 0)}")
            database.execute(
                "UPDATE round SET clue = ?, letter_hints = ? WHERE game_id = 1 AND number = ?",
                (clue, letter_hints, number),
            )
    with closing(open_records(tmp_path)) as records:
        rounds = read_listed(records)[-1].rounds
        assert [row.hints_taken for row in rounds] == [{}, {}, *HINTS.values()]
        assert {row.letters for row in rounds} == {5}
        exported = [json.loads(line) for line in export_record(records, START) if line.startswith('{"game"')]
    assert [(row["clue"], row["letter_hints"]) for row in exported[0]["game"]["rounds"]] == [(0, 0), (0, 0), *HINTS]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_games_of_before_are_yours_and_of_articles(tmp_path: Path, version: int) -> None:
    older(tmp_path, version)
    with closing(open_records(tmp_path)) as records:
        rows = records.reading.execute(
            "SELECT name, kind, edition, rival FROM game JOIN player ON player.id = player_id"
        )
        assert [tuple(row) for row in rows] == [("you", "article", None, None)] * 4


@pytest.mark.parametrize("version", range(1, VERSION))
@pytest.mark.parametrize("damaged", ["1e300", "-5.0", "9e999", "0.0"])
def test_damaged_numbers_stop_no_migration(tmp_path: Path, version: int, damaged: str) -> None:
    path = older(tmp_path, version)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE round SET seconds_used = {damaged}, value = {damaged}, stars = -3, clue = -9")  # noqa: S608
    with closing(open_records(tmp_path)) as records:
        assert records.notice is None
        assert len(read_listed(records)) == 3
        play(records, SOLVE_ALL, ARTICLE)
        assert records.notice is None


def test_a_copy_of_the_older_record_is_kept_beside_it(tmp_path: Path) -> None:
    older(tmp_path, 1)
    with closing(open_records(tmp_path)) as records:
        assert records.notice is None
    copy = tmp_path / "records-v1-backup.db"
    assert {path.name for path in tmp_path.iterdir()} == {DATABASE, copy.name}
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM round").fetchone() == (4,)


def test_the_last_two_copies_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(tmp_path, 1)
    with closing(open_records(tmp_path)):
        pass
    monkeypatch.setattr(migration, "VERSION", 99)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        for version in (2, 9, 10):
            database.execute(f"PRAGMA user_version = {version}")
            migration.back_up(database, tmp_path / DATABASE)
    assert {path.name for path in tmp_path.iterdir()} == {
        DATABASE,
        "records-v9-backup.db",
        "records-v10-backup.db",
    }


def test_without_room_for_a_copy_the_player_is_told_and_plays_on(tmp_path: Path) -> None:
    older(tmp_path, 1)
    (tmp_path / "records-v1-backup.db").mkdir()
    with closing(open_records(tmp_path)) as records:
        assert records.notice is not None
        assert records.notice.startswith("The record is of an older version, and no copy of it could be made: ")
        assert told(records) == MIGRATED
    assert {path.name for path in tmp_path.iterdir()} == {DATABASE, "records-v1-backup.db"}


def test_a_migration_that_fails_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Although the first of its two scripts did its work."""
    older(tmp_path, 1)
    monkeypatch.setattr(migration, "MIGRATIONS", (*MIGRATIONS[:2], MIGRATIONS[2] + "DROP TABLE nosuch;"))
    with pytest.raises(sqlite3.OperationalError, match="no such table: nosuch"):
        Records(str(tmp_path / DATABASE))
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM article").fetchone() == (3,)


def test_another_process_that_was_faster_is_left_its_work(tmp_path: Path) -> None:
    path = older(tmp_path, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as slow, closing(open_records(tmp_path)) as records:
        migration.run_scripts(slow, VERSION)
        assert told(records) == MIGRATED


def test_an_older_record_is_read_without_changing_it(tmp_path: Path) -> None:
    path = older(tmp_path, 1)
    before = path.read_bytes()
    with closing(read_records(tmp_path)) as records:
        assert statistics(records)["games_played"] == 3
        assert told(records) == MIGRATED
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [DATABASE]


def test_new_articles_stand_before_those_of_before_there_was_a_library(tmp_path: Path) -> None:
    older(tmp_path, 1)
    with closing(open_records(tmp_path, now=lambda: START)) as records:
        records.remember(OTHER)
        records.settle()
        assert records.library(order=Order.NEWEST)[0].key == OTHER.key
        play(records, SKIP_ALL, OTHER)
        assert records.notice is None
