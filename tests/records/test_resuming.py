"""Games that were cut off are offered again, whole, to one window at a time."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jumble.game import CLASSIC, RELAXED, Move, Next, Session, Shuffle, Skip
from jumble.records import Records, Unfinished, open_records, statistics
from jumble.records.sqlite import playing_process as process
from jumble.records.sqlite.playing_process import SILENT_SECONDS, is_playing, name_process
from jumble.records.sqlite.unfinished_games import OFFERED_DAYS
from tests.records.played import ARTICLE, OTHER, PUZZLE, SKIP_ALL, SOLVE_ALL, SOLVE_ONE_AND_LEAVE, START, Player, word

ROOT = Path(__file__).parents[2]


class Clock:
    now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_again(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Records]]:
    opened: list[Records] = []

    def open_one() -> Records:
        opened.append(open_records(tmp_path, now=clock))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


def cut_off(records: Records, *moves: Move, **options: object) -> Player:
    """Play and leave."""
    player = Player(records, **options)  # type: ignore[arg-type]
    player.play(*moves)
    player.record.leave()
    records.settle()
    return player


def found(records: Records) -> Unfinished:
    unfinished = records.unfinished()
    assert unfinished is not None
    return unfinished


def execute(records: Records, statement: str, *values: object) -> None:
    records._writing.execute(statement, values)


@pytest.mark.parametrize("mode", [CLASSIC, RELAXED])
@pytest.mark.parametrize("count", range(1, len(SOLVE_ALL) - 1))
def test_a_game_goes_on_from_wherever_it_was_cut_off(
    open_again: Callable[[], Records], count: int, mode: object
) -> None:
    records = open_again()
    player = cut_off(records, *SOLVE_ALL[:count], mode=mode)
    whole = Player(records, mode=mode).play(*SOLVE_ALL)  # type: ignore[arg-type]
    if whole.results == player.session.game.results:  # it ended with its last round
        assert records.unfinished() is None
        return
    unfinished = found(records)
    assert (unfinished.article, unfinished.puzzle, unfinished.mode) == (ARTICLE, PUZZLE, mode)
    assert (list(unfinished.log), unfinished.elapsed) == (player.log, float(count))
    record, at = records.resume(unfinished), float(count)
    session = Session.resumed(
        unfinished.puzzle, unfinished.mode, unfinished.log, unfinished.elapsed, lambda: at, record.step
    )
    assert session is not None
    assert (session.game, session.elapsed) == (player.session.game, float(count))
    for move in SOLVE_ALL[count:]:
        at += 1.0
        session.play(move)
    records.settle()
    assert session.game == whole
    assert records.notice is None
    first, second = statistics(records)["games"]
    unlike = {"id", "started", "ended"}
    assert {name: first[name] for name in first if name not in unlike} == {
        name: second[name] for name in second if name not in unlike
    }
    assert records.unfinished() is None
    assert [each.plays for each in records.library()] == [2]


@pytest.mark.parametrize("moves", [SOLVE_ALL, SKIP_ALL, SOLVE_ALL[:-1]])
def test_a_game_that_ended_is_not_offered(open_again: Callable[[], Records], moves: list[Move]) -> None:
    records = open_again()
    cut_off(records, *moves)
    assert records.unfinished() is None


def test_without_a_move_there_is_nothing_to_offer(open_again: Callable[[], Records]) -> None:
    records = open_again()
    cut_off(records)
    assert records.unfinished() is None
    assert records.notice is None


def test_a_game_given_up_is_not_offered_and_stays_in_the_record(open_again: Callable[[], Records]) -> None:
    records = open_again()
    first = cut_off(records, *SOLVE_ONE_AND_LEAVE)
    second = cut_off(records, *SOLVE_ONE_AND_LEAVE, article=OTHER)
    records.give_up(second.record.uid)
    records.settle()
    assert found(records).uid == first.record.uid
    assert statistics(records)["games_played"] == 2


def test_the_game_touched_last_is_offered(open_again: Callable[[], Records], clock: Clock) -> None:
    records = open_again()
    one, two = Player(records), Player(records, OTHER)
    two.play(Shuffle())
    clock.now += timedelta(seconds=2)
    one.play(Shuffle())
    clock.now += timedelta(seconds=2)
    two.record.beat(5.5)
    one.record.leave()
    two.record.leave()
    records.settle()
    unfinished = found(records)
    assert (unfinished.uid, unfinished.elapsed) == (two.record.uid, 5.5)


def test_a_beat_never_sets_the_clock_back(open_again: Callable[[], Records]) -> None:
    records = open_again()
    player = Player(records)
    player.play(Shuffle(), Shuffle())
    player.record.beat(1.5)
    player.record.leave()
    records.settle()
    assert found(records).elapsed == 2.0


@pytest.mark.parametrize(("days", "offered"), [(OFFERED_DAYS - 1, True), (OFFERED_DAYS + 1, False)])
def test_after_two_weeks_it_is_not_offered(
    open_again: Callable[[], Records], clock: Clock, days: int, offered: bool
) -> None:
    records = open_again()
    cut_off(records, Shuffle())
    clock.now += timedelta(days=days)
    assert (records.unfinished() is not None) is offered


def test_a_game_that_is_being_played_is_not_offered(open_again: Callable[[], Records], clock: Clock) -> None:
    records, others = open_again(), open_again()
    player = Player(records)
    player.play(Shuffle())
    records.settle()
    clock.now += timedelta(hours=1)  # its window is suspended
    assert (records.unfinished(), others.unfinished()) == (None, None)
    records.close()
    assert found(others).uid == player.record.uid


def test_of_two_windows_that_go_on_with_a_game_one_does(open_again: Callable[[], Records]) -> None:
    records, others = open_again(), open_again()
    cut_off(records, *word("pl"))
    one, two = found(records), found(others)
    assert one == two
    first = records.resume(one)
    records.settle()
    second = others.resume(two)
    others.settle()
    assert records.notice is None
    assert others.notice == "This game is not being recorded: it is being played elsewhere"
    for record in (second, first):
        session = Session.resumed(one.puzzle, one.mode, one.log, one.elapsed, lambda: 10.0, record.step)
        assert session is not None
        session.play(Skip())
    others.settle()
    records.settle()
    assert records.notice is None
    assert records.reading.execute("SELECT count(*) FROM move").fetchone()[0] == 3


def test_what_another_window_went_on_with_is_not_written_here_any_more(open_again: Callable[[], Records]) -> None:
    records, others = open_again(), open_again()
    player = cut_off(records, *word("pl"))
    others.resume(found(others))
    others.settle()
    player.play(Skip())
    records.settle()
    assert records.notice == "This game is not being recorded: it is being played elsewhere"
    assert records.reading.execute("SELECT count(*) FROM move").fetchone()[0] == 2


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE puzzle SET puzzle = '{'",
        "UPDATE puzzle SET puzzle = '[]'",
        "UPDATE puzzle SET puzzle = '{}'",
        'UPDATE move SET move = \'{"move": "fly"}\'',
        "UPDATE game SET mode = 'of a later version'",
        "UPDATE body SET paragraphs = x'00'",
        "DELETE FROM body",
        "DELETE FROM move",
    ],
)
def test_a_game_that_cannot_be_read_gives_way_to_the_one_before(
    open_again: Callable[[], Records], clock: Clock, damage: str
) -> None:
    records = open_again()
    cut_off(records, *word("pl"))
    execute(records, damage)
    assert records.unfinished() is None
    assert records.notice is None
    clock.now -= timedelta(days=1)
    before = cut_off(records, *word("st"), article=OTHER, mode=RELAXED)
    assert found(records).uid == before.record.uid


def test_a_process_is_told_from_others() -> None:
    assert is_playing(name_process(), 10**6)
    assert not is_playing(None, 0)


def test_a_process_that_ended_plays_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        place, _, _, serial = name_process().split("|")
        name = f"{place}|{child.pid}|{process._birth(child.pid)}|{serial}"
        assert is_playing(name, 10**6)
        child.kill()
        child.wait()
        assert not is_playing(name, 0)
    later = f"{place}|{os.getpid()}|1|{serial}"
    assert not is_playing(later, 0), "a number is given out again"


@pytest.mark.parametrize(("seconds", "playing"), [(0, True), (SILENT_SECONDS, True), (SILENT_SECONDS + 1, False)])
@pytest.mark.parametrize("name", ["elsewhere|1|2|3", "", "|||", "x"])
def test_a_process_that_cannot_be_seen_is_judged_by_its_silence(name: str, seconds: int, playing: bool) -> None:
    assert is_playing(name, seconds) is playing


KILLED = """
import os, signal, sys
from pathlib import Path
from jumble.game import Shuffle
from jumble.records import open_records
from tests.records.played import Player

