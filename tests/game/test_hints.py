"""The hint ladder is data: a rung that is only described here is offered, priced, counted and shown."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jumble.desk.rules_in_prose import SCORING
from jumble.desk.wording import show_hint_price, show_hints
from jumble.game import (
    ANSWER,
    CLASSIC,
    CLUE,
    LADDER,
    LETTER,
    Board,
    Game,
    Hint,
    Outcome,
    Rung,
    Type,
    apply,
    kept_share,
    new_game,
)
from jumble.game.board import SpelledRound
from tests.game.strategies import make_puzzle


def lock_last(board: Board, spelled: SpelledRound) -> Board | None:
    """Move the tile that is the last letter to the end of the rack."""
    last = spelled.tiles.index(spelled.answer[-1])
    if board.rack[-1] == last:
        return None
    return replace(board, rack=(*(tile for tile in board.rack if tile != last), last))


LAST = Rung("last", 10, "last", lock_last)
"""A hint that the game does not have."""
MODE = replace(CLASSIC, hints=(LAST, *LADDER))


def play(game: Game, hints: int) -> Game:
    for _ in range(hints):
        game = apply(game, Hint(), 1.0)
    return game


def test_a_new_rung_is_one_entry() -> None:
    game = new_game(make_puzzle("planet"), MODE)
    assert game.next_hint is LAST
    assert show_hint_price(game) == "last −10 %"
    game = play(game, 1)
    assert game.tiles[game.board.rack[-1]] == "t"
    assert game.next_hint is CLUE, "it is taken once"
    game = play(game, 3)
    for letter in "anet":
        game = apply(game, Type(letter), 2.0)
    assert game.results[0].hints_taken == {"last": 1, "clue": 1, "letter": 2}
    assert game.results[0].outcome is Outcome.SOLVED


def test_a_rung_with_nothing_to_give_is_passed_over() -> None:
    game = new_game(make_puzzle("planet"), MODE)
    assert lock_last(replace(game.board, rack=(1, 2, 3, 4, 5, 0)), game.spelled_round) is None
    game = replace(game, board=replace(game.board, rack=(1, 2, 3, 4, 5, 0)))
    assert game.next_hint is CLUE


def test_the_clue_is_seen_when_it_was_taken() -> None:
    game = new_game(make_puzzle("planet"), CLASSIC)
    assert game.shown_clue == ""
    assert play(game, 1).shown_clue == game.round.clue


def test_the_answer_is_no_hint_that_was_taken() -> None:
    game = play(new_game(make_puzzle("planet"), CLASSIC), 6)
    assert game.results[0].outcome is Outcome.ANSWER
    assert game.results[0].hints_taken == {"clue": 1, "letter": 4}
    assert show_hints(game.results[0]) == "clue + 4"


def test_prices_add_up_to_what_is_kept() -> None:
    assert kept_share([]) == 1
    assert kept_share([CLUE, LETTER]) == Fraction(100 - CLUE.price - LETTER.price, 100)
    assert kept_share([LAST, LETTER, LETTER, LETTER, CLUE]) == Fraction(1, 10)


@pytest.mark.parametrize("rung", LADDER)
def test_names_are_unique_and_stay(rung: Rung) -> None:
    assert [other.name for other in LADDER].count(rung.name) == 1
    assert [known.name for known in (CLUE, LETTER, ANSWER)] == ["clue", "letter", "answer"]


def test_the_rules_in_prose_tell_the_prices_in_force() -> None:
    assert "The clue costs 20 % of the word, each letter 25 %, but a solved word keeps at least 10 %." in SCORING
    assert SCORING.startswith(
        "A word is worth 10 points a letter, and a quarter more for each star after the first. Up to half of that "
        "comes on top for time left, then 5 % for each word solved in a row without help just before, up to 25 %."
    )
