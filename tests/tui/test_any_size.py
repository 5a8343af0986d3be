"""A terminal may have any size at any moment: no screen ends the game by it."""

import pytest

from jumble.tui.screens.small import SmallScreen
from tests.tui.newsroom import make_app, settled
from tests.tui.test_input_order import all_handed_on, press_at_once, stack

SCREENS = ["", "question_mark", "slash", "o", "comma", "s", "r", "ctrl+p", "enter", "enter ctrl+n"]
SIZES = [(1, 1), (9, 5), (1, 300), (60, 20), (1000, 1), (3, 3), (300, 100), (2, 40), (59, 20), (1000, 300), (80, 24)]


@pytest.mark.parametrize("keys", SCREENS)
async def test_a_screen_of_any_size_ends_nothing(keys: str) -> None:
    app, _ = make_app()
    async with app.run_test(size=(1, 1)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        await pilot.press(*keys.split())
        before = stack(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause(0.02)
            press_at_once(app, "up")
        await all_handed_on(pilot)
        assert stack(pilot) == before
        assert app.crash is None
