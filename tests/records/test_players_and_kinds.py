"""Players and kinds of games: kept, counted apart, exported where they say something, and forgotten."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from jumble.game import CLASSIC, GameKind, LoggedMove, Shuffle, new_game
from jumble.records import Records, open_records, read_games, read_listed, statistics
from jumble.records.exchange.line_format import game_from
from jumble.records.exchange.whole_record import export_record, forget_in_record, import_record
from jumble.records.sqlite.counting import recount_all
from jumble.records.sqlite.hint_counts import pack_hints, unpack_hints
from jumble.records.sqlite.queries import read_level_modes, read_sizes, read_trials
from tests.records.played import ARTICLE, OTHER, PUZZLE, SKIP_ALL, SOLVE_ALL, START, play, ticking


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Records]]:
    every: list[Records] = []

    def open_one(name: str) -> Records:
        every.append(open_records(tmp_path / name, now=ticking()))
        return every[-1]

    yield open_one
    for records in every:
        records.close()


def exported(records: Records) -> list[dict[str, Any]]:
    records.settle()
    return [json.loads(line) for line in export_record(records, START)]


def take(records: Records, lines: list[dict[str, Any]]) -> None:
    import_record(records, [json.dumps(line).encode() for line in lines], START)


def rows(records: Records, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in records.reading.execute(query)]


KEPT = ("SELECT * FROM round_count", "SELECT id, rounds_played, solved, score FROM game")


def assert_counted(records: Records) -> None:
    before = [rows(records, query) for query in KEPT]
    records.run_in_writer(recount_all)
    assert [rows(records, query) for query in KEPT] == before


def with_games(records: Records, **changes: Any) -> list[dict[str, Any]]:
    """Two games of a record as lines, the second changed."""
    play(records, SOLVE_ALL, ARTICLE)
    play(records, SKIP_ALL, OTHER)
    lines = exported(records)
    lines[4]["game"] |= changes
    return lines


def test_what_is_so_by_default_is_not_exported(opened: Callable[[str], Records]) -> None:
    lines = with_games(opened("here"))
    assert not {"kind", "player", "edition", "rival"} & lines[4]["game"].keys()
    assert "hints" not in lines[3]["game"]["rounds"][2]


@pytest.mark.parametrize(
    "changes",
    [{"kind": kind.value} for kind in GameKind if kind is not GameKind.ARTICLE]
    + [{"player": "Anna-Lena Ö."}, {"kind": "edition", "edition": 517}, {"kind": "duel", "rival": "f" * 32}],
)
def test_what_is_not_travels(opened: Callable[[str], Records], changes: dict[str, Any]) -> None:
    lines = with_games(opened("here"), **changes)
    there = opened("there")
    take(there, lines)
    assert exported(there) == lines


def test_a_game_is_of_the_kind_it_was_begun_as(opened: Callable[[str], Records]) -> None:
    records = opened("here")
    records.begin(ARTICLE, PUZZLE, CLASSIC, kind=GameKind.EDITION).step(
        LoggedMove(Shuffle(), 1.0), new_game(PUZZLE, CLASSIC)
    )
    records.settle()
    assert records.notice is None
    assert rows(records, "SELECT kind, player_id FROM game") == [("edition", 1)]


def test_statistics_are_yours_alone(opened: Callable[[str], Records]) -> None:
    here, there, yours = opened("here"), opened("there"), opened("yours")
    take(there, with_games(here, player="Anna"))
    play(yours, SOLVE_ALL, ARTICLE)
    told, alone = statistics(there), statistics(yours)
    same = ("games_played", "games_finished", "rounds_played", "words_solved", "best_score", "by_letters", "by_stars",
            "solve_times", "difficulty_check")  # fmt: skip
    assert {name: told[name] for name in same} == {name: alone[name] for name in same}
    assert len(told["games"]) == 1
    assert told["streak"]["days_played"] == 1
    assert len(read_games(there)) == len(read_listed(there)) == 1
    assert [(kind.played, kind.finished) for kind in read_level_modes(there)] == [(1, 1)]
    assert read_trials(there) == read_trials(yours)
    assert rows(there, "SELECT DISTINCT player_id FROM round_count ORDER BY 1") == [(1,), (2,)]
    assert_counted(there)


def test_kinds_are_counted_apart_and_told_together(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    take(there, with_games(here, kind="corrections"))
    assert rows(there, "SELECT kind, sum(rounds) FROM round_count WHERE of = 'stars' GROUP BY 1") == [
        ("article", 3),
        ("corrections", 3),
    ]
    assert sum(size.rounds for size in read_sizes(there, "letters")) == 6
    assert_counted(there)
    forget_in_record(there, [OTHER.key])
    assert rows(there, "SELECT DISTINCT kind FROM round_count") == [("article",)]
    assert_counted(there)


def test_a_player_of_whom_nothing_is_left_is_forgotten(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    take(there, with_games(here, player="Anna"))
    forget_in_record(there, [ARTICLE.key])
    assert rows(there, "SELECT name FROM player ORDER BY id") == [("you",), ("Anna",)]
    forget_in_record(there, [OTHER.key])
    assert rows(there, "SELECT name FROM player") == [("you",)]


def test_the_final_round_brings_points_and_is_no_word(opened: Callable[[str], Records]) -> None:
    records = opened("here")
    play(records, SOLVE_ALL, ARTICLE)
    (before,) = rows(records, "SELECT rounds_played, solved, score FROM game")
    counted = rows(records, KEPT[0])
    add = """
        INSERT INTO round SELECT game_id, 4, 'tea and sugar', 'x', 11, difficulty, stars, value, seconds, outcome,
               given, seconds_used, seconds_left, hints, wrong_tries, streak, 300, 1 FROM round WHERE number = 1
    """
    records.run_in_writer(lambda connection: connection.execute(add))
    assert rows(records, "SELECT rounds_played, solved, score FROM game") == [(before[0], before[1], before[2] + 300)]
    assert rows(records, KEPT[0]) == counted
    assert_counted(records)
    records.run_in_writer(lambda connection: connection.execute("DELETE FROM round WHERE phrase = 1"))
    assert rows(records, "SELECT rounds_played, solved, score FROM game") == [before]
    assert rows(records, KEPT[0]) == counted


def test_hints_without_a_column_travel_by_their_names(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    lines = with_games(here)
    lines[3]["game"]["rounds"][0]["hints"] = {"last": 2}
    take(there, lines)
    assert exported(there) == lines
    (game,) = [game for game in read_listed(there) if game.article_key == ARTICLE.key]
    assert [row.hints_taken for row in game.rounds] == [{"last": 2}, {}, {"clue": 1}]
    assert statistics(there)["games"][-1]["rounds"][0]["hints"] == {"last": 2}


def test_fields_of_a_puzzle_that_are_not_known_are_not_taken(opened: Callable[[str], Records]) -> None:
    lines = with_games(opened("here"))
    game = lines[3]["game"]
    plain = json.loads(json.dumps(game_from(game).puzzle))
    game["puzzle"]["tilt"] = "\x1b[31m"
    game["puzzle"]["rounds"][0]["tilt"] = "\x1b[31m"
    assert game_from(game).puzzle == plain


@pytest.mark.parametrize("taken", [{}, {"clue": 1}, {"letter": 3, "clue": 1}, {"ünïcode": 9}])
def test_hints_are_written_and_read(taken: dict[str, int]) -> None:
    assert unpack_hints(pack_hints({**taken, "none": 0})) == taken


@pytest.mark.parametrize("damaged", ["", "{", "[]", "5", "null", '{"clue": "x"}', '{"clue": null}', '{"clue": 1.5}'])
def test_damaged_hints_are_none_and_hide_no_game(opened: Callable[[str], Records], damaged: str) -> None:
    records = opened("here")
    play(records, SOLVE_ALL, ARTICLE)
    records.run_in_writer(lambda connection: connection.execute("UPDATE round SET hints = ?", (damaged,)))
    assert [row.hints_taken for row in read_listed(records)[0].rounds] == [{}] * 3
    with closing(open_records(Path(records._path or "").parent)) as again:
        assert len(statistics(again)["games"]) == 1
