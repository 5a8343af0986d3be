"""Turns the state of a game into what the round's widgets draw: rack, slots, and the status line above them."""

from typing import NamedTuple

from rich.cells import cell_len

from jumble.desk.wording import show_clock, show_stars
from jumble.game import Game, Phase
from jumble.tui.widgets.status import StatusText
from jumble.tui.widgets.tiles import EMPTY_SLOT, Face, Flight
from jumble.words import capitals

LATE_SECONDS = 10
"""Seconds left at which the clock and its bar change colour."""


class RoundFaces(NamedTuple):
    """The letters that `Tiles` draws."""

    rack: tuple[Face, ...]
    slots: tuple[Face, ...]
    letter_width: int
    """Cells of the widest letter."""


def round_faces(game: Game) -> RoundFaces:
    """Return rack and slots of a round being played; slots without a letter are empty."""
    board = game.board
    shown = capitals(game.tiles, game.puzzle.language)
    rack = tuple(Face(tile, shown[tile], used=tile in board.slots) for tile in board.rack)
    laid = tuple(Face(tile, shown[tile], fixed=place < board.locked) for place, tile in enumerate(board.slots))
    return RoundFaces(rack, laid + (EMPTY_SLOT,) * (len(shown) - len(laid)), max(map(cell_len, shown)))


def answer_faces(game: Game) -> RoundFaces:
    """Return the answer in the place of the rack, framed as solved or missed, and no slots."""
    answer = capitals(game.answer_letters, game.puzzle.language)
    frame = "solved" if game.results[-1].solved else "missed"
    return RoundFaces(tuple(Face(-1, letter, frame=frame) for letter in answer), (), max(map(cell_len, answer)))


def last_letter_flight(game: Game) -> Flight:
    """Return the flight of the letter laid last, from its place on the rack to its slot."""
    board, shown = game.board, capitals(game.tiles, game.puzzle.language)
    tile = board.slots[-1]
    return Flight(shown[tile], board.rack.index(tile), len(board.slots) - 1)


def status_text(game: Game, left: float | None, worth: str) -> StatusText:
    """Return the status line with `left` seconds on the clock, None where there is no clock, and the word's worth."""
    return StatusText(
        f"Round {game.number + 1} of {len(game.rounds)}  {show_stars(game.round.stars)}{worth}",
        "no clock" if left is None else show_clock(left),
        f"Score {game.score}   Streak {game.streak}",
        late=left is not None and left <= LATE_SECONDS and game.phase is Phase.PLAYING,
    )
