"""Clocks: each round its own, one for the whole game, none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.game import (
    CLASSIC,
    MODES,
    RELAXED,
    Clock,
    Game,
    GameClock,
    Hint,
    Mode,
    Move,
    Next,
    NoClock,
    Outcome,
    Phase,
    RoundClock,
    Session,
    Skip,
    Tick,
    Type,
    apply,
    most_points,
    new_game,
    replay,
)
from tests.game.strategies import RACE, make_puzzle, puzzles, timed_moves
from tests.game.test_session import Clock as HandClock

PUZZLE = make_puzzle("planet", "stone", "letter")


def solve(game: Game, word: str, at: float) -> Game:
    for letter in word:
        game = apply(game, Type(letter), at)
    return game


@pytest.mark.parametrize(
    ("clock", "full", "left_at_10", "ends_at"),
    [(RoundClock(), 40, 30.0, 40.0), (GameClock(60), 60, 50.0, 60.0), (NoClock(), None, None, None)],
)
def test_a_clock_is_a_value_of_the_mode(
    clock: Clock, full: int | None, left_at_10: float | None, ends_at: float | None
) -> None:
    mode = replace(CLASSIC, clock=clock)
    game = new_game(PUZZLE, mode)
    assert game.clock_seconds == full
    assert game.seconds_left(10.0) == left_at_10
    assert game.clock_ends_at == ends_at
    assert mode.timed is (full is not None)


def test_only_modes_with_round_clocks_and_without_are_offered() -> None:
    assert {name: mode.clock for name, mode in MODES.items()} == {"classic": RoundClock(), "relaxed": NoClock()}


def test_the_clock_of_a_game_goes_on_from_round_to_round_and_stands_at_answers() -> None:
    game = solve(new_game(PUZZLE, RACE), "planet", 25.0)
    assert game.results[0].seconds_left == 35.0
    assert game.seconds_left(500.0) == 35.0, "it stands while the answer is shown"
    game = apply(game, Next(), 500.0)
    assert game.seconds_left(500.0) == 35.0
    assert game.seconds_left(510.0) == 25.0
    game = apply(apply(game, Skip(), 510.0), Next(), 600.0)
    assert game.clock_ends_at == 625.0
    assert game.clock_seconds == 60


def test_a_round_longer_than_its_own_clock_is_no_matter() -> None:
    assert apply(new_game(PUZZLE, RACE), Tick(), 59.999).phase is Phase.PLAYING


def test_the_game_ends_with_its_clock() -> None:
    game = apply(solve(new_game(PUZZLE, RACE), "planet", 25.0), Next(), 30.0)
    assert not game.is_last_round
    game = apply(game, Type("s"), 70.0)
    assert game.phase is Phase.REVEAL, "the answer is shown"
    assert game.results[1].outcome is Outcome.TIME_UP
    assert (game.results[1].seconds_used, game.results[1].seconds_left) == (35.0, 0.0)
    assert (game.finished, game.is_last_round) == (True, True)
    over = apply(game, Next(), 71.0)
    assert over.phase is Phase.OVER
    assert (over.finished, over.number, len(over.played_rounds)) == (True, 1, 2)
    assert apply(over, Next(), 72.0) is over


@pytest.mark.parametrize("mode", [CLASSIC, RELAXED, RACE])
def test_without_time_running_out_a_game_ends_with_its_last_round(mode: Mode) -> None:
    game = new_game(PUZZLE, mode)
    for number, word in enumerate(("planet", "stone", "letter")):
        assert (game.number, game.finished, game.is_last_round) == (number, False, number == 2)
        assert game.last_result is None
        game = solve(game, word, float(number))
        assert (game.number, game.finished) == (number, number == 2)
        assert game.last_result is game.results[number]
        assert [(played.answer, result.given) for played, result in game.played_rounds][number] == (word, word)
        game = apply(game, Next(), float(number))
    assert (game.phase, game.finished, game.words_solved) == (Phase.OVER, True, 3)


def test_time_up_in_a_round_of_its_own_clock_does_not_end_the_game() -> None:
    game = apply(new_game(PUZZLE, CLASSIC), Tick(), 40.0)
    assert game.results[0].outcome is Outcome.TIME_UP
    assert not game.finished
    assert apply(game, Next(), 41.0).phase is Phase.PLAYING


def test_time_brings_points_only_where_each_round_has_its_own() -> None:
    game = new_game(PUZZLE, RACE)
    assert game.worth(0.0) == game.worth(30.0) == 75
    assert most_points(PUZZLE, RACE) == most_points(PUZZLE, RELAXED) < most_points(PUZZLE, CLASSIC)


def test_a_session_plays_by_the_clock_of_the_game() -> None:
    clock = HandClock()
    session = Session(PUZZLE, RACE, clock)
    clock.time += 20
    session.play(Skip())
    clock.time += 100
    session.play(Next())
    assert session.seconds_left == 40.0
    session.pause("player")
    clock.time += 1000
    session.resume("player")
    clock.time += 39
    assert not session.tick()
    clock.time += 1
    assert session.tick()
    assert session.game.finished
    assert session.play(Next())
    assert session.game.phase is Phase.OVER
    resumed = Session.resumed(PUZZLE, RACE, session.log, session.elapsed, clock)
    assert resumed is not None
    assert resumed.game == session.game


@given(puzzles, st.integers(1, 60), timed_moves)
def test_no_more_is_played_than_the_clock_of_the_game_has(
    puzzle: object, seconds: int, script: list[tuple[Move, float]]
) -> None:
    mode = replace(RACE, clock=GameClock(seconds))
    game, at, log = new_game(puzzle, mode), 0.0, []  # type: ignore[arg-type]
    for move, wait in script:
        at = round(at + wait, 3)
        game = apply(game, move, at)
        log.append((move, at))
        used = round(sum(result.seconds_used for result in game.results), 3)
        assert used <= seconds
        assert all(result.seconds_left > 0 for result in game.results[:-1])
        if game.last_result is not None:
            assert game.last_result.seconds_left == pytest.approx(seconds - used, abs=0.001)
        if game.phase is Phase.OVER:
            assert game.finished
        assert game.finished == (game.last_result is not None and game.is_last_round)
    assert replay(puzzle, mode, log) == game  # type: ignore[arg-type]


def test_a_hint_taken_too_late_is_not_paid() -> None:
    game = apply(new_game(PUZZLE, RACE), Hint(), 60.0)
    assert game.results[0].hints == ()
