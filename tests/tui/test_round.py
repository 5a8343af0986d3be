import pytest
from textual import events

from jumble.game import Next, Outcome, Phase, Skip, Type
from jumble.tui.drawing.styled_wording import LESSONS
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.help import HelpScreen
from jumble.tui.screens.pause import PauseScreen
from jumble.tui.screens.results import ResultsScreen
from jumble.tui.screens.round import RoundScreen
from jumble.tui.screens.small import SmallScreen
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.status import Status
from jumble.tui.widgets.tiles import LETTER_LINE, Tiles
from tests.tui.newsroom import (
    PUZZLE,
    Clock,
    make_app,
    settled,
)
from tests.tui.on_screen import round_screen, seen, shown


async def test_another_anagram_is_named_beside_the_articles_word() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"report")
        assert "you found report, the article has porter" in shown(pilot, "#verdict")


async def test_a_wrong_word_is_told_and_stays() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"portre", "enter")
        assert "Not that word" in shown(pilot, "#verdict")
        assert round_screen(pilot).game.board.wrong_tries == 1
        await pilot.press("backspace")
        assert "Not that word" not in shown(pilot, "#verdict")
        await pilot.press("enter")
        assert "letters left" in shown(pilot, "#verdict")


async def test_the_price_stands_on_the_key_before_it_is_pressed() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        bars = []
        for _ in range(5):
            bars.append(app.screen.query_one(KeyBar).line.split("   ")[0])
            await pilot.press("tab")
    assert bars == [
        "tab clue −20 %",
        "tab letter −25 %",
        "tab letter −25 %",
        "tab letter −20 %",
        "tab letter, free",
    ]


async def test_a_click_lays_a_tile_and_takes_it_back() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        tiles = app.screen.query_one(Tiles)
        await pilot.click(tiles, offset=(tiles.places[1].x, 1))
        assert round_screen(pilot).game.laid == "r"
        await pilot.click(tiles, offset=(tiles.places[0].x - 1, 1))
        assert round_screen(pilot).game.laid == "r"
        await pilot.click(tiles, offset=(tiles.places[0].x, LETTER_LINE))
        assert round_screen(pilot).game.laid == ""


async def test_the_clock_runs_out_on_screen() -> None:
    clock = Clock()
    app, _ = make_app(playing=True, clock=clock)
    async with app.run_test() as pilot:
        await settled(pilot)
        clock.time = 36.5
        round_screen(pilot)._second_passed()
        assert app.screen.query_one(Status).text.clock == "0:09"
        assert app.screen.query_one(Status).text.late
        clock.time = 46
        round_screen(pilot)._second_passed()
        assert round_screen(pilot).game.results[0].outcome is Outcome.TIME_UP
        assert shown(pilot, "#verdict").startswith("Time is up")


@pytest.mark.parametrize(
    ("key", "cover"), [("escape", PauseScreen), ("question_mark", HelpScreen), ("f1", HelpScreen), ("ctrl+p", object)]
)
async def test_the_clock_stands_under_whatever_covers_the_table(key: str, cover: type) -> None:
    clock = Clock()
    app, _ = make_app(playing=True, clock=clock)
    async with app.run_test() as pilot:
        await settled(pilot)
        session = round_screen(pilot).session
        clock.time = 5
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, cover)
        assert session.paused
        clock.time = 500
        assert session.elapsed == 5
        await pilot.press("escape")
        await pilot.pause()
        assert not session.paused
        assert not app.screen.has_class("-covered")
        clock.time = 501
        assert session.elapsed == 6


async def test_a_terminal_too_small_lets_the_clock_stand() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        session = round_screen(pilot).session
        await pilot.resize_terminal(59, 24)
        assert isinstance(app.screen, SmallScreen)
        assert session.paused
        await pilot.press("question_mark")
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert isinstance(app.screen, RoundScreen)
        assert not session.paused


async def test_leaving_a_game_leads_to_the_front_page() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("escape", "f")
        assert isinstance(app.screen, FrontScreen)


async def test_a_letter_of_several_keystrokes_is_laid_when_it_is_complete() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        screen = round_screen(pilot)
        game = screen.game
        tiles = ("क्ष", "मा", *game.tiles[2:])
        game.__dict__["spelled_round"] = game.spelled_round._replace(tiles=tiles)
        for char in "मा":
            screen._type(char)
        assert screen.session.log[-1].move == Type("मा")


async def test_keys_after_the_last_answer_do_not_reach_back() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        session = round_screen(pilot).session
        for _ in PUZZLE.rounds:
            session.play(Skip())
            session.play(Next())
        round_screen(pilot)._show_game()
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        await pilot.press("tab", "x", "space", "backspace")
        assert session.game.score == 0


async def test_keys_pressed_in_one_breath_act_in_their_order() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        screen = round_screen(pilot)
        for key in ("p", "x", "t", "backspace", "o", "ctrl+u", "r", "e"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert screen.game.laid == "re"


async def test_a_key_from_before_the_answer_could_be_seen_does_not_close_it() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        screen = round_screen(pilot)
        early = events.Key("enter", "\r")
        for letter in "porter":
            screen.post_message(events.Key(letter, letter))
        screen.post_message(early)
        await seen(pilot)
        assert screen.game.results[0].solved
        screen.post_message(early)
        await pilot.pause()
        assert screen.game.phase is Phase.REVEAL
        await pilot.press("enter")
        assert round_screen(pilot).game.number == 1


async def test_the_word_is_told_wrong_as_soon_as_it_is_laid() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Type the word" in shown(pilot, "#verdict")
        await pilot.press(*"portre")
        assert "Not that word" in shown(pilot, "#verdict")


async def test_lessons_are_taught_once() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert shown(pilot, "#verdict") == LESSONS[0]
        await pilot.press("p")
        assert shown(pilot, "#verdict") == LESSONS[1]
        app.preferences.change(lessons_seen=True)
        await pilot.press("backspace")
        assert shown(pilot, "#verdict") == ""


async def test_a_letter_that_cannot_be_laid_is_told() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("z")
        assert shown(pilot, "#verdict") == "There is no Z left on the rack."
        await pilot.press(*"portre", "x")
        assert shown(pilot, "#verdict").startswith("Every slot is taken.")
