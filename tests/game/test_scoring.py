from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.game import CLASSIC, CLUE, LETTER, RELAXED, Rung, kept_share, most_points, next_rank, rank, round_points
from jumble.game.scoring import RANKS
from tests.game.strategies import make_puzzle


def taken(*, clue: bool, letters: int) -> list[Rung]:
    return [CLUE] * clue + [LETTER] * letters


@pytest.mark.parametrize(
    ("value", "clue", "letters", "streak", "seconds", "left", "points"),
    [
        # six letters, three stars: 90; all the time left: half again
        (90, False, 0, 0, 40, 40.0, 135),
        (90, False, 0, 0, 40, 20.0, 113),  # 112.5 is rounded up
        (90, False, 0, 0, 40, 0.0, 90),
        (90, True, 0, 0, 40, 0.0, 72),
        (90, False, 1, 0, 40, 0.0, 68),  # 67.5
        (90, True, 1, 0, 40, 0.0, 50),  # 49.5
        (90, True, 2, 0, 40, 0.0, 27),
        (90, True, 3, 0, 40, 0.0, 9),  # 10 % is always kept
        (90, True, 9, 0, 40, 40.0, 14),  # 13.5
        (90, False, 0, 1, 40, 0.0, 95),  # 94.5
        (90, False, 0, 5, 40, 0.0, 113),  # 25 %, 112.5
        (90, False, 0, 9, 40, 0.0, 113),  # and no more
        (90, True, 0, 5, 40, 0.0, 72),  # a hint takes the streak away
        (62.5, False, 0, 2, 31, 15.5, 86),  # 62.5 × 1.25 × 1.1 = 85.9375
        (50, False, 0, 0, 40, 13.337, 58),  # 58.335625: exact seconds, not whole ones
    ],
)
def test_points_follow_the_table(
    value: float, clue: bool, letters: int, streak: int, seconds: int, left: float, points: int
) -> None:
    hints = taken(clue=clue, letters=letters)
    assert round_points(value, hints=hints, streak=streak, seconds=seconds, seconds_left=left) == points


values = st.integers(16, 240).map(lambda quarter: quarter * 2.5)
hints = st.tuples(st.booleans(), st.integers(0, 10))


@given(values, hints, st.integers(0, 12), st.integers(1, 120), st.data())
def test_no_hint_more_and_no_second_more_ever_pays(
    value: float, hint: tuple[bool, int], streak: int, seconds: int, data: st.DataObject
) -> None:
    clue, letters = hint
    left = data.draw(st.integers(0, seconds * 1000)) / 1000
    later = data.draw(st.integers(0, round(left * 1000))) / 1000

    def points(*, clue: bool = clue, letters: int = letters, left: float = left) -> int:
        hints = taken(clue=clue, letters=letters)
        return round_points(value, hints=hints, streak=streak, seconds=seconds, seconds_left=left)

    assert points(left=later) <= points()
    assert points(clue=True) <= points(clue=False)
    assert points(letters=letters + 1) <= points()
    assert points() > 0


@given(hints)
def test_a_solved_word_keeps_between_a_tenth_and_all(hint: tuple[bool, int]) -> None:
    assert Fraction(1, 10) <= kept_share(taken(clue=hint[0], letters=hint[1])) <= 1


def test_most_points_are_those_of_a_game_without_fault() -> None:
    puzzle = make_puzzle("planet", "stone")  # 75 and 62.5
    assert most_points(puzzle, RELAXED) == 75 + 66  # 62.5 × 1.05 = 65.625
    assert most_points(puzzle, CLASSIC) == 113 + 98  # 112.5; 98.4375


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (0, "Copy Clerk"),
        (149, "Copy Clerk"),
        (150, "Cub Reporter"),
        (850, "Editor-in-Chief"),
        (1000, "Editor-in-Chief"),
    ],
)
def test_rank_is_a_share_of_the_most(score: int, name: str) -> None:
    assert rank(score, 1000) == name


def test_ranks_fall_to_zero_so_that_every_score_has_one() -> None:
    shares = [share for share, _ in RANKS]
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] == 0
    assert rank(0, 0) == RANKS[-1][1]


@pytest.mark.parametrize(
    ("score", "most", "expected"),
    [
        (0, 1000, ("Cub Reporter", 150)),
        (149, 1000, ("Cub Reporter", 1)),
        (150, 1000, ("Reporter", 150)),
        (720, 1000, ("Editor-in-Chief", 130)),
        (849, 1000, ("Editor-in-Chief", 1)),
        (850, 1000, None),
        (1000, 1000, None),
        (0, 101, ("Cub Reporter", 16)),  # 15.15
        (0, 2, ("Correspondent", 1)),  # one point of two is half: two ranks are passed
        (0, 0, None),
    ],
)
def test_the_next_rank_and_what_is_missing(score: int, most: int, expected: tuple[str, int] | None) -> None:
    assert next_rank(score, most) == expected


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_the_points_to_the_next_rank_are_just_enough(score: int, most: int) -> None:
    following = next_rank(score, most)
    if following is None:
        assert rank(score, most) == RANKS[0][1]
    else:
        assert rank(score + following.points, most) == following.name != rank(score, most)
        assert rank(score + following.points - 1, most) == rank(score, most)
