"""What is kept of games and rounds is always what counting them anew gives."""

from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jumble.article import Article
from jumble.figures import personal_best
from jumble.figures.day_streaks import played_days
from jumble.figures.rows import GameScore
from jumble.game import CLASSIC, RELAXED, Skip
from jumble.records import Records, open_records, read_games, read_listed
from jumble.records.exchange.whole_record import export_record, forget_in_record, import_record
from jumble.records.sqlite.counting import recount_all
from jumble.records.sqlite.damage import mark_damaged
from jumble.records.sqlite.queries import read_days, read_level_modes, read_sizes, read_times
from jumble.records.sqlite.schema import VERSION
from jumble.settings.paths import DATABASE
from tests.records.histories import level_mode_counts, times
from tests.records.played import ARTICLE, OTHER, RUN_OUT_OF_TIME, SKIP_ALL, SOLVE_ALL, START, play, ticking, word
from tests.records.test_damage import fill, spoil
from tests.records.test_migration import older

THIRD = Article("The hill", ("A stone on the hill.",))
GAMES = [SOLVE_ALL, SKIP_ALL, RUN_OUT_OF_TIME, word("plan"), SOLVE_ALL[:9], [Skip()]]
KEPT = (
    "SELECT * FROM round_count",
    "SELECT id, rounds_played, solved, score FROM game",
    "SELECT key, plays, best_score, last_played FROM article ORDER BY key",
)


def kept(records: Records) -> list[list[tuple[Any, ...]]]:
    return [[tuple(row) for row in records.reading.execute(query)] for query in KEPT]


def assert_kept(records: Records) -> None:
    """What is kept is what is counted anew, by SQL and one by one."""
    records.settle()
    assert records.notice is None
    before = kept(records)
    records.run_in_writer(recount_all)
    assert kept(records) == before
    listed = read_listed(records)
    games = [game.row for game in reversed(listed)]
    rounds = [each for game in listed for each in game.rounds]
    assert read_games(records) == games
    assert [(kind[:7], kind[7:]) for kind in read_level_modes(records)] == [
        (kind[:7], kind[7:]) for kind in level_mode_counts(games)
    ]
    assert played_days(read_days(records)) == played_days(times(games))
    for of in ("letters", "stars"):
        sizes = read_sizes(records, of)
        assert [each.size for each in sizes] == sorted({getattr(each, of) for each in rounds})
        for size in sizes:
            alike = [each for each in rounds if getattr(each, of) == size.size]
            solved = sorted(each.seconds_used for each in alike if each.solved)
            assert (size.rounds, size.solved) == (len(alike), len(solved))
            assert size.milliseconds == sum(round(each * 1000) for each in solved)
            middle = (solved[(len(solved) - 1) // 2], solved[len(solved) // 2]) if solved else ()
            assert (size.median_tenths or ()) == tuple(int(each * 10) for each in middle)
    seconds = Counter(int(each.seconds_used) for each in rounds if each.solved)
    assert dict(read_times(records)) == seconds


actions = st.lists(
    st.one_of(
        st.tuples(
            st.just("play"),
            st.sampled_from(GAMES),
            st.sampled_from([ARTICLE, OTHER, THIRD]),
            st.sampled_from([CLASSIC, RELAXED]),
        ),
        st.tuples(st.just("import")),
        st.tuples(st.just("forget"), st.sampled_from([ARTICLE, OTHER, THIRD])),
    ),
    min_size=1,
    max_size=7,
)


@settings(deadline=None, max_examples=40)
@given(actions, actions)
def test_what_is_kept_is_what_is_counted_anew(here: list[tuple[Any, ...]], elsewhere: list[tuple[Any, ...]]) -> None:
    with (
        TemporaryDirectory() as folder,
        closing(open_records(Path(folder, "here"), now=ticking(step=timedelta(hours=7)))) as records,
        closing(open_records(Path(folder, "there"), now=ticking(step=timedelta(hours=5)))) as others,
    ):
        for record, done in ((others, elsewhere), (records, here)):
            for name, *what in done:
                if name == "play":
                    play(record, what[0], what[1], mode=what[2])
                elif name == "forget":
                    forget_in_record(record, [what[0].key])
                elif record is records:
                    others.settle()
                    import_record(records, [line.encode() for line in export_record(others, START)], START)
            assert_kept(record)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_record_is_counted(tmp_path: Path, version: int) -> None:
    older(tmp_path, version)
    with closing(open_records(tmp_path)) as records:
        assert [(each.size, each.rounds) for each in read_sizes(records, "stars")] == [(2, 4)]
        assert_kept(records)


@pytest.mark.parametrize("table", ["move", "round"])
def test_what_was_saved_of_a_damaged_record_is_counted(tmp_path: Path, table: str) -> None:
    fill(tmp_path, 40)
    spoil(tmp_path / DATABASE, table)
    mark_damaged(tmp_path / DATABASE)
    with closing(open_records(tmp_path, now=ticking())) as records:
        assert str(records.notice).endswith(" with 40 games that could be read")
        records.notice = None
        assert len(read_games(records)) > 10
        assert_kept(records)


@pytest.mark.parametrize("damaged", ["1e300", "-5.0", "9e999", "0.0"])
def test_a_damaged_number_stops_no_game(tmp_path: Path, damaged: str) -> None:
    with closing(open_records(tmp_path, now=ticking())) as records:
        play(records, SOLVE_ALL)
        records.run_in_writer(
            lambda connection: connection.execute(
                f"UPDATE round SET seconds_used = {damaged}, value = {damaged}, stars = -3"  # noqa: S608
            )
        )
        records.run_in_writer(recount_all)
        play(records, SOLVE_ALL, OTHER)
        assert records.notice is None
        assert sum(each.rounds for each in read_sizes(records, "stars")) == 6


def test_a_game_is_held_against_all_others_in_the_record(tmp_path: Path) -> None:
    with closing(open_records(tmp_path, now=ticking())) as records:
        play(records, SKIP_ALL)
        best = play(records, SOLVE_ALL)
        last = read_listed(records, 1)[0]
        assert records.bests(best, last.uid) == personal_best(
            GameScore.of(best), level_mode_counts(each.row for each in read_listed(records)[1:])
        )
        assert records.bests(best, last.uid) == ("score", "level and mode", "share")
        assert records.bests(best, "another") == (), "itself is not beaten"
