"""What the records screens draw, as text: at every width, for no game, one, and ten thousand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from jumble.figures import LevelModeFigures, RankFigures, ScorePoint, WordFigures
from jumble.figures.difficulty_check import DifficultyCheck
from jumble.tui.drawing.past_game_lines import WIDE, game_lines, last_lines, result_text, word_lines
from jumble.tui.drawing.record_charts import difficulty_lines, score_lines, time_lines
from jumble.tui.drawing.record_figures import (
    flow,
    headline_lines,
    kind_lines,
    letters_lines,
    rank_lines,
    show_number,
    show_share,
    stars_lines,
)
from tests.tui.made_up_record import CHECK, EMPTY, FIGURES, ROUNDS, past_game, points

NARROWEST = 54
"""What a terminal of 60 columns leaves."""
MANY = points(10_000)
NO_CHECK = DifficultyCheck(0, None, None, None, ())
DRAWN: dict[str, Callable[[int], Sequence[Content]]] = {
    "headline": lambda width: headline_lines(FIGURES, width),
    "headline of none": lambda width: headline_lines(EMPTY, width),
    "kinds": lambda width: kind_lines(FIGURES.level_modes, width),
    "stars": lambda width: stars_lines(FIGURES.stars, width),
    "letters": lambda width: letters_lines(FIGURES.letters, width),
    "no score": lambda width: score_lines([], width),
    "one score": lambda width: score_lines(points(1), width),
    "two scores": lambda width: score_lines(points(2), width),
    "many scores": lambda width: score_lines(MANY, width),
    "times": lambda width: time_lines(FIGURES.times, width),
    "no time": lambda width: time_lines(EMPTY.times, width),
    "difficulty": lambda width: difficulty_lines(CHECK, width),
    "no difficulty": lambda width: difficulty_lines(NO_CHECK, width),
    "a game": lambda width: game_lines(past_game(7), width),
    "last games": lambda width: last_lines([past_game(3), past_game(2, finished=False)], width),
    "words": lambda width: word_lines(past_game(7), width),
}


def text(lines: Sequence[Content]) -> list[str]:
    return [line.plain.rstrip() for line in lines]


@pytest.mark.parametrize("name", DRAWN)
@settings(max_examples=30)
@given(width=st.integers(NARROWEST, 140))
def test_no_line_is_wider_than_there_is_room(name: str, width: int) -> None:
    lines = DRAWN[name](width)
    assert lines
    assert max(line.cell_length for line in lines) <= width
    assert not any("\n" in line.plain for line in lines)


@pytest.mark.parametrize("name", ["kinds", "stars", "letters", "difficulty"])
@pytest.mark.parametrize("width", [53, 76, 132])
def test_tables_reach_to_the_edge_of_the_column(name: str, width: int) -> None:
    rows = [line for line in DRAWN[name](width) if "%" in line.plain]
    assert rows
    assert {line.cell_length for line in rows} == {width}


@pytest.mark.parametrize(
    ("number", "shown"), [(None, "–"), (0, "0"), (9999, "9999"), (10_000, "10,000"), (1_234_567, "1,234,567")]
)
def test_numbers(number: int | None, shown: str) -> None:
    assert show_number(number) == shown


@pytest.mark.parametrize(("share", "shown"), [(None, "–"), (0.0, "0 %"), (0.8088, "81 %"), (1.0, "100 %")])
def test_shares(share: float | None, shown: str) -> None:
    assert show_share(share) == shown


def test_the_headline_figures() -> None:
    lines = text(headline_lines(FIGURES, 60))
    assert lines[0].split() == ["128", "81", "%", "4", "1204"]
    assert lines[1].split() == ["games", "solved", "days", "in", "a", "row", "best", "score"]
    assert lines[3:5] == ["121 games to the end · 812 of 1004 words solved", "92 days played · 17 in a row at most"]


def test_one_is_not_many() -> None:
    one = replace(FIGURES, games_played=1, games_finished=1, rounds_played=1, words_solved=1)
    lines = text(headline_lines(replace(one, streak=replace(one.streak, current=1, days=1)), 80))
    assert lines[1].split() == ["game", "solved", "day", "in", "a", "row", "best", "score"]
    assert "1 game to the end · 1 of 1 word solved · 1 day played" in lines[3]


@pytest.mark.parametrize(
    ("rank", "told"),
    [
        (None, ["No rank yet: a game that is played to its end gives one."]),
        (
            FIGURES.rank,
            ["Highest rank Sub-Editor with 812 of 1340 points", f"{'▰' * 16}{'▱' * 4}  153 points short of Editor"],
        ),
        (
            RankFigures("Editor-in-Chief", 9, 10, None),
            ["Highest rank Editor-in-Chief with 9 of 10 points; there is none above."],
        ),
    ],
)
def test_how_far_the_next_rank_is(rank: RankFigures | None, told: list[str]) -> None:
    assert text(rank_lines(replace(FIGURES, rank=rank), 76)) == told


@pytest.mark.parametrize(
    ("width", "lines"),
    [(9, ["one · two", "three"]), (8, ["one", "two", "three"]), (40, ["one · two · three"])],
)
def test_lines_break_between_parts(width: int, lines: list[str]) -> None:
    assert flow(["one", "two", "three"], width) == lines


def test_bests_by_mode_and_level() -> None:
    kinds = [
        LevelModeFigures("easy", "classic", 12_000, 3, 611, 0.5),
        LevelModeFigures("odd", "sprint", 1, 0, None, None),
    ]
    assert text(kind_lines(kinds, 50)) == [
        "Best Scores  by mode and level",
        "                  games    best  of the most",
        "Classic · easy   12,000     611  ▄▄▄▄▄▖       50 %",
        "sprint · odd          1       –                  –",
    ]


def test_words_alike_have_two_bars() -> None:
    rows = [
        WordFigures(1, 4, 4, 1.0, 5.0, 5.0),
        WordFigures(2, 4, 2, 0.5, 10.0, 9.0),
        WordFigures(5, 1, 0, 0.0, None, None),
    ]
    lines = text(stars_lines(rows, 40))
    assert lines[0] == "Words by Stars"
    assert lines[2:] == [
        "★☆☆☆☆         4  ▄▄▄▄ 100 %  ▄▄      5.0",
        "★★☆☆☆         4  ▄▄    50 %  ▄▄▄▄   10.0",
        "★★★★★         1         0 %            –",
    ]


def plot(lines: Sequence[str]) -> list[str]:
    return [line[7:] for line in lines if line[6:7] in {"│", "┤"}]


@pytest.mark.parametrize(
    ("games", "last"),
    [
        (1, "       1 Jul 2025, 1 game"),
        (2, "       1 Jul 2025 – 2 Jul 2025, 2 games"),
        (20, "       1 Jul 2025      20 games     20 Jul 2025"),
        (10_000, "       4 Oct 2052  43 of 10,000 games  15 Nov 2052"),
    ],
)
def test_the_plot_shows_the_last_games_that_fit(games: int, last: str) -> None:
    lines = text(score_lines(points(games), 50))
    assert lines[0] == "Score over Time  share of the possible points"
    assert [line[:7] for line in lines[1:8]] == [
        "100 % ┤",
        "      │",
        "      │",
        " 50 % ┤",
        "      │",
        "      │",
        "    0 └",
    ]
    assert lines[8] == last


def test_a_column_of_the_plot_is_the_share_of_its_game() -> None:
    shares = [0.0, 0.5, 1.0]
    made = [ScorePoint(date(2025, 7, 1), int(share * 100), 100, share, "easy", "classic") for share in shares]
    assert plot(text(score_lines(made, 50))) == ["        ███"] * 3 + ["    ███ ███"] * 3


def test_a_day_that_nobody_knows_is_left_out() -> None:
    unknown = [replace(each, day=None) for each in points(3)]
    assert text(score_lines(unknown, 50))[-1] == "       3 games"


def test_no_finished_game_is_said() -> None:
    assert text(score_lines([], 50))[-1] == "No game was played to its end yet."


def test_the_histogram_names_its_seconds() -> None:
    lines = text(time_lines(FIGURES.times, 76))
    assert lines[0] == "Seconds to Solve  812 words, half of them within 20 seconds"
    assert lines[1].startswith("190 ┤")
    assert lines[-1].split() == ["0", "10", "20", "30", "40", "50", "1m", "2m", "5m"]
    heights = [sum(row[5 + 4 * place] != " " for row in (line.ljust(80) for line in lines[1:6])) for place in range(16)]
    assert heights.index(max(heights)) == 2
    assert heights[-1] == 0


def test_half_of_the_words_beyond_all_bounds() -> None:
    times = [replace(each, count=5 * (each.start == 300)) for each in FIGURES.times]
    assert text(time_lines(times, 76))[0] == "Seconds to Solve  5 words"


def test_difficulty_stands_beside_its_prediction() -> None:
    lines = text(difficulty_lines(CHECK, 57))
    assert lines[2] == "−1 to 0         41  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄│ 100 %       98 %"
    assert lines[6] == "3 to 4         121  ▄▄▄▄▄▄▄▄ │            41 %       49 %"
    assert lines[-1] == "difficulty 3.4."
    assert lines[-2] == "By your last 1004 words, you solve half of those of"
    assert "half" not in text(difficulty_lines(replace(CHECK, half_solved=None), 57))[-1]


@pytest.mark.parametrize("width", [WIDE - 1, WIDE])
def test_a_game_in_a_list(width: int) -> None:
    lines = text(game_lines(past_game(31), width))
    assert len(lines) == (1 if width == WIDE else 2)
    told = " ".join(lines)
    for part in ("1 Aug 2025", "How a city keeps time", "Classic", "medium", "231", "Cub Reporter"):
        assert part in told


def test_a_game_that_was_left_has_no_rank() -> None:
    game = past_game(31, finished=False)
    assert "left early" in text(game_lines(game, 60))[1]
    assert result_text(game).plain.startswith("Score 231   left early\n")
    assert result_text(past_game(31)).plain.startswith("Final score 231   Cub Reporter\n")


def test_the_last_games_have_their_words() -> None:
    assert text(last_lines([past_game(1)], 76))[3] == "  porter narrow report (corridor) (melody) (relationship)"


def test_a_game_is_read_back_word_by_word() -> None:
    assert text(word_lines(past_game(2), 72)) == [
        "     word          stars      time  hints     points",
        " 1 ✓ porter        ★☆☆☆☆     8.2 s  –             84",
        "     from tropre",
        " 2 ✓ narrow        ★★☆☆☆    21.0 s  –            100",
        "     from rowran · 2 wrong tries",
        " 3 ✓ report        ★★☆☆☆    12.5 s  clue + 2      31",
        "     from rotper · you found porter · 1 wrong try",
        " 4 – corridor      ★★★★☆   skipped  clue           0",
        "     from ridorroc · after 31.5 s · 1 wrong try",
        " 5 – melody        ★★★☆☆   time up  –              0",
        "     from ydolem · after 45.0 s",
        " 6 – relationship  ★★★★★    answer  clue + 9       0",
        "     from tionrelaship · after 62.0 s",
    ]


def test_text_of_the_record_is_text() -> None:
    hostile = replace(
        past_game(2), title="[b]\x1b]0;owned\x07[/x]\n", rounds=(ROUNDS[0]._replace(answer="\x1b[31m[red]"),)
    )
    drawn = "\n".join(text([*game_lines(hostile, 60), *word_lines(hostile, 60), *last_lines([hostile], 60)]))
    assert "\x1b" not in drawn
    assert "[b][/x]" in drawn
    assert "[red]" in drawn
