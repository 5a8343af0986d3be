"""The records screens at each size, as pictures to compare with; `test_snapshots` tells how they are renewed."""

import pytest
from textual.pilot import Pilot

from tests.tui.made_up_record import EMPTY, MadeUpRecord
from tests.tui.newsroom import make_app, settled
from tests.tui.test_snapshots import SIZES, Scene, SnapCompare


def press(*keys: str) -> Scene:
    async def act(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return act


WHOLE = {"60x96": (60, 96), "80x88": (80, 88), "120x60": (120, 60)}
"""High enough for all of the page."""
SCENES = {
    "records": press("s"),
    "records_below": press("s", "space"),
    "games": press("s", "enter", "down"),
    "game": press("s", "enter", "down", "enter"),
}


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
def test_records(snap_compare: SnapCompare, scene: str, size: tuple[int, int]) -> None:
    app, _ = make_app(history=MadeUpRecord())
    assert snap_compare(app, terminal_size=size, run_before=SCENES[scene])


@pytest.mark.parametrize("size", WHOLE)
def test_whole_page(snap_compare: SnapCompare, size: str) -> None:
    app, _ = make_app(history=MadeUpRecord())
    assert snap_compare(app, terminal_size=WHOLE[size], run_before=SCENES["records"])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_empty(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    app, _ = make_app(history=MadeUpRecord(figures=EMPTY))
    assert snap_compare(app, terminal_size=size, run_before=press("s"))


def test_by_day(snap_compare: SnapCompare) -> None:
    app, _ = make_app(history=MadeUpRecord())
    assert snap_compare(app, terminal_size=WHOLE["120x60"], run_before=press("s", "ctrl+t"))


def test_without_colour(snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, _ = make_app(history=MadeUpRecord())
    assert snap_compare(app, terminal_size=WHOLE["120x60"], run_before=press("s"))
