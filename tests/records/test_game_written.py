"""A game is written down as it is played, whole and in time."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jumble.game import CLASSIC, MODES, RELAXED, LoggedMove, Mode, Move, Puzzle, move_from_json, replay
from jumble.records import Records, open_records, read_plays
from tests.records.played import (
    ARTICLE,
    OTHER,
    RUN_OUT_OF_TIME,
    SKIP_ALL,
    SOLVE_ALL,
    SOLVE_ONE_AND_LEAVE,
    Player,
    play,
    ticking,
    word,
)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(tmp_path, now=ticking())
    yield opened
    opened.close()


def rows(records: Records, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in records.reading.execute(query)]


def test_nothing_is_written_before_the_first_move(records: Records) -> None:
    Player(records)
    records.settle()
    assert rows(records, "SELECT * FROM article") == rows(records, "SELECT * FROM game") == []


@pytest.mark.parametrize("moves", [SOLVE_ALL, SKIP_ALL, SOLVE_ONE_AND_LEAVE, RUN_OUT_OF_TIME])
@pytest.mark.parametrize("mode", [CLASSIC, RELAXED])
def test_replaying_what_was_written_gives_the_same_game(records: Records, moves: list[Move], mode: Mode) -> None:
    game = play(records, moves, mode=mode)
    ((stored, name),) = rows(records, "SELECT puzzle, mode FROM game JOIN puzzle ON game_id = id")
    log = [
        LoggedMove(move_from_json(json.loads(str(move))), float(str(at)))
        for at, move in rows(records, "SELECT at, move FROM move ORDER BY number")
    ]
    assert replay(Puzzle.from_json(json.loads(str(stored))), MODES[str(name)], log) == game


def test_every_move_is_numbered_in_order(records: Records) -> None:
    player = Player(records)
    player.play(*SOLVE_ALL)
    records.settle()
    numbers = rows(records, "SELECT number, at FROM move ORDER BY number")
    assert numbers == [(number, each.at) for number, each in enumerate(player.log, 1)]


def test_article_and_game_are_written_with_the_first_move(records: Records) -> None:
    Player(records).play(*word("p"))
    records.settle()
    assert rows(records, "SELECT key, title, source, language, opened FROM article") == [
        (ARTICLE.key, "The tin", "/texts/tin.txt", "en", "2025-07-01T09:30:00+00:00")
    ]
    assert rows(records, "SELECT mode, level, seed, rounds, started, ended FROM game") == [
        ("classic", "easy", 7, 3, "2025-07-01T09:30:00+00:00", None)
    ]


def test_rounds_appear_as_they_end(records: Records) -> None:
    player = Player(records)
    seen = []
    for move in SOLVE_ALL:
        game = player.play(move)
        records.settle()
        seen.append(len(rows(records, "SELECT * FROM round")))
        assert seen[-1] == len(game.results)
        assert (rows(records, "SELECT ended FROM game") == [(None,)]) is (len(game.results) < len(game.puzzle.rounds))
    assert seen[:7] == [0, 0, 0, 0, 0, 1, 1]


def test_a_round_is_written_with_all_that_is_known_of_it(records: Records) -> None:
    game = play(records, SOLVE_ALL)
    written = rows(records, "SELECT * FROM round ORDER BY number")
    assert written[1] == (
        1, 2, "stone", "soten", 5, 2.5, 2, 62.5, 50, "solved", "notes", 5.0, 45.0, "{}", 0, 1,
        game.results[1].points, 0,
    )  # fmt: skip
    assert [row[-2] for row in written] == [result.points for result in game.results]
    assert written[2][13] == '{"clue": 1}', "the clue was taken"


def test_the_end_is_when_the_last_round_ends(records: Records) -> None:
    play(records, SOLVE_ALL[:-2])
    assert rows(records, "SELECT ended FROM game") == [(None,)]
    play(records, SOLVE_ALL[:-1])
    assert rows(records, "SELECT ended IS NULL FROM game ORDER BY id") == [(1,), (0,)]


def test_two_games_at_once_on_one_file(records: Records, tmp_path: Path) -> None:
    with closing(open_records(tmp_path)) as others:
        one, two = Player(records), Player(others, OTHER)
        for first, second in zip(SOLVE_ALL, SKIP_ALL * 4, strict=False):
            one.play(first)
            two.play(second)
        records.settle()
        others.settle()
        assert records.notice is others.notice is None
        for each in (records, others):
            assert {(entry.title, entry.plays, entry.best_score) for entry in read_plays(each)} == {
                ("The tin", 1, one.session.game.score),
                ("The sea", 1, 0),
            }
        assert rows(records, "SELECT count(*) FROM move GROUP BY game_id ORDER BY 1 DESC") == [
            (len(one.log),),
            (len(two.log),),
        ]


def test_two_games_at_once_in_one_record(records: Records) -> None:
    one, two = Player(records), Player(records)
    for move in SOLVE_ALL:
        one.play(move)
        two.play(move)
    records.settle()
    assert (
        rows(records, "SELECT count(*), sum(points) FROM round GROUP BY game_id") == [(3, one.session.game.score)] * 2
    )


def test_an_article_is_kept_once_and_under_the_place_it_was_read_from_last(records: Records) -> None:
    play(records, SKIP_ALL)
    moved = type(ARTICLE)(ARTICLE.title, ARTICLE.paragraphs, source="/moved/tin.txt")
    play(records, SKIP_ALL, moved)
    assert [(each.source, each.plays) for each in read_plays(records)] == [("/moved/tin.txt", 2)]


def test_text_of_any_script_is_written(records: Records) -> None:
    article = type(ARTICLE)("Ærø – 日本 “हिन्दी” '; DROP TABLE game; --", ("x",), source="-")
    play(records, SKIP_ALL, article)
    assert [each.title for each in read_plays(records)] == [article.title]


def test_closing_writes_what_is_left(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    player = Player(records)
    player.play(*SOLVE_ALL)
    records.close()
    with closing(sqlite3.connect(tmp_path / "records.db")) as database:
        assert database.execute("SELECT count(*) FROM move").fetchone() == (len(player.log),)
    assert [path.name for path in tmp_path.iterdir()] == ["records.db"], "no journal is left behind"
