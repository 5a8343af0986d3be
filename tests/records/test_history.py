from datetime import date
from pathlib import Path

import pytest

from jumble.figures import score_points
from jumble.records import RecordHistory, open_records, read_listed, statistics, summary
from jumble.records.sqlite.queries import read_games
from tests.records.played import SKIP_ALL, SOLVE_ALL, SOLVE_ONE_AND_LEAVE, Player, play

TODAY = date(2025, 7, 1)


def test_the_archive_answers_what_the_record_has(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    for moves in (SOLVE_ALL, SOLVE_ONE_AND_LEAVE, SKIP_ALL):
        play(records, moves)
    archive = RecordHistory(records)
    listed = read_listed(records)
    assert archive.summary(TODAY) == summary(records, TODAY)
    assert archive.summary(TODAY).games_played == 3
    assert archive.games(2, 1) == listed[1:]
    assert [archive.game(each.uid) for each in listed] == listed
    assert archive.game("none") is None
    assert archive.scores() == score_points(read_games(records))
    told = statistics(records, TODAY)["difficulty_check"]
    check = archive.difficulty()
    assert (check.rounds, check.half_solved, len(check.bins)) == (7, told["half_solved"], len(told["bins"]))
    assert sum(each.solved for each in check.bins) == 4
    records.close()


def test_difficulty_is_checked_by_the_latest_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = open_records(tmp_path)
    play(records, SOLVE_ALL)
    play(records, SKIP_ALL)
    archive = RecordHistory(records)
    monkeypatch.setattr("jumble.records.sqlite.history.CHECKED_ROUNDS", 4)
    check = archive.difficulty()
    assert (check.rounds, sum(each.solved for each in check.bins)) == (4, 1)
    records.close()


def test_the_game_just_played_is_in_it(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    Player(records).play(*SOLVE_ALL)  # and nobody waits until it is written
    assert RecordHistory(records).summary(TODAY).games_finished == 1
    records.close()


def test_what_cannot_be_read_is_said_in_a_line(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    play(records, SOLVE_ALL)
    records.run_in_writer(lambda connection: connection.execute("DROP TABLE round"))
    with pytest.raises(OSError, match="the record cannot be read: no such table: round"):
        RecordHistory(records).difficulty()
    records.close()
