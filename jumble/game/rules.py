"""The rules: what each move does to a game. Pure functions; time comes in as seconds of play, pauses not counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from jumble.game.board import Board
from jumble.game.hints import apply_rung
from jumble.game.moves import Clear, Hint, Move, Next, Pick, Shuffle, Skip, Submit, TakeBack, Tick, Type
from jumble.game.state import Game, Outcome, Phase, Result
from jumble.words import fold

if TYPE_CHECKING:
    from jumble.game.modes import Mode
    from jumble.puzzle import Puzzle

MAX_SHUFFLE_DRAWS = 40
"""Attempts to draw an order that differs from the one shown and spells no answer; a rack like "aa" has none."""


def new_game(puzzle: Puzzle, mode: Mode) -> Game:
    """Return a game at the beginning of its first round, at 0 seconds of play."""
    return _with_new_board(Game(puzzle, mode, Phase.PLAYING, Board(rack=())), 0.0)


def replay(puzzle: Puzzle, mode: Mode, log: Iterable[tuple[Move, float]]) -> Game:
    """Return the game after all moves of a log, which pairs each move with its seconds of play."""
    game = new_game(puzzle, mode)
    for move, at in log:
        game = apply(game, move, at)
    return game


def apply(game: Game, move: Move, at: float) -> Game:
    """Return the game after `move` at `at` seconds of play; the very same object when the move has no effect.

    Once the clock has run out, any move ends the round and does nothing else. When the clock of the whole game has run
    out, that round is the last one, and `Next` then ends the game.
    """
    if game.phase is Phase.OVER:
        return game
    if game.phase is Phase.REVEAL:
        return _next_round(game, at) if isinstance(move, Next) else game
    ends_at = game.clock_ends_at
    if ends_at is not None and at >= ends_at:
        return _end_round(game, Outcome.TIME_UP, ends_at)
    return _play(game, move, at)


def _play(game: Game, move: Move, at: float) -> Game:  # noqa: PLR0911 one for each move
    """Return the game after a move made while a round is in play and its clock still runs."""
    match move:
        case Type(letter):
            return _lay(game, _tile_with(game, letter), at)
        case Pick(tile):
            free = tile in game.board.rack and tile not in game.board.slots
            return _lay(game, tile if free else None, at)
        case TakeBack():
            return _keep_slots(game, max(game.board.locked, len(game.board.slots) - 1))
        case Clear():
            return _keep_slots(game, game.board.locked)
        case Shuffle():
            return _shuffle(game)
        case Hint():
            return _hint(game, at)
        case Submit():
            return _submit(game, at)
        case Skip():
            return _end_round(game, Outcome.SKIPPED, at)
        case Next() | Tick():
            return game
        case _:
            assert_never(move)


def _with_new_board(game: Game, at: float) -> Game:
    """Return the game with a fresh board for the round in play, which begins at `at` seconds of play."""
    return replace(game, board=Board(rack=tuple(range(len(game.tiles))), started=at))


def _next_round(game: Game, at: float) -> Game:
    """Return the game after the shown answer: in its next round, or over."""
    if game.finished:
        return replace(game, phase=Phase.OVER)
    return _with_new_board(replace(game, phase=Phase.PLAYING), at)


def _tile_with(game: Game, letter: str) -> int | None:
    """Return the first free tile of the rack with a letter, whatever its case; None if there is none."""
    wanted = fold(letter, game.puzzle.language)
    return next((t for t in game.board.rack if t not in game.board.slots and game.tiles[t] == wanted), None)


def _lay(game: Game, tile: int | None, at: float) -> Game:
    """Put a tile into the next slot; a last letter that completes the answer ends the round at once."""
    if tile is None:
        return game
    game = replace(game, board=replace(game.board, slots=(*game.board.slots, tile)))
    return _end_round(game, Outcome.SOLVED, at) if game.laid in game.round.accepted else game


def _keep_slots(game: Game, count: int) -> Game:
    """Keep the tiles in the first `count` slots and return all others to the rack."""
    if count == len(game.board.slots):
        return game
    return replace(game, board=replace(game.board, slots=game.board.slots[:count]))


def _shuffle(game: Game) -> Game:
    """Put the rack in another order, drawn from the puzzle's seed; never one that spells an accepted answer."""
    from jumble.puzzle import Draws

    board = game.board
    draws = Draws(game.puzzle.seed, f"shuffle {game.number} {board.shuffles}")
    shown = "".join(game.tiles[tile] for tile in board.rack)
    for _ in range(MAX_SHUFFLE_DRAWS):
        rack = tuple(draws.shuffled(board.rack))
        word = "".join(game.tiles[tile] for tile in rack)
        if word != shown and word not in game.round.accepted:
            return replace(game, board=replace(board, rack=rack, shuffles=board.shuffles + 1))
    return game


def _hint(game: Game, at: float) -> Game:
    """Take the next hint of the ladder; the round is solved if that hint completes the word."""
    rung = game.next_hint
    if rung is None:
        return game
    if rung.ends_round:
        return _end_round(game, Outcome.ANSWER, at)
    game = replace(game, board=apply_rung(rung, game.board, game.spelled_round))
    return _end_round(game, Outcome.SOLVED, at) if game.laid in game.round.accepted else game


def _submit(game: Game, at: float) -> Game:
    """Submit the word in the slots. A wrong word costs nothing and stays in the slots; an incomplete one is ignored."""
    if len(game.board.slots) < len(game.tiles):
        return game
    if game.laid in game.round.accepted:
        return _end_round(game, Outcome.SOLVED, at)
    return replace(game, board=replace(game.board, wrong_tries=game.board.wrong_tries + 1))


def _end_round(game: Game, outcome: Outcome, at: float) -> Game:
    """End the round at `at` seconds of play and count its points."""
    board = game.board
    solved = outcome is Outcome.SOLVED
    streak = 0 if board.hinted else game.streak
    left = round(game.seconds_left(at) or 0.0, 3)
    points = game.worth(at) if solved else 0
    result = Result(
        outcome=outcome,
        given=game.laid if solved else "",
        seconds_used=round(at - board.started, 3),
        seconds_left=left,
        hints=board.hints,
        wrong_tries=board.wrong_tries,
        streak=streak,
        points=points,
    )
    return replace(game, phase=Phase.REVEAL, results=(*game.results, result))
