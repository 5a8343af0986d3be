import pytest
from hypothesis import given

from jumble.game import (
    ANSWER,
    CLASSIC,
    CLUE,
    LETTER,
    RELAXED,
    Clear,
    Game,
    Hint,
    Mode,
    Move,
    Next,
    Outcome,
    Phase,
    Pick,
    Puzzle,
    Shuffle,
    Skip,
    Submit,
    TakeBack,
    Tick,
    Type,
    apply,
    new_game,
    replay,
)
from jumble.words import letters
from tests.game.strategies import make_puzzle, make_round, modes, puzzles, timed_moves


def play(game: Game, *moves: Move, at: float = 1.0) -> Game:
    for move in moves:
        game = apply(game, move, at)
    return game


def spell(word: str) -> list[Move]:
    return [Type(letter) for letter in word]


def planet(mode: Mode = CLASSIC, **changes: object) -> Game:
    return new_game(Puzzle(7, "medium", "en", (make_round(**changes), make_round("stone"))), mode)  # type: ignore[arg-type]


def test_the_last_right_letter_submits_by_itself() -> None:
    game = play(planet(), *spell("planet"))
    assert game.phase is Phase.REVEAL
    assert game.results[0].outcome is Outcome.SOLVED
    assert game.results[0].given == "planet"


def test_capitals_are_the_same_letters() -> None:
    assert play(planet(), *spell("PLANET")).phase is Phase.REVEAL


def test_any_accepted_anagram_solves() -> None:
    game = play(planet(also=("platen",)), *spell("platen"))
    assert game.results[0].solved
    assert game.results[0].given == "platen"


def test_a_letter_that_is_not_on_the_rack_does_nothing() -> None:
    game = play(planet(), Type("p"))
    assert play(game, Type("p")) is game
    assert play(game, Type("z")) is game


def test_tiles_of_one_letter_are_two_tiles() -> None:
    game = new_game(make_puzzle("letter"), CLASSIC)
    game = play(game, Type("t"), Type("t"))
    assert game.laid == "tt"
    assert len(set(game.board.slots)) == 2


def test_a_tile_is_picked_once_and_only_if_there_is_one() -> None:
    game = play(planet(), Pick(0))
    assert game.laid == "t"
    assert play(game, Pick(0)) is game
    assert play(game, Pick(6)) is game
    assert play(game, Pick(-1)) is game


def test_taking_back_and_clearing_stop_at_what_a_hint_has_fixed() -> None:
    game = play(planet(clue=""), Hint(), Type("a"), Type("n"))
    assert game.laid == "pan"
    assert play(game, TakeBack()).laid == "pa"
    assert play(game, TakeBack(), TakeBack(), TakeBack()).laid == "p"
    assert play(game, Clear()).laid == "p"


def test_a_wrong_try_costs_nothing_and_can_be_mended() -> None:
    wrong = play(planet(), *spell("plante"), Submit())
    assert wrong.phase is Phase.PLAYING
    assert wrong.board.wrong_tries == 1
    mended = play(wrong, TakeBack(), TakeBack(), *spell("et"))
    assert mended.score == play(planet(), *spell("planet")).score


def test_an_unfinished_word_is_no_try() -> None:
    game = play(planet(), *spell("pla"))
    assert play(game, Submit()) is game


def test_the_ladder_is_clue_then_letters_then_answer() -> None:
    game = planet()
    taken = []
    while (rung := game.next_hint) is not None:
        taken.append(rung)
        game = play(game, Hint())
    assert taken == [CLUE, *[LETTER] * 4, ANSWER]
    assert game.results[0].outcome is Outcome.ANSWER
    assert game.score == 0


def test_a_round_without_a_clue_begins_the_ladder_at_the_letters() -> None:
    assert planet(clue="").next_hint is LETTER


def test_a_letter_keeps_what_is_right_and_returns_what_is_not() -> None:
    game = play(planet(clue=""), *spell("plen"), Hint())
    assert game.laid == "pla"
    assert game.board.locked == 3
    assert game.board.hints == (LETTER,)


def test_a_letter_is_never_taken_away_nor_paid_for_in_vain() -> None:
    game = play(planet(clue=""), *spell("plan"), Hint())
    assert game.laid == "plane"
    assert game.board.locked == 5
    assert play(game, *spell("t")).results[0].hints_taken == {"letter": 1}


def test_a_hint_that_places_the_last_letter_solves_the_word() -> None:
    game = play(planet(RELAXED, clue=""), *spell("plane"), Hint())
    assert game.results[0].solved
    assert game.results[0].points == 56  # 75 × 0.75


