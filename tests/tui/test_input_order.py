"""Keys that come in one read of the terminal: each has its effect before the next one is looked at."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events, on
from textual.app import App, ComposeResult
from textual.command import CommandList, DiscoveryHit, Hit, Hits, Provider
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from jumble.tui.app import JumbleApp
from jumble.tui.input_order import InputInOrder
from jumble.tui.screens.choose_entry import ChooseScreen
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.help import HelpScreen
from jumble.tui.screens.page import Dialog
from jumble.tui.screens.palette import Palette
from jumble.tui.screens.pause import PauseScreen
from jumble.tui.screens.record_page import RecordsScreen
from jumble.tui.screens.round import RoundScreen
from jumble.tui.screens.search_library import LibraryScreen
from jumble.tui.screens.share import ShareScreen
from jumble.tui.screens.summary import SummaryScreen
from jumble.tui.widgets.playbox import PlayBox
from tests.tui.newsroom import MANY, OTHER, make_app, settled

CHARACTERS = {"enter": "\r", "tab": "\t", "space": " ", "slash": "/", "question_mark": "?", "comma": ","}


def press_at_once(app: App[None], *keys: str) -> None:
    """Post keys as the driver does with those of one read: nothing runs in between."""
    for key in keys:
        app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))


async def all_handed_on(pilot: Pilot[None]) -> None:
    """Wait until no input waits any more, and what it brought about is there."""
    app = pilot.app
    assert isinstance(app, JumbleApp)
    while app._waiting and app.is_running:
        await pilot.pause()
    await settled(pilot)


def stack(pilot: Pilot[None]) -> list[type[Screen[object]]]:
    return [type(screen) for screen in pilot.app.screen_stack]


@pytest.mark.parametrize(
    ("keys", "screens"),
    [
        (["question_mark", "question_mark"], []),
        (["question_mark", "escape", "escape"], []),
        (["question_mark", "q", "q"], None),
        (["ctrl+p", "pagedown"], [Palette]),
        (["ctrl+p", "escape", "slash"], [LibraryScreen]),
        (["ctrl+p", "f1", "ctrl+p"], [Palette]),
        (["ctrl+p", "ctrl+p"], [Palette]),
        (["slash", "escape", "s"], [RecordsScreen]),
        (["slash", "down", "pagedown", "escape"], []),
        (["s", "backspace", "s", "backspace", "backspace"], []),
        (["r", "space", "escape", "o"], None),
        (["o", "down", "up", "tab", "escape"], []),
        (["enter", "escape", "enter", "escape"], [RoundScreen, PauseScreen]),
        (["enter", "escape", "f", "enter"], [RoundScreen]),
        (["enter", "ctrl+n", "question_mark"], [RoundScreen, HelpScreen]),
        (["comma", "escape", "question_mark"], [HelpScreen]),
    ],
)
async def test_keys_of_one_read_lead_where_the_same_keys_lead_one_by_one(
    keys: Sequence[str], screens: list[type[Screen[object]]] | None
) -> None:
    ends = []
    for at_once in (True, False):
        app, _ = make_app()
        async with app.run_test() as pilot:
            await settled(pilot)
            if at_once:
                press_at_once(app, *keys)
                await all_handed_on(pilot)
            else:
                for key in keys:
                    await pilot.press(key)
                await settled(pilot)
            ends.append(stack(pilot) if app.is_running else [])
        assert app.crash is None
    assert ends[0] == ends[1]
    assert screens is None or ends[0] == [FrontScreen, *screens]


async def test_a_path_typed_ahead_is_opened(tmp_path: Path) -> None:
    (tmp_path / "ab.txt").write_text("A letter\n\nThe keeper lit the evening lamp.", encoding="utf-8")
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        press_at_once(app, "o", *str(tmp_path / "ab.txt"), "enter")
        await all_handed_on(pilot)
        assert app.front.article is not None
        assert app.front.article.title == "A letter"
        assert app.crash is None


async def test_enter_takes_what_the_letters_before_it_find() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        press_at_once(app, "slash", *"city", "enter")
        await all_handed_on(pilot)
        assert app.front.article is OTHER
        assert stack(pilot) == [FrontScreen]


@pytest.mark.parametrize("keys", [("down", "enter", "enter"), ("enter", "enter")])
async def test_enter_twice_takes_one_entry_and_then_acts_on_what_comes(keys: tuple[str, ...]) -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        app.front.offer_shelf(MANY)
        press_at_once(app, *keys)
        await all_handed_on(pilot)
        assert app.crash is None
        assert not any(isinstance(screen, (ChooseScreen, SummaryScreen)) for screen in app.screen_stack)


async def test_a_double_click_on_an_entry_takes_it_once() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash")
        await settled(pilot)
        x, y = app.screen.query_one(OptionList).region.offset
        for _ in range(2):
            for kind in (events.MouseDown, events.MouseUp):
                app.post_message(kind(None, x + 2, y + 1, 0, 0, 1, False, False, False))
        await all_handed_on(pilot)
        assert stack(pilot) == [FrontScreen]
        assert app.crash is None


@pytest.mark.parametrize("playing", [True, False])
async def test_keys_before_the_first_screen_wait_for_it(playing: bool) -> None:
    app, _ = make_app(playing=playing)
    async with app.run_test() as pilot:
        press_at_once(app, "question_mark", "escape", "question_mark")
        await all_handed_on(pilot)
        assert stack(pilot)[-1] is HelpScreen


async def test_a_screen_leaves_by_itself_and_once() -> None:
    app, _ = make_app()
    told: list[object] = []
    async with app.run_test() as pilot:
        await settled(pilot)
        below, above = HelpScreen(), ShareScreen("text")
        app.push_screen(below, told.append)
        await app.push_screen(above)
        below.dismiss()
        below.dismiss()
        await pilot.pause()
        assert stack(pilot) == [FrontScreen, ShareScreen]
        assert told == [None]
        above.dismiss()
        above.dismiss()
        await pilot.pause()
        assert stack(pilot) == [FrontScreen]


class Slow(Dialog[None]):
    """Stands only when a test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.let = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Input()

    async def on_mount(self) -> None:
        await self.let.wait()


