"""The game may end at any moment, also while a screen is only being set up."""

import asyncio

import pytest

from tests.tui.newsroom import make_app, settled
from tests.tui.test_input_order import press_at_once


@pytest.mark.parametrize("key", ["enter", "ctrl+p", "question_mark", "s", "slash"])
async def test_the_game_can_end_at_any_moment_of_a_screens_coming(key: str) -> None:
    for turns in range(25):
        app, _ = make_app()
        async with app.run_test() as pilot:
            await settled(pilot)
            press_at_once(app, key)
            for _ in range(turns):
                await asyncio.sleep(0)
            app.exit()
        assert app.crash is None, turns
