import os
from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from jumble.article import Article, ArticleError, Cancel, CancelledError
from jumble.desk.opener import Opened, Progress
from jumble.game import RELAXED, LoggedMove, Next, Outcome, Phase, Skip, Type, replay
from jumble.settings import Settings
from jumble.tui.app import JumbleApp
from jumble.tui.drawing.styled_wording import LESSONS
from jumble.tui.screens.choose_entry import ChooseScreen
from jumble.tui.screens.front import FrontScreen
from jumble.tui.screens.help import HelpScreen
from jumble.tui.screens.open_dialog import OpenScreen
from jumble.tui.screens.pause import PauseScreen
from jumble.tui.screens.read_article import ReadingScreen
from jumble.tui.screens.results import ResultsScreen
from jumble.tui.screens.round import RoundScreen
from jumble.tui.screens.small import SmallScreen
from jumble.tui.screens.summary import SummaryScreen
from jumble.tui.screens.wait import CHOOSING
from jumble.tui.signals import GRACE_SECONDS, end
from jumble.tui.widgets.keybar import KeyBar
from jumble.tui.widgets.playbox import PlayBox
from jumble.tui.widgets.status import Status
from jumble.tui.widgets.story import Opening
from jumble.tui.widgets.tiles import LETTER_LINE, Tiles
from tests.tui.newsroom import (
    ARTICLE,
    CUT_OFF,
    MANY,
    OTHER,
    PUZZLE,
    Clock,
    TestDesk,
    TestOpener,
    made_ahead,
    make_app,
    make_preferences,
    settled,
)


def round_screen(pilot: Pilot[None]) -> RoundScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RoundScreen)
    return screen


def shown(pilot: Pilot[None], selector: str) -> str:
    screen = pilot.app.screen
    if isinstance(screen, FrontScreen):
        box = screen.query_one(PlayBox)
        return {"#headline": screen.query_one(Opening).title, "#choice": box.choice, "#cut-off": box.offer}[selector]
    return str(pilot.app.screen.query_one(selector, Static).render())


async def seen(pilot: Pilot[None]) -> None:
    """Wait until the answer is painted."""
    screen = round_screen(pilot)
    while not screen._revealed:
        await pilot.pause()


async def test_a_whole_game_and_the_way_back() -> None:
    app, kept = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.press(*"porter")
        assert "Solved" in shown(pilot, "#verdict")
        assert "also: report" in shown(pilot, "#verdict")
        await seen(pilot)
        await pilot.press("enter", "tab", "tab")
        assert round_screen(pilot).game.board.letter_hints == 1
        await pilot.press("ctrl+n")
        await seen(pilot)
        await pilot.press("space", "ctrl+n")
        await seen(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, ResultsScreen)
        assert shown(pilot, "#final").startswith("Final score 90")
        await pilot.press("a")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, FrontScreen)
        await settled(pilot)
        await pilot.press("enter")
        assert round_screen(pilot).game.score == 0
    assert kept.begun[0].key == ARTICLE.key
    assert kept.steps[-1][1].score == 90


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
        assert app.screen.query_one(Status).told.clock == "0:09"
        assert app.screen.query_one(Status).told.late
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


async def test_level_and_mode_change_the_next_game() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await pilot.press("m", "l")
        assert shown(pilot, "#choice") == "Relaxed · hard · only 3 words"
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(Status).told.clock == "no clock"


async def test_the_list_opens_another_article() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title


async def test_an_article_that_cannot_be_read_is_a_notice() -> None:
    app, _ = make_app()
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "down", "enter")
        await settled(pilot)
        assert shown(pilot, "#headline") == ARTICLE.title
        assert [note.message for note in app._notifications] == ["'gone.txt' is not there any more; choose another"]


async def test_an_article_without_a_usable_word_is_a_notice_and_the_page_stays() -> None:
    app, _ = make_app()
    desk = app.desk
    assert isinstance(desk, TestDesk)
    desk.refusal = "no word in it is fit to play"
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, FrontScreen)
        assert "no word in it is fit to play" in next(iter(app._notifications)).message
        desk.refusal = None
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, RoundScreen)


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


async def test_what_the_record_has_to_say_is_told_once() -> None:
    app, kept = make_app()
    kept.notice = "Playing without records: [the disk] is full"
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        assert [note.message for note in app._notifications] == ["Playing without records: [the disk] is full"]
        assert kept.notice is None


async def test_a_letter_of_several_keystrokes_is_laid_when_it_is_complete() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        screen = round_screen(pilot)
        game = screen.game
        tiles = ("क्ष", "मा", *game.tiles[2:])
        game.__dict__["tiles"] = tiles
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
        round_screen(pilot)._show()
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        await pilot.press("tab", "x", "space", "backspace")
        assert session.game.score == 0


