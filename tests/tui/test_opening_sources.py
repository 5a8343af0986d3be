import os

import pytest
from textual import events
from textual.widgets import Input, OptionList

from jumble.desk.opener import Opened
from jumble.tui.screens.choose_entry import ChooseScreen
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.summary import SummaryScreen
from tests.tui.newsroom import (
    MANY,
    OTHER,
    make_app,
    settled,
)
from tests.tui.on_screen import opens, shown


async def test_a_file_is_opened_by_its_path(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("texts") / "tale.txt"
    path.write_text("A tale of one city\n\nIt was a quiet time for the harbour and its people.\n", encoding="utf-8")
    app, _ = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("o", *str(path), "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == "A tale of one city"
        await pilot.press("o", *str(path.parent / "no"), "enter")
        await settled(pilot)
        assert "no such file" in next(iter(app._notifications)).message
        await pilot.press("o", "escape")
        assert isinstance(app.screen, FrontScreen)


async def test_standard_input_is_not_read_from_within_the_game() -> None:
    app, _ = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("o", "-", "enter")
        await settled(pilot)
        assert "standard input cannot be opened" in next(iter(app._notifications)).message
        await pilot.press("o")
        assert app.screen.query_one(Input).value == "-"


async def test_a_shelf_is_a_list_that_letters_narrow() -> None:
    app, _ = make_app()
    opens(app, lambda *_: Opened(None, MANY))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press(*"lamps", "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title
        await pilot.press("c", "escape")
        assert isinstance(app.screen, FrontScreen)


async def test_a_summary_is_offered_with_its_link() -> None:
    app, _ = make_app()
    opens(app, lambda *_: Opened(None, MANY))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, SummaryScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press("enter", "s")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title


async def test_leaving_the_list_with_nothing_on_the_page_opens_its_first() -> None:
    app, _ = make_app()
    opens(app, lambda *_: Opened(None, MANY))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title


async def test_a_text_is_pasted_into_the_front_page_or_the_line() -> None:
    app, kept = make_app()
    text = "A tale of {} cities\r\rIt was a quiet time for the harbour and its people.\r"
    async with app.run_test() as pilot:
        await settled(pilot)
        app.post_message(events.Paste(text.format("two")))
        await settled(pilot)
        assert shown(pilot, "#headline") == "A tale of two cities"
        await pilot.press("o")
        app.post_message(events.Paste(text.format("three")))
        await settled(pilot)
        assert shown(pilot, "#headline") == "A tale of three cities"
    assert [article.title[10:13] for article in kept.remembered[1:]] == ["two", "thr"]


async def test_the_line_is_completed_and_recent_sources_are_offered(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "tale.txt").write_text("A tale of one city\n\nIt was a quiet time for the harbour.\n", encoding="utf-8")
    app, _ = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert app.screen.query_one("#suggestions", OptionList).option_count == 2
        line = app.screen.query_one(Input)
        line.value = f"{folder}{os.sep}t"
        await settled(pilot)
        await pilot.press("tab")
        await settled(pilot)
        assert line.value == str(folder / "tale.txt")
        await pilot.press("down", "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == "A tale of one city"


async def test_the_library_is_searched_in_three_orders() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"city")
        await settled(pilot)
        assert shown(pilot, "#count") == "1 article · popular first"
        await pilot.press("tab", "tab")
        await settled(pilot)
        assert shown(pilot, "#count") == "1 article · unplayed"
        await pilot.press("enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title
