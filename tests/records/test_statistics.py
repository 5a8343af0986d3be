"""What the record tells to scripts: names that stay, figures that add up."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from jumble.game import CLASSIC, most_points
from jumble.records import Records, open_records, statistics, statistics_csv
from tests.records.played import (
    ARTICLE,
    OTHER,
    PUZZLE,
    RUN_OUT_OF_TIME,
    SKIP_ALL,
    SOLVE_ALL,
    SOLVE_ONE_AND_LEAVE,
    play,
    ticking,
    word,
)

TOP = "schema games_played games_finished rounds_played words_solved solve_rate best_score articles games"
OF_AN_ARTICLE = "key title source plays best_score last_played"
OF_A_GAME = "id article mode level seed started ended score most rank rounds"
OF_A_ROUND = (
    "round answer scramble difficulty stars value seconds outcome given seconds_used seconds_left clue letter_hints "
    "wrong_tries streak points solved"
)
COLUMNS = (
    "game,article,source,mode,level,seed,started,ended,round,answer,scramble,stars,difficulty,value,seconds,outcome,"
    "given,seconds_used,seconds_left,clue,letter_hints,wrong_tries,streak,points"
)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(tmp_path, now=ticking())
    yield opened
    opened.close()


@pytest.fixture
def played(records: Records) -> Records:
    play(records, SOLVE_ALL, ARTICLE)
    play(records, SOLVE_ONE_AND_LEAVE, OTHER)
    play(records, RUN_OUT_OF_TIME, OTHER)
    play(records, SKIP_ALL, OTHER)
    play(records, [*word("plan")], ARTICLE)
    return records


def test_names_are_a_contract(played: Records) -> None:
    told = statistics(played)
    assert list(told) == TOP.split()
    assert [list(each) for each in told["articles"]] == [OF_AN_ARTICLE.split()] * 2
    assert [list(each) for each in told["games"]] == [OF_A_GAME.split()] * 4
    assert [set(each) for game in told["games"] for each in game["rounds"]] == [set(OF_A_ROUND.split())] * 8
    assert {tuple(game["article"]) for game in told["games"]} == {("key", "title", "source")}
    assert told["schema"] == 2


def test_it_is_json(played: Records) -> None:
    told = statistics(played)
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_nothing_played(records: Records) -> None:
    assert statistics(records) == {
        "schema": 2, "games_played": 0, "games_finished": 0, "rounds_played": 0, "words_solved": 0,
        "solve_rate": None, "best_score": None, "articles": [], "games": [],
    }  # fmt: skip
    assert statistics_csv(records) == COLUMNS + "\r\n"


def test_totals_are_the_sums_of_what_they_count(played: Records) -> None:
    told = statistics(played)
    rounds = [each for game in told["games"] for each in game["rounds"]]
    assert told["games_played"] == len(told["games"]) == sum(each["plays"] for each in told["articles"]) == 4
    assert told["games_finished"] == sum(game["ended"] is not None for game in told["games"]) == 2
    assert told["rounds_played"] == len(rounds) == 8
    assert told["words_solved"] == sum(each["solved"] for each in rounds) == 4
    assert told["solve_rate"] == 0.5
    assert told["best_score"] == max(game["score"] for game in told["games"] if game["ended"])
    for game in told["games"]:
        assert game["score"] == sum(each["points"] for each in game["rounds"])
        assert game["most"] == most_points(PUZZLE, CLASSIC)
        assert [each["round"] for each in game["rounds"]] == list(range(1, len(game["rounds"]) + 1))


def test_games_stand_latest_first(played: Records) -> None:
    told = statistics(played)["games"]
    outcomes = [[each["outcome"] for each in game["rounds"]] for game in told]
    assert outcomes == [["skipped"] * 3, ["time up"], ["solved"], ["solved"] * 3]
    assert [game["article"]["title"] for game in told] == ["The sea", "The sea", "The sea", "The tin"]


def test_a_round_tells_how_it_was_solved(played: Records) -> None:
    game = statistics(played)["games"][-1]
    third = game["rounds"][2]
    assert third == {
        "round": 3, "answer": "garden", "scramble": "dengar", "difficulty": 3.5, "stars": 3, "value": 90.0,
        "seconds": 60, "outcome": "solved", "given": "garden", "seconds_used": 7.0, "seconds_left": 53.0,
        "clue": True, "letter_hints": 0, "wrong_tries": 0, "streak": 0, "points": 104, "solved": True,
    }  # fmt: skip
    assert game["rank"] == "Editor"


def test_csv_has_a_row_a_round_in_the_order_they_were_played(played: Records) -> None:
    text = statistics_csv(played)
    assert text.splitlines()[0] == COLUMNS
    assert text.count("\r\n") == 9
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    told = statistics(played)
    rounds = [(game, each) for game in reversed(told["games"]) for each in game["rounds"]]
    assert [(row["game"], int(row["round"]), int(row["points"])) for row in rows] == [
        (game["id"], each["round"], each["points"]) for game, each in rounds
    ]
    assert [row["clue"] for row in rows] == ["0", "0", "1", "0", "0", "0", "0", "0"]
    assert [row["article"] for row in rows] == ["The tin"] * 3 + ["The sea"] * 5
    assert rows[-1]["ended"] == told["games"][0]["ended"]
    assert rows[3]["ended"] == ""


def test_csv_quotes_what_needs_it(records: Records) -> None:
    article = type(ARTICLE)('Tea, "the" leaf', ("x",), source="a,b.txt")
    play(records, SKIP_ALL, article)
    (row, *_) = csv.DictReader(io.StringIO(statistics_csv(records), newline=""))
    assert (row["article"], row["source"]) == ('Tea, "the" leaf', "a,b.txt")
