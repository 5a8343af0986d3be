"""The hint ladder: every hint with its name, its price and what it does. A new hint is a new entry here.

Records, tables of rounds, prices on keys and the rules in prose are all derived from the entries of `LADDER`.
"""

from collections.abc import Sequence
from dataclasses import replace

from jumble.game.board import Board, Rung, SpelledRound

LETTERS_LEFT_TO_FIND = 2
"""No letter hint is offered when this many letters or fewer are not yet fixed: the rest would give itself away."""


def _show_clue(board: Board, spelled: SpelledRound) -> Board | None:
    """Return the board unchanged, since the clue shows once it is among the hints taken; None for a round without."""
    return board if spelled.round.clue else None


def _place_letter(board: Board, spelled: SpelledRound) -> Board | None:
    """Keep the correct letters from the first slot on, add the next letter of the answer, and fix them all.

    Returns None when too few letters are left to find.
    """
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
    """Return the board unchanged."""
    return board


CLUE = Rung("clue", 20, "clue", _show_clue)
"""Shows the article's sentence with the word blanked."""
LETTER = Rung("letter", 25, "{}", _place_letter, repeatable=True)
"""Puts the next letter of the answer into its slot."""
ANSWER = Rung("answer", 100, "answer", _keep_board, ends_round=True)
"""Shows the answer and ends the round unsolved."""

LADDER: Sequence[Rung] = (CLUE, LETTER, ANSWER)
"""All hints, in the order in which they are offered."""


def next_rung(ladder: Sequence[Rung], board: Board, spelled: SpelledRound) -> Rung | None:
    """Return the first rung of a ladder that can be taken now; None when no hint is left for this round."""
    return next(
        (
            rung
            for rung in ladder
            if (rung.repeatable or rung not in board.hints) and rung.change(board, spelled) is not None
        ),
        None,
    )


def apply_rung(rung: Rung, board: Board, spelled: SpelledRound) -> Board:
    """Return the board after taking a hint; the rung must be the one that `next_rung` returned for this board."""
    changed = rung.change(board, spelled) or board
    return replace(changed, hints=(*changed.hints, rung))