async def test_a_signal_ends_the_game_by_force_where_order_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    timers: list[tuple[object, ...]] = []

    class Recorded:
        daemon = False

        def __init__(self, *arguments: object) -> None:
            self.arguments = arguments

        def start(self) -> None:
            timers.append((*self.arguments, self.daemon))

    monkeypatch.setattr("jumble.tui.signals.Timer", Recorded)
    app, _ = make_app()
    async with app.run_test():
        end(app, 15)
    assert timers == [(GRACE_SECONDS, os._exit, (143,), True)]
    assert app.return_code == 143


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


async def test_a_game_waits_while_the_player_has_turned_to_something_else() -> None:
    app, _ = make_app()
    assert isinstance(app.desk, TestDesk)
    app.desk.gate = Event()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        assert shown(pilot, "#choice") == CHOOSING
        await pilot.press("f1")
        app.desk.gate.set()
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [FrontScreen, HelpScreen]
        await pilot.press("escape")
        await pilot.press("enter")
        assert isinstance(app.screen, RoundScreen)


async def test_a_click_on_the_button_plays_and_none_beside_it() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        button = app.screen.query_one(PlayBox).button
        await pilot.click(PlayBox, offset=(button.x, button.y + 1))
        await pilot.click(PlayBox, offset=(button.x - 1, button.y))
        assert isinstance(app.screen, FrontScreen)
        await pilot.click(PlayBox, offset=(button.right - 1, button.y))
        assert isinstance(app.screen, RoundScreen)


async def test_a_game_made_ahead_is_the_first_thing_seen_and_its_page_comes_after_it() -> None:
    app, kept = make_app(playing=True)
    app.desk.look_ahead(made_ahead(OTHER, MANY))
    async with app.run_test() as pilot:
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [Screen, RoundScreen]
        assert kept.remembered == [OTHER]
        assert not kept.steps
        await pilot.press("o")
        assert [article.title for article in kept.begun] == [OTHER.title]
        assert len(kept.steps) == 1
        await pilot.press("escape", "f")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title
        assert shown(pilot, "#choice") == "Classic · medium · only 3 words"
        await pilot.press("c")
        assert isinstance(app.screen, ChooseScreen)


@pytest.mark.parametrize("key", ["escape", "o", "enter", "ctrl+p", "s"])
async def test_keys_before_the_first_screen_do_no_harm(key: str) -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        app.post_message(events.Key(key, None))
        app.post_message(events.Paste("A text\n\nthat was pasted early."))
        await settled(pilot)
        assert app.crash is None
        kinds = [type(screen) for screen in app.screen_stack]
        under = kinds[: kinds.index(RoundScreen)] if RoundScreen in kinds else []
        assert set(under) <= {Screen, FrontScreen}


async def test_who_goes_to_the_list_before_it_is_there_is_on_it_when_it_comes() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        while not app.front.is_mounted:
            await pilot.pause()
        if app.front._stories is None:  # it has not come in the meantime
            app.front.action_choose()
        else:
            await pilot.press("tab")
        await settled(pilot)
        assert app.front._stories is not None
        assert app.focused is app.front._stories
        assert app.front._stories.highlighted == 0


async def test_a_game_is_left_at_once_even_if_the_next_key_comes_with_it() -> None:
    app, kept = make_app(playing=True)
    app.desk.look_ahead(made_ahead(OTHER))
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("o", "escape")
        for key in ("f", "question_mark"):
            app.post_message(events.Key(key, None))
        await settled(pilot)
        assert kept.left == 1
        assert not any(isinstance(screen, RoundScreen) for screen in app.screen_stack)


async def test_a_game_made_ahead_waits_where_the_terminal_is_too_small() -> None:
    app, _ = make_app(playing=True)
    app.desk.look_ahead(made_ahead(OTHER))
    async with app.run_test(size=(50, 18)) as pilot:
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [Screen, RoundScreen, SmallScreen]
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert not round_screen(pilot).session.paused


