from threading import Event

import pytest
from textual import events
from textual.screen import Screen

from jumble.article import ArticleError
from jumble.desk.opener import Opened
from jumble.tui.screens.choose_entry import ChooseScreen
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.round import RoundScreen
from jumble.tui.screens.small import SmallScreen
from tests.tui.newsroom import (
    ARTICLE,
    MANY,
    OTHER,
    TestDesk,
    made_ahead,
    make_app,
    settled,
)
from tests.tui.on_screen import opens, round_screen, settled_but_for, shown, wait_until_given_up


async def test_a_game_made_ahead_is_the_first_thing_seen_and_its_page_comes_after_it() -> None:
    app, kept = make_app(playing=True)
    app.desk.use_prefetch(made_ahead(OTHER, MANY))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [Screen, RoundScreen]
        assert kept.remembered == [OTHER]
        assert not kept.steps
        await pilot.press("o")
        assert [article.title for article in kept.begun] == [OTHER.title]
        assert len(kept.steps) == 1
        await pilot.press("escape", "f")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title
        assert shown(pilot, "#choice") == "Classic · medium · only 3 words"
        await pilot.press("c")
        assert isinstance(app.screen, ChooseScreen)


@pytest.mark.parametrize("key", ["escape", "o", "enter", "ctrl+p", "s"])
async def test_keys_before_the_first_screen_do_no_harm(key: str) -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        app.post_message(events.Key(key, None))
        app.post_message(events.Paste("A text\n\nthat was pasted early."))
        await settled(pilot)
        assert app.crash is None
        kinds = [type(screen) for screen in app.screen_stack]
        under = kinds[: kinds.index(RoundScreen)] if RoundScreen in kinds else []
        assert set(under) <= {Screen, FrontScreen}


async def test_a_game_is_left_at_once_even_if_the_next_key_comes_with_it() -> None:
    app, kept = make_app(playing=True)
    app.desk.use_prefetch(made_ahead(OTHER))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("o", "escape")
        for key in ("f", "question_mark"):
            app.post_message(events.Key(key, None))
        await settled(pilot)
        assert kept.left == 1
        assert not any(isinstance(screen, RoundScreen) for screen in app.screen_stack)


async def test_a_game_made_ahead_waits_where_the_terminal_is_too_small() -> None:
    app, _ = make_app(playing=True)
    app.desk.use_prefetch(made_ahead(OTHER))
    async with app.run_test(size=(50, 18)) as pilot:
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [Screen, RoundScreen, SmallScreen]
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert not round_screen(pilot).session.paused


async def test_a_game_asked_for_in_a_terminal_too_small_begins_when_it_is_large_enough() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test(size=(50, 18)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [Screen, FrontScreen, RoundScreen]
        assert not round_screen(pilot).session.paused


async def test_a_game_asked_for_that_cannot_be_made_ends_with_the_reason() -> None:
    app, _ = make_app(playing=True)
    assert isinstance(app.desk, TestDesk)
    app.desk.refusal = "no word in it is fit to play"
    async with app.run_test() as pilot:
        await settled(pilot)
    assert app.return_code == 1
    assert app.refusal == f"{ARTICLE.title}: no word in it is fit to play"


def _fails(*_: object) -> Opened:
    raise ArticleError("no such file: gone.txt")


@pytest.mark.parametrize("playing", [False, True])
def test_what_the_command_line_named_and_is_not_there_ends_the_app(playing: bool) -> None:
    app, _ = make_app(playing=playing)
    opens(app, _fails)
    app.run(headless=True)
    assert (app.return_code, app.refusal) == (1, "no such file: gone.txt")


@pytest.mark.parametrize("playing", [False, True])
async def test_giving_up_the_first_opening_leads_to_the_house_edition(playing: bool) -> None:
    app, _ = make_app(playing=playing)
    gate = Event()
    opens(app, lambda _, cancel: wait_until_given_up(gate, cancel))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await settled_but_for(pilot, gate)
        assert isinstance(app.screen, FrontScreen)
        assert shown(pilot, "#headline") == OTHER.title
