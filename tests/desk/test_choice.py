import pytest

from jumble.desk.choice import Choice
from jumble.game import CLASSIC, MODES, RELAXED

SET = ("medium", "classic", 0)
ASKED = Choice(RELAXED, "hard", 3, 7, SET)
"""The command line asked for another level, mode and number of rounds than are set, and for a seed."""


@pytest.mark.parametrize(
    ("settings", "level", "mode", "rounds"),
    [
        (("medium", "classic", 0), "hard", "relaxed", 3),
        (("easy", "classic", 0), "easy", "relaxed", 3),
        (("medium", "relaxed", 0), "hard", "relaxed", 3),
        (("medium", "classic", 5), "hard", "relaxed", 5),
        (("easy", "classic", 5), "easy", "relaxed", 5),
        (("hard", "relaxed", 3), "hard", "relaxed", 3),
    ],
)
def test_what_the_command_line_asked_for_stays_until_its_setting_is_another(
    settings: tuple[str, str, int], level: str, mode: str, rounds: int
) -> None:
    assert ASKED.with_settings(*settings) == Choice(MODES[mode], level, rounds, 7, settings)


@pytest.mark.parametrize(
    ("one", "two", "level", "mode", "rounds"),
    [
        (("hard", "relaxed", 3), SET, "medium", "classic", None),
        (("easy", "classic", 0), SET, "medium", "relaxed", 3),
        (("medium", "relaxed", 0), SET, "hard", "classic", 3),
        (("medium", "classic", 5), SET, "hard", "relaxed", None),
    ],
)
def test_a_setting_put_back_is_another_than_the_one_before(
    one: tuple[str, str, int], two: tuple[str, str, int], level: str, mode: str, rounds: int | None
) -> None:
    assert ASKED.with_settings(*one).with_settings(*two) == Choice(MODES[mode], level, rounds, 7, two)


def test_a_setting_that_comes_again_changes_nothing_that_was_chosen_since() -> None:
    chosen = ASKED.with_settings("easy", "classic", 5).next_level().next_mode()
    assert chosen.with_settings("easy", "classic", 5) == chosen


def test_the_first_settings_leave_a_choice_that_knows_none_as_it_is() -> None:
    assert Choice(RELAXED, "hard", 3).with_settings(*SET) == Choice(RELAXED, "hard", 3, None, SET)


@pytest.mark.parametrize(
    ("rounds", "set_rounds", "length"), [(None, 0, CLASSIC.rounds), (3, 0, 3), (3, 5, 5), (None, 5, 5)]
)
def test_a_game_has_the_rounds_that_were_asked_for_or_set_or_else_those_of_its_mode(
    rounds: int | None, set_rounds: int, length: int
) -> None:
    assert (
        Choice(CLASSIC, "medium", rounds, settings=SET).with_settings("medium", "classic", set_rounds).length == length
    )


def test_levels_and_modes_come_round() -> None:
    choices = [ASKED]
    for _ in range(3):
        choices.append(choices[-1].next_level())
    assert [choice.level for choice in choices] == ["hard", "easy", "medium", "hard"]
    choices = [Choice(CLASSIC, "medium")]
    for _ in MODES:
        choices.append(choices[-1].next_mode())
    assert [choice.mode for choice in choices] == [*MODES.values(), CLASSIC]
