"""What is read from a record by few queries is what reading all of it gives."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import mean, median
from zoneinfo import ZoneInfo

import pytest

from jumble.figures import ListedGame
from jumble.game import RELAXED, Skip
from jumble.records import Records, open_records, read_game, read_games, read_listed, read_records, statistics, summary
from jumble.records.sqlite.queries import read_sizes
from jumble.words import letters
from tests.records.played import (
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

LATE = datetime(2025, 10, 25, 23, 50, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(tmp_path, now=ticking(LATE, timedelta(minutes=11)))
    play(opened, SOLVE_ALL)
    play(opened, SOLVE_ONE_AND_LEAVE, OTHER)
    play(opened, [*word("plan")])
    play(opened, SKIP_ALL, mode=RELAXED)
    play(opened, RUN_OUT_OF_TIME, OTHER)
    play(opened, SOLVE_ALL, OTHER)
    yield opened
    opened.close()


def test_games_read_at_once_are_those_read_with_their_rounds(records: Records) -> None:
    listed = read_listed(records)
    assert [game.row for game in reversed(listed)] == read_games(records)
    assert [len(game.rounds) for game in listed] == [3, 1, 3, 1, 3]
    assert [(game.row.rounds, game.row.solved) for game in listed] == [(3, 3), (1, 0), (3, 0), (1, 1), (3, 3)]
    assert all(game.row.score == sum(each.points for each in game.rounds) for game in listed)


def test_the_last_games_are_read_without_those_before(records: Records) -> None:
    assert read_games(records, 2) == read_games(records)[-2:]
    assert read_games(records, 0) == []


def test_the_summary_is_that_of_the_rounds(records: Records) -> None:
    told = summary(records, date(2025, 10, 26))
    rounds = [each for game in read_listed(records) for each in game.rounds]
    assert (told.games_played, told.games_finished, told.rounds_played, told.words_solved) == (5, 3, 11, 7)
    assert told.solve_rate == round(7 / 11, 4)
    for figures in told.letters:
        alike = [each for each in rounds if len(each.answer) == figures.size]
        seconds = [each.seconds_used for each in alike if each.solved]
        assert (figures.rounds, figures.solved) == (len(alike), len(seconds))
        assert figures.mean_seconds == pytest.approx(mean(seconds))
        assert figures.median_seconds == pytest.approx(median(seconds))
    assert sum(each.count for each in told.times) == 7
    assert [(kind.level, kind.mode, kind.played, kind.finished) for kind in told.level_modes] == [
        ("easy", "classic", 4, 2),
        ("easy", "relaxed", 1, 1),
    ]
    assert (told.streak.current, told.streak.days) == (2, 2)  # begun ten minutes before midnight
    assert told.best_score == max(game.row.score for game in read_listed(records))
    assert told.rank is not None
    assert told.rank.name == "Editor"


def test_the_streak_is_told_of_the_day_it_is_asked_on(records: Records) -> None:
    assert summary(records, date(2025, 10, 27)).streak.current == 2
    assert summary(records, date(2025, 10, 28)).streak.current == 0
    assert statistics(records, date(2025, 10, 28))["streak"]["current"] == 0
    assert statistics(records)["streak"] == {
        "current": 2, "longest": 2, "days_played": 2, "last_day": "2025-10-26",
    }  # fmt: skip


def test_nothing_played_is_a_summary_too(tmp_path: Path) -> None:
    told = summary(read_records(tmp_path), date(2025, 7, 1))
    assert (told.games_played, told.solve_rate, told.best_score, told.rank, told.level_modes) == (
        0,
        None,
        None,
        None,
        (),
    )


@pytest.mark.parametrize(("limit", "offset"), [(2, 0), (2, 2), (2, 4), (2, 5), (9, 1), (0, 0)])
def test_a_page_of_games_is_a_part_of_all(records: Records, limit: int, offset: int) -> None:
    everything: list[ListedGame] = read_listed(records)
    assert read_listed(records, limit, offset) == everything[offset : offset + limit]


def test_one_game_is_read_back_word_by_word(records: Records) -> None:
    uid = read_listed(records)[-1].uid
    game = read_game(records, uid)
    assert game is not None
    assert [(each.round, each.answer, each.given, each.outcome) for each in game.rounds] == [
        (1, "planet", "planet", "solved"),
        (2, "stone", "notes", "solved"),
        (3, "garden", "garden", "solved"),
    ]
    assert (game.title, game.source, game.language) == ("The tin", "/texts/tin.txt", "en")
    assert read_game(records, "no such game") is None


@pytest.mark.parametrize("answer", ["planet", "नमस्ते", "हिन्दी"])
@pytest.mark.parametrize("stars", [1, 2, 3, 4, 5])
def test_letters_are_those_that_the_reader_sees(tmp_path: Path, answer: str, stars: int) -> None:
    seen = len(letters(answer, "en"))
    value = 10 * seen * (1 + (stars - 1) / 4)
    this = replace(PUZZLE.rounds[0], answer=answer, accepted=(answer,), stars=stars, value=value)
    with closing(open_records(tmp_path)) as records:
        play(records, [Skip()], puzzle=replace(PUZZLE, rounds=(this,)))
        assert [each.size for each in read_sizes(records, "letters")] == [seen]
        assert [each.letters for game in read_listed(records) for each in game.rounds] == [seen]
