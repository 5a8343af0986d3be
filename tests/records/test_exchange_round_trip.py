"""The whole record travels: nothing is lost on the way, and nothing comes twice."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from jumble.article import Article, open_source
from jumble.game import Shuffle, Skip
from jumble.records import Records, open_records, read_plays, statistics
from jumble.records.exchange.importing import Imported
from tests.records.exchanged import fill, lines, take
from tests.records.played import (
    ARTICLE,
    SOLVE_ALL,
    Player,
    play,
    ticking,
    word,
)
from tests.records.test_library import articles

NOTHING = Imported(0, 0)


def test_a_record_that_is_imported_is_the_record_that_was_exported(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    fill(here)
    exported = lines(here)
    assert take(there, exported) == Imported(3, 5)
    assert lines(there) == exported
    assert statistics(there) == statistics(here)
    assert there.library() == here.library()
    assert [there.recall(each.key) for each in here.library()] == [here.recall(each.key) for each in here.library()]
    there.settle()
    assert [each.title for each in there.library(search="garden")] == ["The tin"]


def test_importing_twice_or_into_itself_changes_nothing(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    fill(here)
    exported = lines(here)
    take(there, exported)
    for records in (here, there):
        assert take(records, exported) == NOTHING
        assert lines(records) == exported


@settings(deadline=None, max_examples=25)
@given(st.lists(articles, max_size=4, unique_by=lambda article: article.key), st.data())
def test_any_record_travels(several: list[Article], data: st.DataObject) -> None:
    with (
        TemporaryDirectory() as folder,
        closing(open_records(Path(folder, "here"), now=ticking())) as here,
        closing(open_records(Path(folder, "there"), now=ticking())) as there,
    ):
        for each in several:
            here.remember(each)
            play(here, data.draw(st.lists(st.sampled_from([*SOLVE_ALL, Skip(), Shuffle()]), max_size=12)), each)
        assert here.notice is None
        take(there, lines(here))
        assert lines(there) == lines(here)
        assert there.library() == here.library()


def test_articles_that_ship_travel(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    for entry in open_source("house:").entries:
        here.remember(entry.load())
    assert take(there, lines(here)).articles == len(open_source("house:").entries)


def test_a_game_that_went_on_elsewhere_goes_on_here(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    Player(here).play(*word("pl"))
    here.close()
    here = opened("here")
    take(there, lines(here))
    short = lines(there)
    unfinished = there.unfinished()
    assert unfinished is not None
    record = there.resume(unfinished)
    player = Player(there)
    player.record = record
    player.session._observe = lambda logged, game: record.step(logged, game) if len(player.log) > 2 else None
    player.play(*SOLVE_ALL)
    there.settle()
    assert there.notice is None
    assert take(here, lines(there)) == Imported(0, 1)
    assert [(each.plays, each.best_score) for each in read_plays(here)] == [(1, player.session.game.score)]
    assert here.unfinished() is None
    assert take(here, short) == NOTHING, "what is shorter takes nothing back"
    assert lines(here)[2:] == lines(there)[2:]


def test_a_game_that_is_being_played_is_left_alone(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    player = Player(here)
    player.play(Shuffle())
    here.settle()
    take(there, lines(here))
    unfinished = there.unfinished()
    assert unfinished is not None
    there.resume(unfinished)
    longer = lines(here)
    game = json.loads(longer[2])
    game["game"]["moves"].append([9.0, {"move": "shuffle"}])
    longer[2] = json.dumps(game).encode()
    assert take(here, longer) == NOTHING
    here.close()
    assert take(opened("here"), longer) == Imported(0, 1)


def test_a_record_of_before_there_was_a_library_travels(opened: Callable[[str], Records]) -> None:
    here, there = opened("here"), opened("there")
    play(here, SOLVE_ALL)
    here.run_in_writer(lambda connection: connection.execute("DELETE FROM body"))
    exported = lines(here)
    assert take(there, exported) == Imported(1, 1)
    assert there.recall(ARTICLE.key) is None
    play(here, SOLVE_ALL)
    assert take(there, lines(here)) == Imported(1, 1), "the text comes later"
    assert there.recall(ARTICLE.key) == ARTICLE
