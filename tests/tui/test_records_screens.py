"""The way through the records screens: what is shown while it is counted, and what leads where."""

from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.game_list import PAGE, GamesScreen
from jumble.tui.screens.past_game import GONE, GameScreen
from jumble.tui.screens.record_page import RecordsScreen
from jumble.tui.widgets.section import COUNTING, Section
from tests.tui.made_up_record import EMPTY, MadeUpRecord
from tests.tui.newsroom import make_app, settled


def page(pilot: Pilot[None]) -> str:
    """Return all that the screen in front says."""
    screen = pilot.app.screen
    return "\n".join(str(each.render()) for each in [*screen.query(Static), *screen.query(Section)])


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def test_from_the_front_page_to_a_word_of_a_game_and_back() -> None:
    app, _ = make_app(history=MadeUpRecord())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "s")
        assert "812 of 1004 words solved" in page(pilot)
        assert COUNTING not in page(pilot)
        await press(pilot, "enter", "down", "enter")
        assert isinstance(app.screen, GameScreen)
        assert "Final score 327" in page(pilot)
        assert "from ridorroc" in page(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, GamesScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, FrontScreen)


async def test_the_page_is_there_before_anything_is_counted() -> None:
    gate = Event()
    app, _ = make_app(history=MadeUpRecord(gate=gate))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("s")
        assert isinstance(app.screen, RecordsScreen)
        assert COUNTING in page(pilot)
        await pilot.press("enter")  # there is no list to go to yet
        assert isinstance(app.screen, RecordsScreen)
        gate.set()
        await settled(pilot)
        assert "Difficulty against Life" in page(pilot)


async def test_who_leaves_while_it_is_counted_has_left() -> None:
    gate = Event()
    app, _ = make_app(history=MadeUpRecord(gate=gate))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("s", "escape")
        gate.set()
        await settled(pilot)
        assert isinstance(app.screen, FrontScreen)


@pytest.mark.parametrize("history", [None, MadeUpRecord(figures=EMPTY)], ids=["nothing kept", "nothing played"])
async def test_before_the_first_game(history: MadeUpRecord | None) -> None:
    app, _ = make_app(history=history)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "s")
        assert "No games yet.\nenter on the front page begins one." in page(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, FrontScreen)


async def test_a_record_that_cannot_be_read_is_told() -> None:
    app, _ = make_app(history=MadeUpRecord(fault="the record cannot be read: [b]disk[/x]"))
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "s")
        assert "The record cannot be read." in page(pilot)
        assert [each.message for each in app._notifications] == ["the record cannot be read: [b]disk[/x]"]


async def test_games_are_read_a_page_at_a_time() -> None:
    record = MadeUpRecord()
    app, _ = make_app(history=record)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "s", "enter")
        games = app.screen.query_one(OptionList)
        assert games.option_count == PAGE
        games.highlighted = 10
        await settled(pilot)
        assert games.option_count == PAGE
        await press(pilot, "end")
        assert games.option_count == 2 * PAGE
        await press(pilot, "end", "end")
        assert games.option_count == len(record.held)
        await press(pilot, "end")
        assert record.asked[1:] == [(PAGE, 0), (PAGE, PAGE), (PAGE, 2 * PAGE)]


async def test_a_high_terminal_is_filled() -> None:
    record = MadeUpRecord()
    app, _ = make_app(history=record)
    async with app.run_test(size=(120, 100)) as pilot:
        await settled(pilot)
        await press(pilot, "s", "enter")
        assert app.screen.query_one(OptionList).option_count == len(record.held)
        assert record.asked[1:] == [(PAGE, 0), (PAGE, PAGE), (PAGE, 2 * PAGE)]


async def test_a_game_that_comes_in_meanwhile_doubles_none() -> None:
    record = MadeUpRecord()
    newest, *record.held = record.held
    app, _ = make_app(history=record)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "s", "enter")
        record.held = [newest, *record.held]
        await press(pilot, "end")
        assert app.screen.query_one(OptionList).option_count == 2 * PAGE - 1


async def test_another_width_leaves_the_mark_where_it_is() -> None:
    app, _ = make_app(history=MadeUpRecord())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "s", "enter", "down", "down")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        games = app.screen.query_one(OptionList)
        assert games.highlighted == 2
        assert games.option_count == 2 * PAGE  # the first page does not reach beyond the end of this one
        assert "\n" not in str(games.get_option_at_index(2).prompt)


async def test_a_game_that_is_gone_is_said_to_be() -> None:
    record = MadeUpRecord()
    app, _ = make_app(history=record)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "s", "enter")
        record.held = []
        await press(pilot, "enter")
        assert GONE in page(pilot)


async def test_the_record_stands_on_the_stack_once() -> None:
    app, _ = make_app(history=MadeUpRecord())
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "s", "enter")
        app.action_show_records()
        await settled(pilot)
        assert sum(isinstance(screen, RecordsScreen) for screen in app.screen_stack) == 1
