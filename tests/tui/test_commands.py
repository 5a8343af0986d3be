import re
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from string import punctuation

import pytest
from textual.keys import REPLACED_KEYS, Keys, _character_to_key, _get_unicode_name_from_key

from jumble.desk.commands import COMMANDS, Command, Place, bar_items, commands_at, show_key
from jumble.tui.app import JumbleApp
from jumble.tui.screens.help import HelpText
from tests.tui.newsroom import make_app, settled

SCREENS = {
    Place.FRONT: "jumble.tui.screens.front.FrontScreen",
    Place.WAITING: "jumble.tui.screens.wait.WaitScreen",
    Place.READING: "jumble.tui.screens.read_article.ReadingScreen",
    Place.ROUND: "jumble.tui.screens.round.RoundScreen",
    Place.REVEAL: "jumble.tui.screens.round.RoundScreen",
    Place.PAUSE: "jumble.tui.screens.pause.PauseScreen",
    Place.RESULTS: "jumble.tui.screens.results.ResultsScreen",
    Place.RECORDS: "jumble.tui.screens.record_page.RecordsScreen",
    Place.GAMES: "jumble.tui.screens.game_list.GamesScreen",
    Place.GAME: "jumble.tui.screens.past_game.GameScreen",
    Place.OPEN: "jumble.tui.screens.open_dialog.OpenScreen",
    Place.CHOOSE: "jumble.tui.screens.choose_entry.ChooseScreen",
    Place.LIBRARY: "jumble.tui.screens.search_library.LibraryScreen",
    Place.SETTINGS: "jumble.tui.screens.change_settings.SettingsScreen",
    Place.SHARE: "jumble.tui.screens.share.ShareScreen",
    Place.SUMMARY: "jumble.tui.screens.summary.SummaryScreen",
    Place.HELP: "jumble.tui.screens.help.HelpScreen",
}
every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.id))


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize("place", list(Place))
def test_a_key_means_one_thing_in_a_place(place: Place) -> None:
    everywhere = [] if place is Place.HELP else [Place.EVERYWHERE]  # where the keys of help close it
    keys = Counter(key for command in commands_at(place, *everywhere) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@every_command
def test_every_command_can_be_carried_out_where_it_applies(command: Command) -> None:
    owner, _, name = command.action.rpartition(".")
    for place in command.places:
        if owner == "app" or place is Place.EVERYWHERE:
            assert hasattr(JumbleApp, f"action_{name}")
        else:
            module, _, screen = SCREENS[place].rpartition(".")
            assert hasattr(getattr(import_module(module), screen), f"action_{name}")


@every_command
def test_every_key_is_one_that_a_terminal_sends(command: Command) -> None:
    known = {key.value for key in Keys} | set(REPLACED_KEYS) | {_character_to_key(char) for char in punctuation}
    for key in command.keys:
        assert len(key) == 1 or key in known or _get_unicode_name_from_key(key) != key or key.startswith("ctrl+")


async def lines_of_help() -> list[str]:
    """The help screen, so wide that no line of it is broken."""
    app, _ = make_app()
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        return [line.plain for line in app.screen.query_one(HelpText)._lines(400)]


def help_told(lines: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return what help says: the head of a part, keys in it, and what they do."""
    told, head = [], ""
    for line in lines:
        keys, *does = re.split(r" {2,}", line.strip())
        if does:
            told.append((head, keys, does[0]))
        else:
            head = line
    return told


def help_of(place: Place, command: Command) -> tuple[str, str, str]:
    return place.value.upper(), " ".join(map(show_key, command.keys)), command.help


async def test_help_tells_of_every_command_where_it_applies_and_of_nothing_else() -> None:
    told = help_told(await lines_of_help())
    needed = [help_of(place, command) for place in Place for command in commands_at(place)]
    assert sorted(line for line in told if line[1] != "letters") == sorted(needed)
    assert {command.id for place in Place for command in commands_at(place)} == {command.id for command in COMMANDS}


@pytest.mark.parametrize("place", [Place.FRONT, Place.READING, Place.ROUND, Place.REVEAL, Place.PAUSE, Place.RESULTS])
def test_help_is_on_every_key_bar(place: Place) -> None:
    assert [item.key for item in bar_items(place) if item.pinned] == ["?"]


async def test_the_palette_offers_what_the_screen_can_do() -> None:
    app, _ = make_app(playing=True)
    async with app.run_test() as pilot:
        await settled(pilot)
        titles = {command.title for command in app.get_system_commands(app.screen)}
    assert "Shuffle the letters on the rack" in titles
    assert "Read the whole article" not in titles
    assert "Quit, from anywhere" in titles
