from jumble.settings import Settings
from jumble.tui.screens.open_dialog import OpenScreen
from jumble.tui.screens.read_article import ReadingScreen
from jumble.tui.widgets.keybar import KeyBar
from tests.tui.newsroom import (
    make_app,
    make_preferences,
    settled,
)
from tests.tui.on_screen import shown


async def test_settings_change_in_place_hold_at_once_and_are_kept() -> None:
    app, _ = make_app()
    written: list[Settings] = []
    app.preferences = make_preferences(written=written)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("comma", "right", "down", "right", "down", "right", "right", "down", "right")
        await settled(pilot)
        assert app.theme == "paper-day"
        await pilot.press("down", "left", "down", "down", "right", "escape")
        await settled(pilot)
        assert shown(pilot, "#choice").startswith("Relaxed · hard · ")
        assert app.desk.choice.length == 2
        assert app.animation_level == "none"
        masthead = str(app.screen.query_one("Masthead").render())
        assert "Delhi" not in masthead
        assert "23 Nov" in masthead
    assert written[-1] == Settings("hard", "relaxed", 2, "paper-day", motion="none", dateline="today")


async def test_keys_of_the_players_own_act_and_are_shown_where_they_apply() -> None:
    app, _ = make_app()
    own = {"front.read": ("x",), "front.open": ("r",), "front.level": ("q",)}
    app.preferences = make_preferences(Settings(keys=own))
    app.bind_own_keys()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "x read" in app.screen.query_one(KeyBar).line
        assert [note.message for note in app._notifications] == [
            "front.level keeps its keys: q is the key of front.quit"
        ]
        await pilot.press("x")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("escape", "r")
        assert isinstance(app.screen, OpenScreen)
