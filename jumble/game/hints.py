"""The hint ladder: every hint with its name, its price and what it does. A new hint is a new entry here.

Records, tables of rounds, prices on keys and the rules in prose all follow from the entries of `LADDER`.
"""

from collections.abc import Sequence
from dataclasses import replace

from jumble.game.board import Board, Rung, SpelledRound

LETTERS_LEFT_TO_FIND = 2
"""With so few letters not yet fixed no letter is offered: one more would leave nothing to find."""


def _show_clue(board: Board, spelled: SpelledRound) -> Board | None:
    """Leave the board as it is: that the clue was taken shows it. A round may have none."""
    return board if spelled.round.clue else None


def _place_letter(board: Board, spelled: SpelledRound) -> Board | None:
    """Keep the letters that are right from the first on, put the next one into place, and fix them."""
    tiles, answer = spelled.tiles, spelled.answer
    if len(answer) - board.locked <= LETTERS_LEFT_TO_FIND:
        return None
    right = 0
    while right < min(len(board.slots), len(answer) - 1) and tiles[board.slots[right]] == answer[right]:
        right += 1
    kept = board.slots[:right]
    tile = next(tile for tile in board.rack if tile not in kept and tiles[tile] == answer[right])
    return replace(board, slots=(*kept, tile), locked=right + 1)


def _keep_board(board: Board, _: SpelledRound) -> Board:
    """Leave the board as it is."""
    return board


CLUE = Rung("clue", 20, "clue", _show_clue)
"""The article's sentence with the word blanked."""
LETTER = Rung("letter", 25, "{}", _place_letter, repeatable=True)
"""The next letter falls into place."""
ANSWER = Rung("answer", 100, "answer", _keep_board, ends_round=True)
"""The word itself."""

LADDER: Sequence[Rung] = (CLUE, LETTER, ANSWER)
"""All hints, the first one first."""


def next_rung(ladder: Sequence[Rung], board: Board, spelled: SpelledRound) -> Rung | None:
    """Return the first rung of a ladder that can be taken now; None when there is none."""
    return next(
        (
            rung
            for rung in ladder
            if (rung.repeatable or rung not in board.hints) and rung.change(board, spelled) is not None
        ),
        None,
    )


def take(rung: Rung, board: Board, spelled: SpelledRound) -> Board:
    """Return the board after a hint that `next_rung` offered."""
    changed = rung.change(board, spelled) or board
    return replace(changed, hints=(*changed.hints, rung))
