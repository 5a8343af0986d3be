import pytest

from jumble.desk.wording import answer_spans, percent, show_clock, show_hint_price, show_hints, show_outcome, verdict
from jumble.game import CLASSIC, Clear, Game, Hint, Move, Next, Skip, Tick, Type, replay
from jumble.puzzle import Puzzle
from tests.game.strategies import make_puzzle, make_round


def word(letters: str) -> list[Move]:
    return [Type(letter) for letter in letters]


def play(*moves: Move, at: float = 1.25, answer: str = "porter", also: tuple[str, ...] = ("report",)) -> Game:
    clue = f"A {'·' * len(answer)}, and another {'·' * len(answer)}."
    made = make_round(answer, clue=clue, also=also)
    puzzle = Puzzle(7, "medium", "en", (made, *make_puzzle("stone").rounds))
    return replay(puzzle, CLASSIC, [(move, at) for move in moves])


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (0.001, "0:01"), (9.0, "0:09"), (59.5, "1:00"), (60, "1:00"), (601, "10:01")]
)
def test_a_begun_second_is_a_whole_one(seconds: float, shown: str) -> None:
    assert show_clock(seconds) == shown


@pytest.mark.parametrize(
    ("moves", "price"),
    [
        ([], "clue −20 %"),
        ([Hint()], "letter −25 %"),
        ([Hint()] * 3, "letter −20 %"),  # a solved word keeps a tenth
        ([Hint()] * 4, "letter, free"),
        ([Hint()] * 5, "answer, no points"),
        ([Skip()], "no more hints"),
    ],
)
def test_the_price_of_the_next_hint(moves: list[Move], price: str) -> None:
    assert show_hint_price(play(*moves)) == price


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        (word("porter"), ("Solved in 1.2 s", "+104 points", "also: report")),
        (word("report"), ("Solved in 1.2 s", "+104 points", "you found report, the article has porter")),
        ([Skip()], ("Skipped", "also: report")),
        ([Hint()] * 6, ("The answer", "also: report")),
    ],
)
def test_the_verdict(moves: list[Move], said: tuple[str, ...]) -> None:
    game = play(*moves)
    assert verdict(game)[0] == said[0]
    assert verdict(game)[-1] == said[-1]
    assert len(verdict(game)) == len(said)


def test_time_up_is_said() -> None:
    assert verdict(play(Tick(), at=99, also=())) == ("Time is up",)


def test_the_answer_is_found_in_its_sentence() -> None:
    assert answer_spans(play(answer="planet", also=())) == []  # the made-up sentence has no planet of its own
    game = replay(make_puzzle("planet"), CLASSIC, [])
    assert answer_spans(game) == [(2, 8)]
    assert game.round.sentence[2:8] == "planet"


@pytest.mark.parametrize(
    ("moves", "hints", "outcome"),
    [
        (word("porter"), "–", "1.2 s"),
        ([Hint(), *word("porter")], "clue", "1.2 s"),
        ([Hint(), Hint(), Hint(), Clear(), *word("rter")], "clue + 2", "1.2 s"),
        ([Skip()], "–", "skipped"),
        ([Hint()] * 6, "clue + 4", "answer"),
    ],
)
def test_hints_and_outcome_in_the_table_of_words(moves: list[Move], hints: str, outcome: str) -> None:
    result = play(*moves, Next()).results[0]
    assert show_hints(result) == hints
    assert show_outcome(result, clock=True) == outcome


def test_the_score_as_a_share() -> None:
    assert percent(play()) == 0
    game = play(*word("porter"))
    assert percent(game) == round(100 * game.score / game.most) > 0
