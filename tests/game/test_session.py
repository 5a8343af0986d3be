from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from jumble.game import (
    CLASSIC,
    Game,
    LoggedMove,
    Mode,
    Move,
    Next,
    Outcome,
    Phase,
    Puzzle,
    Session,
    Skip,
    Type,
    move_as_json,
    move_from_json,
    replay,
)
from tests.game.strategies import make_puzzle, modes, moves, puzzles, timed_moves


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    time: float = 1000.0

    def __call__(self) -> float:
        return self.time


@dataclass
class Played:
    """A session, its clock and what it told."""

    puzzle: Puzzle = field(default_factory=lambda: make_puzzle("planet", "stone"))
    clock: Clock = field(default_factory=Clock)
    told: list[LoggedMove] = field(default_factory=list)

    def session(self, mode: Mode = CLASSIC) -> Session:
        return Session(self.puzzle, mode, self.clock, lambda logged, _: self.told.append(logged))


def test_elapsed_leaves_pauses_out() -> None:
    played = Played()
    session = played.session()
    played.clock.time += 5
    session.pause("player")
    played.clock.time += 100
    assert session.elapsed == 5
    session.resume("player")
    played.clock.time += 2.5
    assert session.elapsed == 7.5
    assert session.seconds_left == 32.5


def test_time_stands_while_any_reason_to_pause_is_left() -> None:
    played = Played()
    session = played.session()
    session.pause("help")
    session.pause("too small")
    session.pause("help")
    session.resume("help")
    played.clock.time += 50
    assert session.paused
    assert session.elapsed == 0
    session.resume("too small")
    session.resume("never paused for this")
    played.clock.time += 1
    assert session.elapsed == 1


def test_nothing_is_played_while_time_stands() -> None:
    session = Played().session()
    session.pause("player")
    assert not session.play(Skip())
    assert not session.log


def test_only_moves_that_do_something_are_logged_and_told() -> None:
    played = Played()
    session = played.session()
    assert not session.play(Type("z"))
    assert session.play(Type("p"))
    assert [logged.move for logged in session.log] == [Type("p")]
    assert played.told == session.log


def test_a_tick_ends_the_round_when_its_time_is_up() -> None:
    played = Played()
    session = played.session()
    played.clock.time += 39.9
    assert not session.tick()
    played.clock.time += 0.2
    assert session.tick()
    assert session.game.results[0].outcome is Outcome.TIME_UP
    assert not session.tick()
    assert session.play(Next())
    assert session.game.phase is Phase.PLAYING


@given(puzzles, modes, timed_moves, st.data())
def test_the_log_replays_to_the_same_game(
    puzzle: Puzzle, mode: Mode, script: list[tuple[Move, float]], data: st.DataObject
) -> None:
    clock = Clock()
    games: list[Game] = []
    session = Session(puzzle, mode, clock, lambda _, game: games.append(game))
    played = 0.0
    for move, wait in script:
        if data.draw(st.booleans()):
            session.pause("player")
            clock.time += wait * 3
            session.resume("player")
        clock.time += wait
        played += wait
        session.play(move)
        assert abs(session.elapsed - played) < 0.01
    assert replay(puzzle, mode, session.log) == session.game
    stored = [(move_from_json(move_as_json(move)), at) for move, at in session.log]
    assert replay(puzzle, mode, stored) == session.game
    assert (games[-1] if games else session.game) == session.game


@given(moves)
def test_moves_survive_being_written_down(move: Move) -> None:
    assert move_from_json(move_as_json(move)) == move