records = open_records(Path(sys.argv[1]))
player = Player(records)
for number in range(int(sys.argv[2])):
    player.play(Shuffle())
player.record.beat(player.at + 0.5)
records.settle()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("moves", [1, 30])
def test_a_game_whose_process_was_killed_is_offered_at_once(tmp_path: Path, moves: int) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(moves)], cwd=ROOT, check=False)
    assert ended.returncode == -9
    with closing(open_records(tmp_path)) as records:
        unfinished = found(records)
        assert (len(unfinished.log), unfinished.elapsed) == (moves, moves + 0.5)
        assert records.reading.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_log_that_is_none_of_this_puzzle_is_no_session() -> None:
    player_log = [(Next(), 1.0)]
    assert Session.resumed(PUZZLE, CLASSIC, player_log, 1.0, lambda: 0.0) is None  # type: ignore[arg-type]


def test_what_goes_on_is_the_same_puzzle(open_again: Callable[[], Records]) -> None:
    records = open_again()
    puzzle = replace(PUZZLE, language="de", level="hard", seed=-5)
    cut_off(records, Skip(), puzzle=puzzle)
    unfinished = found(records)
    assert unfinished.puzzle == puzzle
    assert json.dumps(unfinished.puzzle.as_json()) == json.dumps(puzzle.as_json())
