"""Personal bests, the best of each level and mode, the highest rank."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jumble.figures import Best, GameRow, GameScore, LevelModeFigures, ScorePoint, personal_best, score_points
from jumble.figures.bests import highest_rank, level_mode_figures
from jumble.game import CLASSIC, new_game
from tests.records.histories import game, level_mode_counts
from tests.records.played import PUZZLE

LEFT = None


@pytest.mark.parametrize(
    ("score", "most", "level", "expected"),
    [
        (401, 1000, "medium", [Best.SCORE, Best.LEVEL_MODE, Best.SHARE]),
        (400, 1000, "medium", []),  # a tie is none
        (399, 1000, "medium", []),
        (301, 1000, "hard", [Best.LEVEL_MODE]),
        (300, 1000, "hard", []),
        (150, 300, "hard", [Best.SHARE]),
        (401, 9000, "hard", [Best.SCORE, Best.LEVEL_MODE]),
        (401, 9000, "easy", [Best.SCORE]),  # the first at this level beats none there
        (399, 9000, "easy", []),
        (0, 1000, "easy", []),
    ],
)
def test_a_game_is_held_against_those_before(score: int, most: int, level: str, expected: list[Best]) -> None:
    earlier = [
        game(score=400),
        game(score=300, level="hard"),
        game(score=900, ended=LEFT),
        game(score=900, level="hard", ended=LEFT),
    ]
    assert personal_best(GameScore(level, "classic", score, most, finished=True), level_mode_counts(earlier)) == tuple(
        expected
    )


def test_each_mode_has_bests_of_its_own() -> None:
    earlier = [game(score=400), game(score=200, mode="relaxed")]
    assert personal_best(game(score=300, mode="relaxed"), level_mode_counts(earlier)) == (Best.LEVEL_MODE,)


@pytest.mark.parametrize("earlier", [[], [game(ended=LEFT)]])
def test_the_first_game_is_just_the_first(earlier: list[GameRow]) -> None:
    assert personal_best(game(score=999), level_mode_counts(earlier)) == (Best.FIRST,)
    assert personal_best(game(score=0), level_mode_counts(earlier)) == (Best.FIRST,)


def test_a_game_that_was_left_is_no_best() -> None:
    assert personal_best(game(score=999, ended=LEFT), []) == ()
    assert personal_best(game(score=999, ended=LEFT), level_mode_counts([game(score=1)])) == ()


def test_nothing_made_is_no_best_after_nothing_made() -> None:
    assert personal_best(game(score=0), level_mode_counts([game(score=0)])) == ()


games = st.lists(
    st.builds(
        lambda score, most, level, ended: game(score=score, most=score + most, level=level, ended=ended),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(["easy", "hard"]),
        st.sampled_from([None, "2025-07-01T12:05:00+00:00"]),
    ),
    max_size=8,
)


@example([game(score=0, most=0), game(score=1, most=1)])
@given(games)
def test_bests_in_a_row_end_with_the_figures_of_all(played: list[GameRow]) -> None:
    """The last game that was a personal best is the best of all, in each of the three ways."""
    kept: dict[tuple[Best, str], GameRow] = {}
    for place, row in enumerate(played):
        for best in personal_best(row, level_mode_counts(played[:place])):
            kept[best, row.level if best is Best.LEVEL_MODE else ""] = row
    finished = [row for row in played if row.finished]
    scores = [row.score for row in finished]
    if scores and max(scores) > scores[0]:
        assert kept[Best.SCORE, ""].score == max(scores)
    shares = [Fraction(row.score, row.most) if row.most else Fraction(0) for row in finished]
    if shares and max(shares) > shares[0]:
        best_of_all = kept[Best.SHARE, ""]
        assert Fraction(best_of_all.score, best_of_all.most) == max(shares)
    for category in level_mode_figures(level_mode_counts(played)):
        level_scores = [row.score for row in finished if row.level == category.level]
        assert category.best_score == max(level_scores, default=None)
        if level_scores and max(level_scores) > level_scores[0]:
            assert kept[Best.LEVEL_MODE, category.level].score == max(level_scores)


def test_levels_and_modes_stand_in_the_order_of_the_modes_and_the_most_played_first() -> None:
    played = [
        game(level="easy", mode="relaxed", score=5),
        game(level="hard", mode="later"),
        game(level="hard", score=200, most=800),
        game(level="easy", score=100),
        game(level="easy", score=150, most=2000),
        game(level="easy", score=999, ended=LEFT),
    ]
    assert level_mode_figures(level_mode_counts(played)) == [
        LevelModeFigures("easy", "classic", 3, 2, 150, 0.1),
        LevelModeFigures("hard", "classic", 1, 1, 200, 0.25),
        LevelModeFigures("easy", "relaxed", 1, 1, 5, 0.005),
        LevelModeFigures("hard", "later", 1, 1, 100, 0.1),
    ]


def test_a_level_never_finished_has_no_best() -> None:
    assert level_mode_figures(level_mode_counts([game(ended=LEFT)])) == [
        LevelModeFigures("medium", "classic", 1, 0, None, None)
    ]


def test_the_highest_rank_is_that_of_the_greatest_share() -> None:
    highest = highest_rank(
        level_mode_counts([game(score=700, most=2000), game(score=500), game(score=900, ended=LEFT)])
    )
    assert highest is not None
    assert (highest.name, highest.score, highest.most) == ("Correspondent", 500, 1000)
    assert highest.following == ("Sub-Editor", 100)
    assert highest_rank(level_mode_counts([game(ended=LEFT)])) is None


def test_scores_over_time_are_those_of_finished_games() -> None:
    played = [game(score=1, most=3), game(ended=LEFT), game(score=0, most=0, level="hard")]
    assert score_points(played) == [
        ScorePoint(date(2025, 7, 1), 1, 3, 0.3333, "medium", "classic"),
        ScorePoint(date(2025, 7, 1), 0, 0, 0.0, "hard", "classic"),
    ]


def test_the_score_of_a_game_in_play_is_not_finished() -> None:
    assert GameScore.of(new_game(PUZZLE, CLASSIC)) == GameScore("easy", "classic", 0, 337, finished=False)
