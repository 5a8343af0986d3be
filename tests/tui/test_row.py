from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual._styles_cache import StylesCache
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from jumble.tui.screens.round import RoundScreen
from jumble.tui.widgets.bar import Bar, pieces
from jumble.tui.widgets.row import MAX_PITCH, MIN_PITCH, centred, places
from jumble.tui.widgets.tiles import Rack, Slots
from tests.tui.newsroom import Clock, make_app, settled


@given(count=st.integers(1, 12), width=st.integers(60, 300), letter_width=st.integers(1, 2))
def test_letters_stand_side_by_side_in_the_middle(count: int, width: int, letter_width: int) -> None:
    regions = places(count, Size(width, 3), letter_width)
    assert len(regions) == count
    assert all(after.x == before.right + 1 for before, after in pairwise(regions))
    assert {region.width for region in regions} <= set(range(MIN_PITCH + letter_width - 2, MAX_PITCH + letter_width))
    assert abs(regions[0].x - (width - regions[-1].right)) <= 1
    assert regions[0].x >= 0
    assert regions[-1].right <= width


@given(count=st.integers(1, 9), width=st.integers(0, 300))
def test_pieces_fill_the_line(count: int, width: int) -> None:
    regions = pieces(count, Size(width, 1))
    assert sum(region.width for region in regions) == width
    assert [region.x for region in regions[1:]] == [region.right for region in regions[:-1]]


@pytest.mark.parametrize("letter", ["a", "词", "क्षि", ""])
def test_a_letter_stands_in_the_middle_however_wide_it_is(letter: str) -> None:
    shown = centred(letter, 5)
    assert cell_len(shown) == 5
    assert shown.strip() == letter


def bar_of(pilot: Pilot[None]) -> str:
    bar = pilot.app.screen.query_one(Bar)
    return "".join(str(piece.render()) for piece in bar.children)


async def test_the_bar_is_as_full_as_the_clock_at_any_width() -> None:
    clock = Clock()
    app, _ = make_app(playing=True, clock=clock)
    async with app.run_test(size=(83, 24)) as pilot:
        await settled(pilot)
        assert bar_of(pilot) == "━" * 83
        clock.time = 22.5
        screen = pilot.app.screen
        assert isinstance(screen, RoundScreen)
        screen._second_passed()
        assert bar_of(pilot) == "━" * 42 + "─" * 41
        await pilot.resize_terminal(100, 24)
        await pilot.pause()
        assert bar_of(pilot) == "━" * 50 + "─" * 50


async def test_rows_stay_in_step_when_the_terminal_changes() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.resize_terminal(61, 20)
        await pilot.pause()
        rack, slots = app.screen.query_one(Rack), app.screen.query_one(Slots)
        assert [cell.region.x for cell in rack.cells] == [cell.region.x for cell in slots.cells]
        assert [cell.region.x for cell in rack.cells] == [region.x for region in places(6, Size(61, 3))]


async def test_only_what_a_letter_changes_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = make_app(playing=True, mode="relaxed")
    drawn: list[str] = []
    draw = StylesCache.render_widget

    def watched(self: StylesCache, widget: Widget, crop: Region) -> list[Strip]:
        drawn.append(type(widget).__name__)
        return draw(self, widget, crop)

    async with app.run_test() as pilot:
        await settled(pilot)
        app.animation_level = "none"
        await pilot.press("p", "backspace")
        await pilot.pause()
        monkeypatch.setattr(StylesCache, "render_widget", watched)
        await pilot.press("o")
        await pilot.pause()
    assert sorted(drawn) == ["RoundScreen", "Slot", "Tile"]


async def test_what_stands_still_is_drawn_anew_on_another_paper() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        cells = [*app.screen.query_one(Rack).cells, *app.screen.query_one(Slots).cells]
        before = [cell.render_lines(cell.size.region) for cell in cells]
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert all(cell.render_lines(cell.size.region) != old for cell, old in zip(cells, before, strict=True))
