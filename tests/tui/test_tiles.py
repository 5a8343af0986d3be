from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from jumble.tui.drawing.sparing_compositor import SparingUpdate
from jumble.tui.screens.round import RoundScreen
from jumble.tui.widgets.bar import Bar
from jumble.tui.widgets.status import Status, StatusText, changed, lay_out
from jumble.tui.widgets.tiles import FLIGHT_LINE, LETTER_LINE, MAX_PITCH, MIN_PITCH, Flight, Tiles, centred, places
from tests.tui.newsroom import Clock, make_app, settled


@given(count=st.integers(1, 12), width=st.integers(60, 300), letter_width=st.integers(1, 2))
def test_letters_stand_side_by_side_in_the_middle(count: int, width: int, letter_width: int) -> None:
    regions = places(count, width, letter_width)
    assert len(regions) == count
    assert all(after.x == before.right + 1 for before, after in pairwise(regions))
    assert {region.width for region in regions} <= set(range(MIN_PITCH + letter_width - 2, MAX_PITCH + letter_width))
    assert abs(regions[0].x - (width - regions[-1].right)) <= 1
    assert regions[0].x >= 0
    assert regions[-1].right <= width


@pytest.mark.parametrize("letter", ["a", "词", "क्षि", ""])
def test_a_letter_stands_in_the_middle_however_wide_it_is(letter: str) -> None:
    shown = centred(letter, 5)
    assert cell_len(shown) == 5
    assert shown.strip() == letter


def drawn(widget: Widget, line: int = 0) -> str:
    return "".join(segment.text for segment in widget.render_line(line))


def letters_in(tiles: Tiles, line: int) -> str:
    """Return what stands in the places of a line, a blank for nothing."""
    text = drawn(tiles, line)
    return "".join(text[place.x : place.right].strip("│┆ ") or " " for place in tiles.places)


async def test_the_bar_is_as_full_as_the_clock_at_any_width() -> None:
    clock = Clock()
    app, _ = make_app(playing=True, clock=clock)
    async with app.run_test(size=(83, 24)) as pilot:
        await settled(pilot)
        bar = app.screen.query_one(Bar)
        assert drawn(bar) == "━" * 83
        clock.time = 22.5
        screen = pilot.app.screen
        assert isinstance(screen, RoundScreen)
        screen._second_passed()
        assert drawn(bar) == "━" * 42 + "─" * 41
        await pilot.resize_terminal(100, 24)
        await pilot.pause()
        assert drawn(bar) == "━" * 50 + "─" * 50


@given(left=st.text("abc ★☆", max_size=20), clock=st.text("0:9", max_size=4), right=st.text("xy ", max_size=20))
def test_the_clock_stands_in_the_middle_of_what_the_sides_leave(left: str, clock: str, right: str) -> None:
    line = lay_out(StatusText(left, clock, right), 60)
    assert (line.startswith(left), line.endswith(right), len(line)) == (True, True, 60)
    before, after = line[len(left) :].removesuffix(right).split(clock, 1) if clock else ("", "")
    assert 0 <= len(after) - len(before) <= 1


@given(before=st.text("ab词", max_size=12), now=st.text("ab词", max_size=12))
def test_nothing_but_the_change_of_a_line_is_painted(before: str, now: str) -> None:
    span = changed(before, now)
    if span is None:
        assert before == now
        return
    start, end = span
    cells = [[letter] * cell_len(letter) for letter in now]
    row = [letter for each in cells for letter in each]
    old = [letter for letter in before for _ in range(cell_len(letter))]
    assert row[:start] == old[:start]
    if len(old) == len(row):
        assert row[end:] == old[end:]


async def test_rows_stay_in_step_when_the_terminal_changes() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.resize_terminal(61, 20)
        await pilot.pause()
        tiles = app.screen.query_one(Tiles)
        assert tiles.places == places(6, 61)
        assert letters_in(tiles, 1) == "TROPRE"
        assert letters_in(tiles, LETTER_LINE) == "······"


async def test_a_letter_is_seen_on_its_way_unless_nothing_is_to_move() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        tiles = app.screen.query_one(Tiles)
        app.animation_level = "none"
        await pilot.press("p")
        assert letters_in(tiles, FLIGHT_LINE) == " " * 6
        app.animation_level = "full"
        tiles.set_faces(tiles.rack, tiles.slots, 1, Flight("O", 0, 5))
        assert letters_in(tiles, FLIGHT_LINE) == "  O   "
        tiles.set_faces(tiles.rack, tiles.slots, 1, Flight("R", 0, 1))  # the next letter comes too fast
        assert letters_in(tiles, FLIGHT_LINE) == " " * 6
        tiles.set_faces(tiles.rack, tiles.slots, 1, Flight("R", 0, 1))
        assert letters_in(tiles, FLIGHT_LINE) == "R     "
        while tiles._landing is not None:
            await pilot.pause()
        assert letters_in(tiles, FLIGHT_LINE) == " " * 6


async def test_only_what_a_letter_changes_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    app, _ = make_app(playing=True, mode="relaxed")
    spans: list[tuple[int, int, int]] = []
    async with app.run_test() as pilot:
        await settled(pilot)
        app.animation_level = "none"
        await pilot.press("p", "backspace")
        await pilot.pause()
        monkeypatch.setattr(app, "_display", lambda _, update: spans.extend(update.spans if update else ()))
        await pilot.press("o")
        await pilot.pause()
        tiles = app.screen.query_one(Tiles)
        rack, slot = tiles.places[2].translate(tiles.region.offset), tiles.places[0].translate(tiles.region.offset)
    assert sorted(spans) == [
        *((y, rack.x, rack.right) for y in range(rack.y, rack.y + 3)),
        (slot.y + LETTER_LINE, slot.x, slot.right),
    ]


def test_an_update_writes_the_changed_cells_alone() -> None:
    strip = Strip([Segment("abcdef")])
    update = SparingUpdate([{0: strip, 6: Strip([Segment("ghi词")])}], [(0, 2, 8)], [[6, 11]])
    assert update.render_segments(Console()) == "\x1b[1;3Hcdef\x1b[1;7Hgh"


async def test_what_stands_still_is_drawn_anew_on_another_paper() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        parts = [app.screen.query_one(Tiles), app.screen.query_one(Bar), app.screen.query_one(Status)]
        before = [part.render_lines(part.size.region) for part in parts]
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert all(part.render_lines(part.size.region) != old for part, old in zip(parts, before, strict=True))
