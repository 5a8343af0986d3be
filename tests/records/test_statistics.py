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

TOP = (
    "schema games_played games_finished rounds_played words_solved solve_rate best_score streak rank bests by_letters "
    "by_stars solve_times scores difficulty_check articles games"
)
OF_A_STREAK = "current longest days_played last_day"
OF_A_RANK = "name score most next"
OF_A_BEST = "level mode played finished best_score best_share"
OF_WORDS = "rounds solved solve_rate mean_seconds median_seconds"
OF_A_BIN = "start end count"
OF_A_SCORE = "day score most share level mode"
OF_THE_CHECK = "rounds half_solved seconds_correlation hardness_correlation bins"
OF_A_DIFFICULTY = "start end rounds solved solve_rate predicted_rate median_seconds"
OF_AN_ARTICLE = "key title source plays best_score last_played"
OF_A_GAME = "id article mode level seed started ended day score most rank next_rank rounds"
OF_A_ROUND = (
    "round answer scramble difficulty stars value seconds outcome given seconds_used seconds_left clue letter_hints "
    "wrong_tries streak points solved letters hints"
)
COLUMNS = (
    "game,article,source,mode,level,seed,started,ended,round,answer,scramble,stars,difficulty,value,seconds,outcome,"
    "given,seconds_used,seconds_left,clue,letter_hints,wrong_tries,streak,points,"
    "article_key,language,day,letters,solved,score,most,rank"
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
    assert told["schema"] == 3


def test_names_of_the_figures_are_a_contract(played: Records) -> None:
    told = statistics(played)
    assert list(told["streak"]) == OF_A_STREAK.split()
    assert list(told["rank"]) == OF_A_RANK.split()
    assert set(told["rank"]["next"]) == {"name", "points"}
    assert [list(each) for each in told["bests"]] == [OF_A_BEST.split()]
    assert [list(each) for each in told["by_letters"]] == [["letters", *OF_WORDS.split()]] * 2
    assert [list(each) for each in told["by_stars"]] == [["stars", *OF_WORDS.split()]] * 3
    assert {tuple(each) for each in told["solve_times"]} == {tuple(OF_A_BIN.split())}
    assert [list(each) for each in told["scores"]] == [OF_A_SCORE.split()] * 2
    assert list(told["difficulty_check"]) == OF_THE_CHECK.split()
    assert {tuple(each) for each in told["difficulty_check"]["bins"]} == {tuple(OF_A_DIFFICULTY.split())}


def test_it_is_json(played: Records) -> None:
    told = statistics(played)
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_nothing_played(records: Records) -> None:
    told = statistics(records)
    assert [told[name] for name in TOP.split()[:8]] == [
        3, 0, 0, 0, 0, None, None,
        {"current": 0, "longest": 0, "days_played": 0, "last_day": None},
    ]  # fmt: skip
    assert {each["count"] for each in told["solve_times"]} == {0}
    assert told["difficulty_check"] == {
        "rounds": 0, "half_solved": None, "seconds_correlation": None, "hardness_correlation": None, "bins": [],
    }  # fmt: skip
    assert told["rank"] is None
    assert not any(told[name] for name in ("bests", "by_letters", "by_stars", "scores", "articles", "games"))
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
        "letters": 6, "hints": {"clue": 1},
    }  # fmt: skip
    assert game["rank"] == "Editor"
    assert game["next_rank"] == {"name": "Editor-in-Chief", "points": 1}  # 286 of 337; 287 is 85 %


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
    assert [(row["letters"], row["solved"], row["day"]) for row in rows[:4]] == [
        (letters, "1", "2025-07-01") for letters in "6566"
    ]
    assert [row["article_key"] for row in rows] == [ARTICLE.key] * 3 + [OTHER.key] * 5
    assert [row["clue"] for row in rows] == ["0", "0", "1", "0", "0", "0", "0", "0"]
    assert [row["article"] for row in rows] == ["The tin"] * 3 + ["The sea"] * 5
    assert rows[-1]["ended"] == told["games"][0]["ended"]
    assert rows[3]["ended"] == ""


def test_csv_quotes_what_needs_it(records: Records) -> None:
    article = type(ARTICLE)('Tea, "the" leaf', ("x",), source="a,b.txt")
    play(records, SKIP_ALL, article)
    (row, *_) = csv.DictReader(io.StringIO(statistics_csv(records), newline=""))
    assert (row["article"], row["source"]) == ('Tea, "the" leaf', "a,b.txt")
