"""The front page as a value: its state, and what can happen to it.

`front_page_rules.step` is the only thing that makes one state of another, and says what a screen is to do about it
(`front_page_actions`). No screen keeps flags of its own about what is being opened, made or waited for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jumble.article import Article, Shelf
    from jumble.desk.keeper import CutOff
    from jumble.desk.opener import Opened
    from jumble.puzzle import Puzzle


class InFront(StrEnum):
    """What the player looks at when something happens."""

    PAGE = "front page"
    WAIT = "wait for words"
    """The screen before a game that the command line asked for."""
    ELSEWHERE = "elsewhere"
    """A dialog, the help, a game."""


class Awaited(StrEnum):
    """What the player has asked for before it was there; the latest wish counts."""

    NOTHING = "nothing"
    GAME = "a game"
    READING = "the whole article"
    LIST = "the list of articles"


class PuzzleSettings(NamedTuple):
    """What a puzzle is made for."""

    level: str
    rounds: int
    """At most; a short article gives fewer."""


# --- stages: how far the next game is


class Opening(NamedTuple):
    """There is no article yet."""


class ChoosingWords(NamedTuple):
    """The puzzle is being made."""

    request: int
    """Only the answer to this request counts."""


class Ready(NamedTuple):
    """The puzzle is there."""

    puzzle: Puzzle


class Playing(NamedTuple):
    """A game is on; the next puzzle is made after it."""


class Refused(NamedTuple):
    """No puzzle can be made of the article."""

    reason: str


Stage = Opening | ChoosingWords | Ready | Playing | Refused


@dataclass(frozen=True, slots=True)
class FrontPage:
    """All that the front page is at one moment."""

    settings: PuzzleSettings
    """Of the next game."""
    stage: Stage = Opening()  # noqa: RUF009 an empty tuple
    article: Article | None = None
    shelf: Shelf | None = None
    """What the article was chosen from."""
    awaited: Awaited = Awaited.NOTHING
    owed: bool = False
    """Whether the command line asked for a game that has not begun yet: if there can be none, the program ends."""
    opening_first: bool = True
    """Whether what the command line named, or the house edition in its place, has not come yet."""
    held: CameOpen | None = None
    """What was opened while the player was elsewhere."""
    unfinished: CutOff | None = None
    """A game that was cut off and can be gone on with."""
    typed: str = ""
    """The source that the player typed last, to be corrected if it cannot be opened."""
    requests: int = 0
    """Puzzles asked for so far."""
    begun: bool = False
    """Whether the page has been painted."""


# --- what can happen


class Painted(NamedTuple):
    """The page was painted, or covered before it could be; counts once."""


class FirstGameBegan(NamedTuple):
    """The game that the command line asked for was ready before there was a page."""

    opened: Opened


class AskedToOpen(NamedTuple):
    """The player asked for something to be opened; the newest request counts."""

    typed: str | None = None
    """The source, if it was typed."""


class CameOpen(NamedTuple):
    """What was asked for last was opened."""

    opened: Opened
    shelf: Shelf | None = None
    """The shelf that its article stands on."""


class CouldNotOpen(NamedTuple):
    """What was asked for last could not be opened, or was given up."""

    reason: str
    cancelled: bool


class TurnedToShelf(NamedTuple):
    """The player chooses an entry of a shelf."""


class WordsChosen(NamedTuple):
    """A puzzle was made."""

    request: int
    puzzle: Puzzle


class NoWords(NamedTuple):
    """A puzzle could not be made."""

    request: int
    reason: str


class SettingsChanged(NamedTuple):
    """The next game is to be another."""

    settings: PuzzleSettings


class AskedToPlay(NamedTuple):
    """The player wants to play."""


class AskedToRead(NamedTuple):
    """The player wants to read the whole article."""


class AskedForList(NamedTuple):
    """The player went to the list before it was there, or thought better of it."""


class AskedToResume(NamedTuple):
    """The player wants to go on with the game that was cut off."""


class Listed(NamedTuple):
    """The list of articles is up to date."""

    unfinished: CutOff | None


class CameToFront(NamedTuple):
    """The page, or the wait for words, is in front again."""


class StoppedWaiting(NamedTuple):
    """The player gave up waiting for the game that the command line asked for."""


class GameResumed(NamedTuple):
    """A game that was cut off goes on."""


class GameOver(NamedTuple):
    """The game was played to its end, or left."""


Event = (
    Painted | FirstGameBegan | AskedToOpen | CameOpen | CouldNotOpen | TurnedToShelf | WordsChosen | NoWords
    | SettingsChanged | AskedToPlay | AskedToRead | AskedForList | AskedToResume | Listed | CameToFront
    | StoppedWaiting | GameResumed | GameOver
)  # fmt: skip