async def test_a_game_asked_for_in_a_terminal_too_small_begins_when_it_is_large_enough() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test(size=(50, 18)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [Screen, FrontScreen, RoundScreen]
        assert not round_screen(pilot).session.paused


async def test_a_game_asked_for_that_cannot_be_made_ends_with_the_reason() -> None:
    app, _ = make_app(playing=True)
    assert isinstance(app.desk, TestDesk)
    app.desk.refusal = "no word in it is fit to play"
    async with app.run_test() as pilot:
        await settled(pilot)
    assert app.return_code == 1
    assert app.refusal == f"{ARTICLE.title}: no word in it is fit to play"


async def test_standard_input_is_not_read_from_within_the_game() -> None:
    app, _ = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("o", "-", "enter")
        await settled(pilot)
        assert "standard input cannot be opened" in next(iter(app._notifications)).message
        await pilot.press("o")
        assert app.screen.query_one(Input).value == "-"


def opens(app: JumbleApp, first: Callable[[Progress, Cancel], Opened]) -> None:
    assert isinstance(app.desk.opener, TestOpener)
    app.desk.opener.first = first


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


def _fails(*_: object) -> Opened:
    raise ArticleError("no such file: gone.txt")


@pytest.mark.parametrize("playing", [False, True])
def test_what_the_command_line_named_and_is_not_there_ends_the_app(playing: bool) -> None:
    app, _ = make_app(playing=playing)
    opens(app, _fails)
    app.run(headless=True)
    assert (app.return_code, app.refusal) == (1, "no such file: gone.txt")


@pytest.mark.parametrize("playing", [False, True])
async def test_giving_up_the_first_opening_leads_to_the_house_edition(playing: bool) -> None:
    app, _ = make_app(playing=playing)
    gate = Event()
    opens(app, lambda _, cancel: _wait_for(gate, cancel))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await settled_but_for(pilot, gate)
        assert isinstance(app.screen, FrontScreen)
        assert shown(pilot, "#headline") == OTHER.title


def _wait_for(gate: Event, cancel: Cancel) -> Opened:
    gate.wait(60)
    assert cancel.is_set()
    raise CancelledError("cancelled")


async def settled_but_for(pilot: Pilot[None], gate: Event) -> None:
    """Let what was given up end after what was asked for next."""
    await pilot.pause()
    gate.set()
    await settled(pilot)


async def test_the_newest_request_wins_and_the_page_stays_until_it_is_there() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        gate = Event()
        front = app.front
        front._ask_for("the slow one", lambda _, __: _late(gate, ARTICLE))
        front._ask_for("the quick one", lambda _, __: Opened(OTHER))
        await settled_but_for(pilot, gate)
        assert shown(pilot, "#headline") == OTHER.title


async def test_what_comes_during_a_game_waits_for_the_front_page() -> None:
    app, _ = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        gate = Event()
        app.front._ask_for("the slow one", lambda _, __: _late(gate, OTHER))
        await pilot.press("enter")
        assert round_screen(pilot).article == ARTICLE
        await settled_but_for(pilot, gate)
        assert app.front.article == ARTICLE
        await pilot.press("escape", "f")
        await settled(pilot)
        assert shown(pilot, "#headline") == OTHER.title


def _late(gate: Event, article: Article) -> Opened:
    gate.wait(60)
    return Opened(article)


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


async def test_a_game_that_was_cut_off_is_resumed_paused_with_its_clock_where_it_stood() -> None:
    app, kept = make_app()
    kept.cut_off = CUT_OFF
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "u resumes round 2 of 3" in shown(pilot, "#cut-off")
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(app.screen, PauseScreen)
        await pilot.press("enter")
        screen = round_screen(pilot)
        assert (screen.game.number, screen.session.elapsed, screen.session.seconds_left) == (1, 20.0, 37.0)
        await pilot.press("escape", "f")
        await settled(pilot)
    assert kept.left == 1
    assert kept.beats[-1] == 20.0


async def test_a_game_of_another_version_is_not_resumed() -> None:
    app, kept = make_app()
    kept.cut_off = replace(CUT_OFF, log=(LoggedMove(Skip(), 3.0), LoggedMove(Skip(), 4.0)))
    async with app.run_test(notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert isinstance(app.screen, FrontScreen)
        assert "another version" in next(iter(app._notifications)).message
    assert kept.given_up == [CUT_OFF.uid]


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


async def test_keys_of_the_players_own_act_and_are_shown_where_they_apply() -> None:
    app, _ = make_app()
    own = {"front.read": ("x",), "front.open": ("r",), "front.level": ("q",)}
    app.preferences = make_preferences(Settings(keys=own))
    app._take_keys()
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


@pytest.mark.parametrize(("best", "said"), [(("score",), "Your best score so far"), ((), "points short of")])
async def test_results_tell_of_a_personal_best_and_the_next_rank(best: tuple[str, ...], said: str) -> None:
    app, kept = make_app(playing=True)
    kept.best = best
    async with app.run_test() as pilot:
        await settled(pilot)
        app.finish(ARTICLE, replay(PUZZLE, RELAXED, [(move, 1.0) for move in (Skip(), Next()) * 3]))
        await settled(pilot)
        assert said in shown(pilot, "#best")
        assert app.preferences.settings.lessons_seen
        await pilot.press("c")
        assert "--seed 42" in str(app.screen.query_one("#share Static", Static).render())
        await pilot.press("escape")
        assert isinstance(app.screen, ResultsScreen)


async def test_a_letter_that_cannot_be_laid_is_told() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("z")
        assert shown(pilot, "#verdict") == "There is no Z left on the rack."
        await pilot.press(*"portre", "x")
        assert shown(pilot, "#verdict").startswith("Every slot is taken.")
