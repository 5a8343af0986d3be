from threading import Event

from jumble.desk.opener import Opened
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.help import HelpScreen
from jumble.tui.screens.round import RoundScreen
from jumble.tui.screens.wait import CHOOSING
from jumble.tui.widgets.playbox import PlayBox
from jumble.tui.widgets.status import Status
from tests.tui.newsroom import (
    ARTICLE,
    OTHER,
    TestDesk,
    make_app,
    settled,
)
from tests.tui.on_screen import late, round_screen, settled_but_for, shown


async def test_level_and_mode_change_the_next_game() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await pilot.press("m", "l")
        assert shown(pilot, "#choice") == "Relaxed · hard · only 3 words"
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(Status).text.clock == "no clock"


async def test_the_list_opens_another_article() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title


async def test_an_article_that_cannot_be_read_is_a_notice() -> None:
    app, _ = make_app()
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "down", "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == ARTICLE.title
        assert [note.message for note in app._notifications] == ["'gone.txt' is not there any more; choose another"]


async def test_an_article_without_a_usable_word_is_a_notice_and_the_page_stays() -> None:
    app, _ = make_app()
    desk = app.desk
    assert isinstance(desk, TestDesk)
    desk.refusal = "no word in it is fit to play"
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, FrontScreen)
        assert "no word in it is fit to play" in next(iter(app._notifications)).message
        desk.refusal = None
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, RoundScreen)


async def test_what_the_record_has_to_say_is_told_once() -> None:
    app, kept = make_app()
    kept.notice = "Playing without records: [the disk] is full"
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        assert [note.message for note in app._notifications] == ["Playing without records: [the disk] is full"]
        assert kept.notice is None


async def test_a_game_waits_while_the_player_has_turned_to_something_else() -> None:
    app, _ = make_app()
    assert isinstance(app.desk, TestDesk)
    app.desk.gate = Event()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        assert shown(pilot, "#choice") == CHOOSING
        await pilot.press("f1")
        app.desk.gate.set()
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [FrontScreen, HelpScreen]
        await pilot.press("escape")
        await pilot.press("enter")
        assert isinstance(app.screen, RoundScreen)


async def test_a_click_on_the_button_plays_and_none_beside_it() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        button = app.screen.query_one(PlayBox).button
        await pilot.click(PlayBox, offset=(button.x, button.y + 1))
        await pilot.click(PlayBox, offset=(button.x - 1, button.y))
        assert isinstance(app.screen, FrontScreen)
        await pilot.click(PlayBox, offset=(button.right - 1, button.y))
        assert isinstance(app.screen, RoundScreen)


async def test_who_goes_to_the_list_before_it_is_there_is_on_it_when_it_comes() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        while not app.front.is_mounted:
            await pilot.pause()
        if app.front._article_list is None:  # it has not come in the meantime
            app.front.action_choose()
        else:
            await pilot.press("tab")
        await settled(pilot)
        assert app.front._article_list is not None
        assert app.focused is app.front._article_list
        assert app.front._article_list.highlighted == 0


async def test_the_newest_request_wins_and_the_page_stays_until_it_is_there() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        gate = Event()
        front = app.front
        front._start_opening("the slow one", lambda _, __: late(gate, ARTICLE))
        front._start_opening("the quick one", lambda _, __: Opened(OTHER))
        await settled_but_for(pilot, gate)
        assert shown(pilot, "#headline") == OTHER.title


async def test_what_comes_during_a_game_waits_for_the_front_page() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        gate = Event()
        app.front._start_opening("the slow one", lambda _, __: late(gate, OTHER))
        await pilot.press("enter")
        assert round_screen(pilot).article == ARTICLE
        await settled_but_for(pilot, gate)
        assert app.front.article == ARTICLE
        await pilot.press("escape", "f")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title
