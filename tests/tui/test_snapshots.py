"""Each screen at each size, as a picture to compare with. After a change that is meant: pytest --snapshot-update."""

from collections.abc import Awaitable, Callable
from threading import Event

import pytest
from textual.pilot import Pilot

from jumble.game import Next, Skip
from jumble.settings.theme_names import DAY_NAME
from jumble.tui.app import JumbleApp
from jumble.tui.screens.round import RoundScreen
from jumble.tui.screens.wait import WaitScreen
from tests.tui.newsroom import MANY, Clock, TestDesk, make_app, settled

SnapCompare = Callable[..., bool]
Scene = Callable[[Pilot[None]], Awaitable[None]]

SIZES = [(60, 20), (80, 24), (120, 40)]


def press(*keys: str) -> Scene:
    async def act(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)

    return act


async def finish(pilot: Pilot[None]) -> None:
    await settled(pilot)
    await pilot.press(*"porter", "enter", "tab", "tab", *"arrow", "enter")
    screen = pilot.app.screen
    assert isinstance(screen, RoundScreen)
    screen.session.play(Skip())
    screen.session.play(Next())
    screen._show_game()
    await pilot.pause()


async def finish_and_read(pilot: Pilot[None]) -> None:
    await finish(pilot)
    await pilot.press("a")
    await pilot.pause()


async def choose(pilot: Pilot[None]) -> None:
    await settled(pilot)
    assert isinstance(pilot.app, JumbleApp)
    pilot.app.front.offer_shelf(MANY)
    await pilot.pause()
    await pilot.press("down", *"a")
    await pilot.pause()


async def summary(pilot: Pilot[None]) -> None:
    await settled(pilot)
    assert isinstance(pilot.app, JumbleApp)
    pilot.app.front._entry_chosen(MANY, MANY.entries[0])
    await pilot.pause()


async def finish_and_share(pilot: Pilot[None]) -> None:
    await finish(pilot)
    await pilot.press("c")
    await pilot.pause()


FRONT_SCENES = {
    "front": press(),
    "front_list": press("down", "down"),
    "open": press("o"),
    "reading": press("r"),
    "help": press("question_mark"),
    "choose": choose,
    "library": press("slash"),
    "settings": press("comma"),
    "summary": summary,
}
ROUND_SCENES = {
    "round": press(*"po"),
    "round_hints": press("tab", "tab", "o", "p"),
    "round_wrong": press(*"portre", "enter"),
    "paused": press("escape"),
    "solved": press(*"report"),
    "skipped": press("ctrl+n"),
    "results": finish,
    "marked": finish_and_read,
    "share": finish_and_share,
}


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", FRONT_SCENES)
def test_front(snap_compare: SnapCompare, scene: str, size: tuple[int, int]) -> None:
    app, _ = make_app()
    assert snap_compare(app, terminal_size=size, run_before=FRONT_SCENES[scene])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", ROUND_SCENES)
def test_game(snap_compare: SnapCompare, scene: str, size: tuple[int, int]) -> None:
    app, _ = make_app(playing=True, clock=Clock())
    assert snap_compare(app, terminal_size=size, run_before=ROUND_SCENES[scene])


async def wait_for_words(pilot: Pilot[None]) -> None:
    while not (isinstance(pilot.app.screen, WaitScreen) and str(pilot.app.screen.query_one("#doing").render())):
        await pilot.pause()
    await pilot.pause()


def test_waiting(snap_compare: SnapCompare) -> None:
    app, _ = make_app(playing=True)
    assert isinstance(app.desk, TestDesk)
    app.desk.gate = Event()
    assert snap_compare(app, terminal_size=(80, 24), run_before=wait_for_words)
    app.desk.gate.set()


def test_too_small(snap_compare: SnapCompare) -> None:
    app, _ = make_app(playing=True)
    assert snap_compare(app, terminal_size=(50, 18), run_before=press())


def by_day(scene: Scene) -> Scene:
    async def act(pilot: Pilot[None]) -> None:
        pilot.app.theme = DAY_NAME
        await scene(pilot)

    return act


@pytest.mark.parametrize("scene", FRONT_SCENES)
def test_front_by_day(snap_compare: SnapCompare, scene: str) -> None:
    app, _ = make_app()
    assert snap_compare(app, terminal_size=(80, 24), run_before=by_day(FRONT_SCENES[scene]))


@pytest.mark.parametrize("scene", ROUND_SCENES)
def test_game_by_day(snap_compare: SnapCompare, scene: str) -> None:
    app, _ = make_app(playing=True, clock=Clock())
    assert snap_compare(app, terminal_size=(80, 24), run_before=by_day(ROUND_SCENES[scene]))


def test_without_colour(snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, _ = make_app(playing=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=press("tab", "tab"))
