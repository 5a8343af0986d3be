import os
from dataclasses import replace

import pytest
from textual.widgets import Static

from jumble.game import CLUE, LETTER, RELAXED, LoggedMove, Next, Skip, replay
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.pause import PauseScreen
from jumble.tui.screens.read_article import ReadingScreen
from jumble.tui.screens.results import ResultsScreen
from jumble.tui.signals import GRACE_SECONDS, exit_for_signal
from tests.tui.newsroom import (
    ARTICLE,
    CUT_OFF,
    PUZZLE,
    make_app,
    settled,
)
from tests.tui.on_screen import round_screen, seen, shown


async def test_a_whole_game_and_the_way_back() -> None:
    app, kept = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.press(*"porter")
        assert "Solved" in shown(pilot, "#verdict")
        assert "also: report" in shown(pilot, "#verdict")
        await seen(pilot)
        await pilot.press("enter", "tab", "tab")
        assert round_screen(pilot).game.board.hints == (CLUE, LETTER)
        await pilot.press("ctrl+n")
        await seen(pilot)
        await pilot.press("space", "ctrl+n")
        await seen(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, ResultsScreen)
        assert shown(pilot, "#final").startswith("Final score 90")
        await pilot.press("a")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, FrontScreen)
        await settled(pilot)
        await pilot.press("enter")
        assert round_screen(pilot).game.score == 0
    assert kept.begun[0].key == ARTICLE.key
    assert kept.steps[-1][1].score == 90


async def test_a_signal_ends_the_game_by_force_where_order_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    timers: list[tuple[object, ...]] = []

    class Recorded:
        daemon = False

        def __init__(self, *arguments: object) -> None:
            self.arguments = arguments

        def start(self) -> None:
            timers.append((*self.arguments, self.daemon))

    monkeypatch.setattr("jumble.tui.signals.Timer", Recorded)
    app, _ = make_app()
    async with app.run_test():
        exit_for_signal(app, 15)
    assert timers == [(GRACE_SECONDS, os._exit, (143,), True)]
    assert app.return_code == 143


async def test_a_game_that_was_cut_off_is_resumed_paused_with_its_clock_where_it_stood() -> None:
    app, kept = make_app()
    kept.cut_off = CUT_OFF
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "u resumes round 2 of 3" in shown(pilot, "#cut-off")
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(app.screen, PauseScreen)
        await pilot.press("enter")
        screen = round_screen(pilot)
        assert (screen.game.number, screen.session.elapsed, screen.session.seconds_left) == (1, 20.0, 37.0)
        await pilot.press("escape", "f")
        await settled(pilot)
    assert kept.left == 1
    assert kept.beats[-1] == 20.0


async def test_a_game_of_another_version_is_not_resumed() -> None:
    app, kept = make_app()
    kept.cut_off = replace(CUT_OFF, log=(LoggedMove(Skip(), 3.0), LoggedMove(Skip(), 4.0)))
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert isinstance(app.screen, FrontScreen)
        assert "another version" in next(iter(app._notifications)).message
    assert kept.given_up == [CUT_OFF.uid]


@pytest.mark.parametrize(("best", "said"), [(("score",), "Your best score so far"), ((), "points short of")])
async def test_results_tell_of_a_personal_best_and_the_next_rank(best: tuple[str, ...], said: str) -> None:
    app, kept = make_app(playing=True)
    kept.best = best
    async with app.run_test() as pilot:
        await settled(pilot)
        app.show_results(ARTICLE, replay(PUZZLE, RELAXED, [(move, 1.0) for move in (Skip(), Next()) * 3]))
        await settled(pilot)
        assert said in shown(pilot, "#best")
        assert app.preferences.settings.lessons_seen
        await pilot.press("c")
        assert "--seed 42" in str(app.screen.query_one("#share Static", Static).render())
        await pilot.press("escape")
        assert isinstance(app.screen, ResultsScreen)
