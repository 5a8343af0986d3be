"""Every command of the game, declared once: bindings, key bar, palette, help and plain mode all follow from this list."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from jumble.game.modes import MODES
from jumble.startup.early_names import LEVEL_NAMES


class Place(StrEnum):
    """Where a command applies; the value heads its part of the help screen."""

    EVERYWHERE = "Everywhere"
    FRONT = "Front page"
    WAITING = "Waiting for words"
    READING = "Reading"
    ROUND = "In a round"
    REVEAL = "After a round"
    PAUSE = "While paused"
    RESULTS = "Results"
    RECORDS = "Records"
    GAMES = "The list of games"
    GAME = "A game read back"
    OPEN = "When opening"
    CHOOSE = "When choosing"
    LIBRARY = "In the library"
    SETTINGS = "In the settings"
    SHARE = "Sharing a result"
    SUMMARY = "When there is only a summary"
    HELP = "In the help"


class Command(NamedTuple):
    """Something the player can do."""

    id: str
    """Names it for good: remapped keys and tests refer to it."""
    keys: tuple[str, ...]
    """As Textual names them; the first is the one that is shown."""
    action: str
    """The method `action_…` of the screen, or of the app behind `app.`."""
    label: str
    """On the key bar: a word or two."""
    help: str
    """On the help screen and in the palette: a line."""
    places: tuple[Place, ...]
    bar: bool = True
    """Whether the key bar shows it."""

    @property
    def key(self) -> str:
        """The key as it is written on a keyboard."""
        return show_key(self.keys[0])


QUIT_KEYS = ("ctrl+q", "ctrl+c")

COMMANDS: tuple[Command, ...] = (
    Command("front.play", ("enter",), "play", "play", "Play The Word Game!", (Place.FRONT,)),
    Command("front.read", ("r",), "read", "read", "Read the whole article", (Place.FRONT,)),
    Command("front.choose", ("down", "tab"), "choose", "list", "Pick another article from the list; enter takes it", (Place.FRONT,)),
    Command("front.open", ("o",), "open", "open", "Open a file, a folder or a web address; a text can be pasted into this page", (Place.FRONT,)),
    Command("front.resume", ("u",), "resume", "resume", "Go on with the game that was cut off", (Place.FRONT,)),
    Command("front.level", ("l",), "next_level", "level", f"Change the level: {', '.join(LEVEL_NAMES)}", (Place.FRONT,)),
    Command("front.mode", ("m",), "next_mode", "mode", f"Change the mode: {', '.join(MODES)}", (Place.FRONT,)),
    Command("front.records", ("s",), "app.show_records", "records", "Your record: games, streaks, bests, words", (Place.FRONT,)),
    Command("front.contents", ("c",), "contents", "contents", "Choose among the chapters, entries or texts of what is open", (Place.FRONT,)),
    Command("front.library", ("slash",), "library", "library", "Search everything that was ever opened", (Place.FRONT,)),
    Command("front.cancel", ("escape",), "cancel", "cancel", "Give up what is being opened", (Place.FRONT,), bar=False),
    Command("waiting.cancel", ("escape",), "cancel", "cancel", "Give up waiting, for the front page", (Place.WAITING,)),
    Command("reading.play", ("enter",), "play", "play", "Play The Word Game!", (Place.READING,)),
    Command("reading.scroll", ("down", "space"), "scroll_on", "scroll", "Scroll: arrows, space, page up and down", (Place.READING,)),
    Command("reading.back", ("escape", "backspace"), "back", "back", "Back to where you came from", (Place.READING,)),
    Command("round.hint", ("tab",), "hint", "hint", "Take the next hint: the clue, then letters, then the answer", (Place.ROUND,)),
    Command("round.shuffle", ("space",), "shuffle", "shuffle", "Shuffle the letters on the rack", (Place.ROUND,)),
    Command("reveal.next", ("enter", "space"), "next", "next", "On to the next word", (Place.REVEAL,)),
    Command("round.pause", ("escape",), "pause", "pause", "Pause: the clock stands and the rack is hidden", (Place.ROUND, Place.REVEAL)),
    Command("round.skip", ("ctrl+n",), "skip", "skip", "Skip this word", (Place.ROUND,)),
    Command("round.submit", ("enter",), "submit", "submit", "Submit the word; a right one submits itself", (Place.ROUND,)),
    Command("round.back", ("backspace",), "take_back", "take back", "Take the last letter back", (Place.ROUND,), bar=False),
    Command("round.clear", ("ctrl+u", "delete"), "clear", "clear", "Take all letters back", (Place.ROUND,), bar=False),
    Command("pause.resume", ("escape", "enter", "space"), "resume", "go on", "Go on with the round", (Place.PAUSE,)),
    Command("pause.leave", ("f",), "leave", "front page", "Leave the game for the front page", (Place.PAUSE,)),
    Command("results.again", ("enter",), "again", "play again", "Play other words of this article", (Place.RESULTS,)),
    Command("results.article", ("a",), "article", "article", "Read the article with its words marked", (Place.RESULTS,)),
    Command("results.share", ("c",), "share", "share", "Share the result: a text that spoils no word", (Place.RESULTS,)),
    Command("results.records", ("s",), "app.show_records", "records", "Your record: games, streaks, bests, words", (Place.RESULTS,)),
    Command("results.front", ("escape", "f"), "front", "front page", "Back to the front page", (Place.RESULTS,)),
    Command("records.games", ("enter", "g"), "games", "games", "Your games, the latest first", (Place.RECORDS,)),
    Command("games.open", ("enter",), "open", "open", "Read the game that is marked back word by word", (Place.GAMES,)),
    Command("games.down", ("down",), "down", "down", "Down the list; page down goes by a page", (Place.GAMES,), bar=False),
    Command("games.up", ("up",), "up", "up", "Up the list; page up goes by a page", (Place.GAMES,), bar=False),
    Command("records.scroll", ("down", "space"), "scroll_on", "scroll", "Scroll: arrows, space, page up and down", (Place.RECORDS, Place.GAME)),
    Command("records.back", ("escape", "backspace"), "back", "back", "Back to where you came from", (Place.RECORDS, Place.GAMES, Place.GAME)),
    Command("open.complete", ("tab",), "complete", "complete", "Complete the path; enter opens what the line names", (Place.OPEN,)),
    Command("open.down", ("down",), "down", "suggestions", "Pick one of the suggestions", (Place.OPEN,)),
    Command("open.up", ("up",), "up", "up", "Back up the suggestions", (Place.OPEN,), bar=False),
    Command("open.cancel", ("escape",), "cancel", "cancel", "Open nothing", (Place.OPEN,)),
    Command("choose.take", ("enter",), "take", "open", "Open the one that is marked; letters narrow the list", (Place.CHOOSE, Place.LIBRARY)),
    Command("choose.down", ("down",), "down", "down", "Down the list; page down goes by ten", (Place.CHOOSE, Place.LIBRARY), bar=False),
    Command("choose.up", ("up",), "up", "up", "Up the list; page up goes by ten", (Place.CHOOSE, Place.LIBRARY), bar=False),
    Command("choose.back", ("escape",), "back", "back", "Back to the front page", (Place.CHOOSE, Place.LIBRARY)),
    Command("library.order", ("tab",), "order", "order", "List by popularity, the newest first, or the unplayed", (Place.LIBRARY,)),
    Command("settings.on", ("right", "enter"), "on", "next value", "Change the setting that is marked", (Place.SETTINGS,)),
    Command("settings.off", ("left",), "off", "value before", "Change it the other way", (Place.SETTINGS,)),
    Command("settings.back", ("escape",), "back", "back", "Back to the front page", (Place.SETTINGS,)),
    Command("share.copy", ("c",), "copy", "copy again", "Copy the text again", (Place.SHARE,)),
    Command("share.close", ("escape", "enter"), "close", "close", "Back to the results", (Place.SHARE,)),
    Command("summary.whole", ("enter",), "whole", "whole page", "Open the whole page on the web", (Place.SUMMARY,)),
    Command("summary.summary", ("s",), "summary", "summary", "Take the summary", (Place.SUMMARY,)),
    Command("summary.cancel", ("escape",), "cancel", "cancel", "Take neither", (Place.SUMMARY,)),
    Command("help.close", ("escape", "q", "enter", "question_mark", "f1"), "close", "close", "Back to the game", (Place.HELP,)),
    Command("app.theme", ("ctrl+t",), "app.next_theme", "day/night", "Paper by day or by night (light, dark)", (Place.EVERYWHERE,), bar=False),
    Command("app.help", ("question_mark", "f1"), "app.show_help", "help", "Keys and rules", (Place.EVERYWHERE,)),
    Command("app.suspend", ("ctrl+z",), "app.suspend_process", "suspend", "Stop the game and give the shell the terminal; fg goes on", (Place.EVERYWHERE,), bar=False),
    Command("app.quit", QUIT_KEYS, "app.quit", "quit", "Quit, from anywhere", (Place.EVERYWHERE,), bar=False),
    Command("front.settings", ("comma",), "settings", "settings", "Settings: level, mode, theme, motion and more", (Place.FRONT,)),
    Command("front.quit", ("q",), "app.quit", "quit", "Quit the game", (Place.FRONT, Place.WAITING, Place.RESULTS, Place.PAUSE)),
)  # fmt: skip

HELP = "app.help"
ANYWHERE = frozenset({"ctrl+q", "ctrl+t", "ctrl+z"})
"""Keys that work under every dialog, too; ctrl+c copies in a line that is being typed."""

_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "delete": "del",
}


def show_key(key: str) -> str:
    """Return a key as it is written on a keyboard."""
    return _SHOWN.get(key, key)


def commands_at(*places: Place) -> list[Command]:
    """Return the commands of some places, in the order of the list."""
    return [command for command in COMMANDS if set(places) & set(command.places)]


def clashes(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what is wrong with keys of the player's own, by command id: a key that means something else there."""
    wrong: dict[str, str] = {}
    for place in Place:
        means: dict[str, str] = {}
        here = () if place is Place.EVERYWHERE else (Place.EVERYWHERE,)
        for command in sorted(commands_at(place, *here), key=lambda command: command.id in keys):
            for key in keys.get(command.id, command.keys):
                if command.id in keys and means.get(key, command.id) != command.id:
                    wrong[command.id] = f"{show_key(key)} is the key of {means[key]}"
                means.setdefault(key, command.id)
    return wrong


class BarItem(NamedTuple):
    """A command on the key bar."""

    id: str
    key: str
    label: str
    action: str
    pinned: bool
    """Whether it is shown however narrow the bar is: where there is help, nothing else needs to be."""


def bar_items(place: Place, labels: Mapping[str, str] | None = None, *, without: Collection[str] = ()) -> list[BarItem]:
    """Return what the key bar shows at a place, the most important first.

    `labels` replaces some by command id; the commands `without` can do nothing just now.
    """
    labels = labels or {}
    return [
        BarItem(
            command.id, command.key, labels.get(command.id, command.label), command.action, pinned=command.id == HELP
        )
        for command in commands_at(place, Place.EVERYWHERE)
        if command.bar and command.id not in without
    ]