class SlowApp(InputInOrder):
    """Opens a slow screen with o, and keeps what was typed there."""

    BINDINGS = [("o", "slow"), ("ctrl+q", "quit")]  # noqa: RUF012 as App declares it
    quit_keys = ("ctrl+q",)
    typed = ""

    def __init__(self) -> None:
        super().__init__()
        self.ended = asyncio.Event()

    def action_slow(self) -> None:
        self.slow = Slow()
        self.push_screen(self.slow)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.typed = event.value

    def quit_by_force(self) -> None:
        self.ended.set()
        self.slow.let.set()
        super().quit_by_force()


async def test_keys_wait_for_a_screen_that_takes_its_time_and_lose_nothing() -> None:
    app = SlowApp()
    async with app.run_test() as pilot:
        press_at_once(app, "o", *"abc", "backspace", "d")
        for _ in range(20):
            await asyncio.sleep(0)
        assert app.typed == ""
        app.slow.let.set()
        while app._waiting:
            await pilot.pause()
        assert app.typed == "abd"


async def test_a_screen_that_never_stands_does_not_keep_the_player(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jumble.tui.input_order.PATIENCE_SECONDS", 0.05)
    app = SlowApp()
    async with app.run_test():
        press_at_once(app, "o", *"abc", "ctrl+q")
        await app.ended.wait()
    assert app.typed == ""


async def test_a_key_on_its_way_to_a_screen_that_was_covered_means_nothing() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        key = events.Key("question_mark", "?")
        app._receiver = app.screen
        key._set_forwarded()
        await app.push_screen(ShareScreen("text"))
        app.post_message(key)
        await pilot.pause()
        assert stack(pilot) == [FrontScreen, ShareScreen]


async def test_a_page_key_comes_to_a_list_that_is_laid_out() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        for _ in range(3):
            press_at_once(app, "ctrl+p", "r", "pageup", "pagedown", "backspace", "pageup", "escape")
            await all_handed_on(pilot)
        assert stack(pilot) == [FrontScreen]
        assert app.crash is None


class Commands(Provider):
    """Finds five commands, and goes on searching."""

    async def discover(self) -> Hits:
        for number in range(5):
            yield DiscoveryHit(f"command {number}", lambda: None)
        await asyncio.Event().wait()

    async def search(self, query: str) -> Hits:
        yield Hit(1, query, lambda: None)


async def test_a_page_key_before_the_palette_shows_its_list_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Palette, "_RESULT_BATCH_TIME", -1)
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await app.push_screen(Palette(providers=[Commands]))
        while not app.screen.query_one(CommandList).option_count:
            await pilot.pause()
        press_at_once(app, "pageup", "pagedown", "escape")
        while isinstance(app.screen, Palette) and app.is_running:
            await pilot.pause()
        assert app.crash is None


async def test_a_click_on_what_was_removed_meanwhile_means_nothing() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        x, y = app.screen.query_one(PlayBox).region.offset
        await app.screen.query_one("#lead").remove()
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            app.post_message(kind(None, x + 2, y + 1, 0, 0, 1, False, False, False))
        await all_handed_on(pilot)
        assert app.crash is None
