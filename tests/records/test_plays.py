"""What was played most, and how well."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from jumble.article import Article
from jumble.figures import ArticlePlays
from jumble.records import Records, open_records, read_plays
from tests.records.played import ARTICLE, OTHER, SKIP_ALL, SOLVE_ALL, SOLVE_ONE_AND_LEAVE, Player, play, ticking, word


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(tmp_path, now=ticking())
    yield opened
    opened.close()


def test_nothing_played_is_an_empty_list(records: Records) -> None:
    assert read_plays(records) == []


def test_the_most_popular_come_first(records: Records) -> None:
    play(records, SKIP_ALL, ARTICLE)
    play(records, SKIP_ALL, ARTICLE)
    play(records, SKIP_ALL, OTHER)
    assert [(each.title, each.plays) for each in read_plays(records)] == [("The tin", 2), ("The sea", 1)]
    play(records, SKIP_ALL, OTHER)
    play(records, SKIP_ALL, OTHER)
    assert [(each.title, each.plays) for each in read_plays(records)] == [("The sea", 3), ("The tin", 2)]


def test_of_equally_popular_ones_the_latest_comes_first(records: Records) -> None:
    for title in ("b", "c", "a"):
        play(records, SKIP_ALL, Article(title, ("x",)))
    assert [each.title for each in read_plays(records)] == ["a", "c", "b"]


def test_the_latest_is_told_across_time_zones(tmp_path: Path) -> None:
    east, west = (timezone(timedelta(hours=hours)) for hours in (9, -5))
    times = [datetime(2025, 7, 1, 21, 0, tzinfo=east)]
    records = open_records(tmp_path, now=lambda: times[-1])
    play(records, [*word("planet")], ARTICLE)
    times.append(datetime(2025, 7, 1, 9, 0, tzinfo=west))
    play(records, [*word("planet")], OTHER)  # two hours later, on a clock twelve hours behind
    assert [(each.title, each.last_played) for each in read_plays(records)] == [
        ("The sea", "2025-07-01T09:00:00-05:00"),
        ("The tin", "2025-07-01T21:00:00+09:00"),
    ]
    records.close()


def test_a_game_counts_from_its_first_finished_round(records: Records) -> None:
    player = Player(records)
    player.play(*word("plane"))
    records.settle()
    assert read_plays(records) == []
    player.play(*word("t"))
    records.settle()
    assert [each.plays for each in read_plays(records)] == [1]


def test_the_best_score_is_that_of_games_played_to_the_end(records: Records) -> None:
    play(records, SOLVE_ONE_AND_LEAVE)
    assert [(each.plays, each.best_score) for each in read_plays(records)] == [(1, None)]
    play(records, SKIP_ALL)
    assert [(each.plays, each.best_score) for each in read_plays(records)] == [(2, 0)]
    best = play(records, SOLVE_ALL).score
    play(records, SKIP_ALL)
    assert best > 0
    assert [(each.plays, each.best_score) for each in read_plays(records)] == [(4, best)]


def test_all_that_is_told_of_an_article(records: Records) -> None:
    game = play(records, SOLVE_ALL)
    assert read_plays(records) == [
        ArticlePlays(ARTICLE.key, "The tin", "/texts/tin.txt", 1, game.score, "2025-07-01T09:30:00+00:00")
    ]
