import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article import Article, clean
from jumble.game import CLASSIC, RELAXED, Mode, Outcome, Puzzle, Session, replay
from jumble.plain.line_commands import NAMES
from jumble.plain.play import play_plain
from jumble.plain.printed_lines import wrapped
from jumble.plain.typed_lines import StopAsked
from tests.game import strategies
from tests.plain.sitting import ARTICLE, PUZZLE, Clock, Script

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Desk:
    """Hands over one puzzle."""

    def __init__(self, clock: Clock, puzzle: Puzzle = PUZZLE, mode: Mode = CLASSIC) -> None:
        self._made = puzzle
        self._begun = Session(puzzle, mode, clock)

    def seed(self) -> int:
        return 42

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        return self._made

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        return self._begun

    @property
    def begun(self) -> Session:
        return self._begun


def play(*lines: str | float | type[StopAsked] | None) -> tuple[str | None, Session, Script, list[str]]:
    clock = Clock()
    desk, script = Desk(clock), Script(clock, list(lines))
    said: list[str] = []
    ended_in = play_plain(desk, ARTICLE, script, said.append)
    return ended_in, desk.begun, script, said


def test_lines_are_waited_for_until_the_clock_ends() -> None:
    ended_in, session, script, said = play(10.0, 35.0, "", None)
    assert script.waits == [45, 35, None, 45]
    assert [result.outcome for result in session.game.results] == [Outcome.TIME_UP]
    assert sum(line.startswith("Time is up") for line in said) == 1
    assert ended_in == "round 2 of 3"


def test_the_game_ends_with_its_last_round_or_with_quit() -> None:
    ended_in, session, script, said = play("skip", "", "skip", "", "skip", "never read")
    assert ended_in is None
    assert script.lines == ["never read"]
    assert session.game.results
    assert any(line.startswith("Final score 0") for line in said)
    ended_in, _, script, said = play("quit", "never read")
    assert (ended_in, script.lines) == (None, ["never read"])


def test_the_clock_stands_while_the_game_is_suspended() -> None:
    _, session, script, said = play(10.0, StopAsked, None)
    assert script.stopped == 1
    assert script.waits == [45, 35, 35]
    assert session.seconds_left == 35
    assert said[-1].startswith("0:35 on the clock")


lines = st.one_of(
    st.sampled_from([*NAMES, *strategies.WORDS, "", "/hint", "?", "tones", "le", "h", "\x1b[2J", "/\x07", "a" * 500]),
    st.text(max_size=60),
    st.integers(0, 70_000).map(lambda ms: ms / 1000),
)


@given(strategies.puzzles, strategies.modes, st.lists(lines, max_size=40), st.text(max_size=40))
def test_whatever_comes_in_plain_lines_come_out(
    puzzle: Puzzle, mode: Mode, typed: list[str | float], title: str
) -> None:
    clock = Clock()
    desk, script = Desk(clock, puzzle, mode), Script(clock, [*typed, None])
    said: list[str] = []
    ended_in = play_plain(desk, Article(clean(title), (), source=title), script, said.append)
    session = desk.begun
    title_line, *rest = said
    assert title_line == clean(title)
    assert not CONTROL.search("".join(rest).replace(clean(title), ""))
    assert replay(puzzle, mode, session.log) == session.game
    finished = session.game.finished
    assert finished == any(line.startswith(f"Final score {session.game.score}, ") for line in said)
    assert (ended_in is None) == (finished or any(line.startswith("You left") for line in said))


@given(st.lists(st.text(st.characters(categories=["L", "P"]), min_size=1, max_size=90), max_size=30))
def test_prose_is_wrapped_between_words_only(words: list[str]) -> None:
    shown = wrapped(" ".join(words))
    assert " ".join(shown).split() == words
    assert all(len(line) <= 72 or " " not in line for line in shown)


@pytest.mark.parametrize(
    ("prose", "lines"),
    [
        ("a " * 33 + "well-worn lantern", [("a " * 33).strip(), "well-worn lantern"]),
        ("a " + "b" * 90 + " c", ["a", "b" * 90, "c"]),
    ],
)
def test_neither_hyphens_nor_length_part_a_word(prose: str, lines: list[str]) -> None:
    assert wrapped(prose) == lines


def test_relaxed_is_waited_for_without_end() -> None:
    clock = Clock()
    script = Script(clock, [None])
    play_plain(Desk(clock, mode=RELAXED), ARTICLE, script, lambda _: None)
    assert script.waits == [None]