def test_what_the_round_is_worth_is_what_it_brings() -> None:
    game = planet(seconds=40)
    assert game.worth(0.0) == 113
    assert apply(game, Hint(), 5.0).worth(20.0) == 75  # 60 × 1.25
    solved = game
    for letter in "planet":
        solved = apply(solved, Type(letter), 13.0)
    assert solved.score == game.worth(13.0) == solved.worth(99.0)


def test_shuffling_moves_tiles_and_keeps_the_word_laid() -> None:
    game = play(planet(), Type("p"))
    shuffled = play(game, Shuffle())
    assert shuffled.board.rack != game.board.rack
    assert sorted(shuffled.board.rack) == sorted(game.board.rack)
    assert shuffled.laid == "p"
    assert play(game, Shuffle()) == shuffled


def test_no_shuffle_ever_spells_an_answer() -> None:
    game = new_game(Puzzle(7, "easy", "en", (make_round("ab", also=()),)), CLASSIC)
    assert play(game, Shuffle()) is game  # "ba" is the only other order, and shown; "ab" is the answer


def test_time_runs_out_at_the_deadline_and_not_before() -> None:
    game = planet(seconds=40)
    assert apply(game, Tick(), 39.999) is game
    late = apply(game, Type("p"), 40.0)
    assert late.results[0].outcome is Outcome.TIME_UP
    assert late.results[0].seconds_used == 40
    assert late.results[0].seconds_left == 0


def test_a_key_that_comes_too_late_does_not_also_close_the_answer() -> None:
    assert apply(planet(), Next(), 99.0).phase is Phase.REVEAL


def test_relaxed_has_no_clock() -> None:
    game = apply(planet(RELAXED), Tick(), 10_000.0)
    assert game.phase is Phase.PLAYING
    solved = play(game, *spell("planet"), at=10_000.0)
    assert solved.results[0].points == 75
    assert solved.seconds_left(10_000.0) is None


def test_the_next_round_has_its_own_clock() -> None:
    game = play(planet(), *spell("planet"), at=39.0)
    game = apply(game, Next(), 500.0)
    assert game.number == 1
    assert game.seconds_left(500.0) == 40


def test_the_streak_grows_without_help_and_ends_with_it() -> None:
    game = play(new_game(make_puzzle("planet", "stone", "letter"), RELAXED), *spell("planet"), Next(), *spell("stone"))
    assert game.streak == 2
    assert [result.streak for result in game.results] == [0, 1]
    game = play(game, Next(), Hint(), *spell("letter"))
    assert game.streak == 0
    assert game.results[2].streak == 0


def test_nothing_scores_after_the_end() -> None:
    game = play(new_game(make_puzzle("ab"), CLASSIC), *spell("ab"), Next())
    assert game.phase is Phase.OVER
    assert play(game, *spell("ab"), Hint(), Skip(), Next(), Submit(), Shuffle(), Tick()) is game


@given(puzzles, modes, timed_moves)
def test_whatever_is_played_the_game_stays_sound(puzzle: Puzzle, mode: Mode, script: list[tuple[Move, float]]) -> None:
    game, at = new_game(puzzle, mode), 0.0
    log = []
    for move, wait in script:
        at = round(at + wait, 3)
        before, game = game, apply(game, move, at)
        log.append((move, at))
        assert game.score >= before.score >= 0
        assert game.score == sum(result.points for result in game.results)
        assert len(game.results) - len(before.results) in {0, 1}
        assert len(set(game.board.slots)) == len(game.board.slots)
        assert sorted(game.board.rack) == list(range(len(letters(game.round.scramble, "en"))))
        assert game.board.locked <= len(game.board.slots)
        assert letters(game.laid, "en")[: game.board.locked] == game.answer_letters[: game.board.locked]
        assert game.score <= game.most
        if before.phase is Phase.OVER:
            assert game is before
        for result in game.results:
            assert result.points == 0 or result.solved
            assert result.seconds_used >= 0
    assert replay(puzzle, mode, log) == game


@pytest.mark.parametrize("word", ["élan", "пресса", "한국어말", "शिक्षा", "straße"])
def test_letters_are_what_a_reader_sees(word: str) -> None:
    puzzle = Puzzle(1, "easy", "en", (make_round(word, scramble="".join(reversed(letters(word, "en")))),))
    game = new_game(puzzle, CLASSIC)
    assert len(game.tiles) == len(letters(word, "en"))
    game = play(game, *[Type(letter) for letter in letters(word, "en")])
    assert game.results[0].solved
