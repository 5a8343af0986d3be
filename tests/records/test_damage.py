"""Damage that shows at any time, and disks without room: never a fault, and nothing lost that can be read."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from jumble.article import Article
from jumble.game import Shuffle
from jumble.records import Order, Records, open_records, read_listed, read_plays
from jumble.records.sqlite.damage import salvage, set_aside
from jumble.settings.paths import DATABASE
from tests.records.played import ARTICLE, OTHER, PUZZLE, SKIP_ALL, SOLVE_ALL, START, Player, play, ticking
from tests.records.test_migration import ROUND, older

PAGE = 4096


def fill(folder: Path, games: int = 12) -> None:
    with closing(open_records(folder, now=ticking())) as records:
        for number in range(games):
            text = " ".join(f"word{number * 31 % (each + 2)}x{each}" for each in range(150))
            play(records, SOLVE_ALL if number % 2 else SKIP_ALL[:3], Article(f"Text {number}", (text,)))
        assert records.notice is None


def execute(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(script)


def use_all(records: Records) -> None:
    """Ask everything a screen asks, and play a game."""
    for order in Order:
        for search in ("", "w", "word1x1", "text", "zzz"):
            for each in records.library(order=order, search=search):
                records.recall(each.key)
    if unfinished := records.unfinished():
        records.resume(unfinished).step(unfinished.log[-1], Player(records).session.game)
    records.remember(OTHER)
    play(records, SKIP_ALL, ARTICLE)


def flip(raw: bytes, offset: int, count: int, draws: Random) -> bytes:
    return raw[:offset] + draws.randbytes(count) + raw[offset + count :]


def test_wherever_bytes_are_changed_the_game_goes_on(tmp_path: Path) -> None:
    fill(tmp_path / "whole")
    raw = (tmp_path / "whole" / DATABASE).read_bytes()
    draws = Random(1)
    folder = tmp_path / "damaged"
    folder.mkdir()
    unseen = []
    places = [0, 16, 100, *(page * PAGE + draws.randrange(PAGE) for page in range(len(raw) // PAGE))]
    for place in places:
        for old in folder.iterdir():
            old.unlink()
        (folder / DATABASE).write_bytes(flip(raw, place, draws.choice([1, 8, 600]), draws))
        for _ in range(3):  # damage shows, is healed or set aside, and is gone
            with closing(open_records(folder, now=lambda: START)) as records:
                use_all(records)
                records.settle()
                assert "\n" not in (records.notice or "")
        with closing(open_records(folder, now=lambda: START)) as records:
            play(records, SOLVE_ALL, OTHER)
            if OTHER.title not in {each.title for each in read_plays(records)} and records.notice is None:
                unseen.append(place)
    assert len(unseen) <= len(places) // 10, "a number that is another number now is damage that nothing can see"


def spoil(path: Path, table: str) -> None:
    """Overwrite the last page of a table."""
    with closing(sqlite3.connect(path)) as database:
        if not has_dbstat(database):
            pytest.skip("this SQLite does not tell where tables lie")
        (number,) = database.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path DESC", (table,)
        ).fetchone()
    raw = bytearray(path.read_bytes())
    raw[(number - 1) * PAGE : number * PAGE] = b"\xff" * PAGE
    path.write_bytes(raw)


def has_dbstat(database: sqlite3.Connection) -> bool:
    try:
        database.execute("SELECT 1 FROM dbstat LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def test_a_damaged_index_costs_nothing_but_itself(tmp_path: Path) -> None:
    fill(tmp_path)
    spoil(tmp_path / DATABASE, "words_data")
    with closing(open_records(tmp_path, now=ticking())) as records:
        assert {each.title for each in records.library(search="text 1")} == {"Text 1", "Text 11", "Text 10"}
        play(records, SKIP_ALL, OTHER)
        records.remember(ARTICLE)
        records.settle()
        assert records.notice is None
        assert len(records.library()) == 14
    with closing(open_records(tmp_path, now=ticking())) as records:
        records.settle()
        assert [each.title for each in records.library(search="garden")] == ["The tin"]
        assert len(records.library(search="word0x1")) >= 1
        assert len(records.library()) == 14
        assert sum(each.plays for each in read_plays(records)) == 13
    with closing(open_records(tmp_path, now=ticking())) as records:
        assert records.notice is None


def test_damage_that_shows_in_a_game_is_set_aside_next_time_and_the_rest_taken_over(tmp_path: Path) -> None:
    fill(tmp_path, 40)
    spoil(tmp_path / DATABASE, "move")
    with closing(open_records(tmp_path, now=ticking())) as records:
        assert records.notice is None
        player = Player(records)
        player.play(*SOLVE_ALL)
        records.settle()
        assert records.notice == "This game is not being recorded: database disk image is malformed"
    with closing(open_records(tmp_path, now=lambda: START)) as records:
        assert records.notice is not None
        aside = tmp_path / "records-damaged-20250701T093000.db"
        assert records.notice.startswith(
            f"The record was damaged; it was set aside as {aside}, and a new one begun with "
        )
        assert records.notice.endswith(" 40 games that could be read")
        assert len(records.library()) == 40
        assert sum(each.plays for each in read_plays(records)) == 40
        for _ in range(3):  # so many at once
            records.settle()
        assert len(records.library(search="text")) == 40
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT count(*) FROM move").fetchone()[0] > 200, "of 460, a page of them is lost"


def test_a_text_that_is_not_what_it_was_is_not_shown(tmp_path: Path) -> None:
    fill(tmp_path)
    with closing(open_records(tmp_path)) as records:
        key = records.library()[0].key
        execute(tmp_path / DATABASE, "UPDATE article SET title = title || char(27) || '[31m'")
        assert records.recall(key) is None
        assert records.notice == "The record cannot be read: the text is damaged"


def limit_pages(records: Records, more: int | None) -> None:
    """Let the file grow by so many pages; None: as it will."""
    pages = records._writing.execute("PRAGMA page_count").fetchone()[0]
    records._writing.execute(f"PRAGMA max_page_count = {2**30 if more is None else pages + more}")


@pytest.mark.parametrize("more", [0, 1, 2, 5])
def test_a_full_disk_is_told_once_and_what_was_not_written_is_when_there_is_room(tmp_path: Path, more: int) -> None:
    with closing(open_records(tmp_path, now=ticking())) as records:
        limit_pages(records, more)
        puzzle = PUZZLE
        player = Player(records, Article("Long", tuple(f"{each} {each * 7919}" for each in range(6000))), puzzle)
        for move in SOLVE_ALL[:-3]:
            player.play(move)
            records.settle()
            assert records.notice == "This game is not being recorded: database or disk is full"
        records.notice = None
        player.record.beat(player.at)
        player.play(SOLVE_ALL[-3])
        records.settle()
        assert records.notice is None, "told once"
        assert read_plays(records) == []
        limit_pages(records, None)
        player.play(*SOLVE_ALL[-2:])
        records.settle()
        assert [(each.plays, each.best_score) for each in read_plays(records)] == [(1, player.session.game.score)]
        assert records.reading.execute("SELECT count(*) FROM move").fetchone()[0] == len(SOLVE_ALL)


def test_room_that_comes_back_is_used_at_the_next_beat(tmp_path: Path) -> None:
    with closing(open_records(tmp_path, now=ticking())) as records:
        limit_pages(records, 0)
        player = Player(records, Article("Long", tuple(f"{each} {each * 7919}" for each in range(6000))))
        player.play(Shuffle())
        records.settle()
        assert records.notice is not None
        limit_pages(records, None)
        player.record.beat(1.5)
        records.settle()
        assert records.reading.execute("SELECT count(*) FROM move").fetchone()[0] == 1


def test_a_full_disk_stops_no_opening(tmp_path: Path) -> None:
    fill(tmp_path)
    with closing(open_records(tmp_path)) as records:
        limit_pages(records, 0)
        records.remember(Article("Long", tuple(f"{each} {each * 7919}" for each in range(6000))))
        records.settle()
        assert records.notice is not None
        assert len(records.library(limit=1000)) == 12


def test_what_can_be_read_of_a_damaged_older_record_is_saved(tmp_path: Path) -> None:
    path = older(tmp_path, 2)
    with closing(sqlite3.connect(path)) as database, database:
        for number in range(3, 900):
            database.execute(f"INSERT INTO round {ROUND % (1 + number % 3, number, 10)}")
    spoil(path, "round")
    with closing(open_records(tmp_path, now=ticking())) as records:
        assert str(records.notice).endswith(" with 4 games that could be read")
        rounds = [row for game in read_listed(records) for row in game.rounds]
        assert 700 < len(rounds) < 901
        assert {row.letters for row in rounds} == {5}
        assert [each.title for each in read_plays(records)] == ["The tin", "The sea"]
        records.notice = None
        play(records, SKIP_ALL, ARTICLE)
        assert records.notice is None


def test_games_of_a_player_that_was_lost_are_yours(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database, database:
        database.execute("UPDATE game SET player_id = 9 WHERE id = 2")
    set_aside(tmp_path / DATABASE, START)
    (aside,) = tmp_path.glob("*-damaged-*.db")
    assert salvage(aside, tmp_path / DATABASE) == 2
    with closing(open_records(tmp_path)) as records:
        assert len(read_listed(records)) == 2
        assert records.reading.execute("PRAGMA foreign_key_check").fetchall() == []
