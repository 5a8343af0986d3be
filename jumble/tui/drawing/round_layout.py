"""What lies on the table: a game as tiles and slots, and as the line over them."""

from typing import NamedTuple

from rich.cells import cell_len

from jumble.desk.wording import show_clock, show_stars
from jumble.game import Game, Phase
from jumble.tui.widgets.status import Told
from jumble.tui.widgets.tiles import NOTHING, Face, Flight
from jumble.words import capitals

LATE_SECONDS = 10
"""From here on the clock is drawn with more weight."""


class Laid(NamedTuple):
    """What `Tiles.lay` is given."""

    rack: tuple[Face, ...]
    slots: tuple[Face, ...]
    letter_width: int
    """Cells of the widest letter."""


def lay_round(game: Game) -> Laid:
    """Return the rack, and the slots with what was laid and what is wanted."""
    board = game.board
    shown = capitals(game.tiles, game.puzzle.language)
    rack = tuple(Face(tile, shown[tile], used=tile in board.slots) for tile in board.rack)
    laid = tuple(Face(tile, shown[tile], fixed=place < board.locked) for place, tile in enumerate(board.slots))
    return Laid(rack, laid + (NOTHING,) * (len(shown) - len(laid)), max(map(cell_len, shown)))


def lay_answer(game: Game) -> Laid:
    """Return the answer, framed as a word that was found or one that was not."""
    answer = capitals(game.answer_letters, game.puzzle.language)
    frame = "solved" if game.results[-1].solved else "missed"
    return Laid(tuple(Face(-1, letter, frame=frame) for letter in answer), (), max(map(cell_len, answer)))


def flight_to(game: Game) -> Flight:
    """Return the way of the letter that was laid last."""
    board, shown = game.board, capitals(game.tiles, game.puzzle.language)
    tile = board.slots[-1]
    return Flight(shown[tile], board.rack.index(tile), len(board.slots) - 1)


def tell_status(game: Game, left: float | None, worth: str) -> Told:
    """Return the line over the table with `left` seconds on the clock, None where there is no clock."""
    return Told(
        f"Round {game.number + 1} of {len(game.rounds)}  {show_stars(game.round.stars)}{worth}",
        "no clock" if left is None else show_clock(left),
        f"Score {game.score}   Streak {game.streak}",
        late=left is not None and left <= LATE_SECONDS and game.phase is Phase.PLAYING,
    )
