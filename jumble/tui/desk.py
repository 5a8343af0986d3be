"""The newsroom's desk: hands the screens their articles, puzzles and records, so that a test can hand them others."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from jumble.article import (
    HOUSE,
    HOUSE_EDITION,
    STANDARD_INPUT,
    Article,
    ArticleError,
    Entry,
    Shelf,
    is_address,
    open_source,
)
from jumble.game import MODES, Game, LoggedMove, Mode, Session
from jumble.puzzle import Puzzle, make_puzzle
from jumble.words import LEVELS

Thing = TypeVar("Thing")


class Plays(Protocol):
    """How often an article was played."""

    @property
    def title(self) -> str:
        """Its headline."""

    @property
    def source(self) -> str:
        """Where it was read from."""

    @property
    def plays(self) -> int:
        """Games of it."""


class GameKeeper(Protocol):
    """Writes one game down."""

    def step(self, logged: LoggedMove, game: Game) -> None:
        """Take note of a move and the game after it."""


class Keeper(Protocol):
    """Writes games down and knows how often each article was played."""

    notice: str | None

    def plays(self) -> Sequence[Plays]:
        """Return the played articles, most popular first."""

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode) -> GameKeeper:
        """Return the record of a game that begins now."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the player has set for the next game."""

    mode: Mode
    level: str
    rounds: int | None = None
    """None: as many as the mode has."""
    seed: int | None = None
    """Of the first game; None: drawn, as for all later ones."""

    @property
    def length(self) -> int:
        """Rounds of the next game, if the article has as many words."""
        return self.rounds or self.mode.rounds

    def next_mode(self) -> "Choice":
        """Return the choice with the mode after this one."""
        return replace(self, mode=_after(self.mode, tuple(MODES.values())))

    def next_level(self) -> "Choice":
        """Return the choice with the level after this one."""
        return replace(self, level=_after(self.level, tuple(LEVELS)))


@dataclass(frozen=True, slots=True)
class Story:
    """A line of the list of articles."""

    title: str
    source: str
    plays: int
    load: Callable[[], Article]


class Desk:
    """Everything that the screens need of the other rooms."""

    def __init__(
        self,
        shelf: Shelf,
        keeper: Keeper,
        choice: Choice,
        *,
        new_seed: Callable[[], int],
        clock: Callable[[], float],
        today: Callable[[], date],
    ) -> None:
        """`shelf` is what the player named; `new_seed`, `clock` (seconds) and `today` are chance and time."""
        self.keeper = keeper
        self.choice = choice
        self.today = today
        self._new_seed = new_seed
        self._clock = clock
        self._begun = 0
        house = [] if shelf.name == HOUSE_EDITION else open_source(HOUSE).entries
        self._entries = {_place(entry): entry for entry in (*shelf.entries, *house)}

    def seed(self) -> int:
        """Return the seed of the next game: of the first the player's, if there is one, of later ones another."""
        return self._new_seed() if self.choice.seed is None else self.choice.seed + self._begun

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        """Make the next puzzle; takes a while, and raises PuzzleError or WordsError when it cannot be."""
        return make_puzzle(article, level=self.choice.level, rounds=self.choice.length, seed=seed)

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        """Begin a game, written down from its first move."""
        self._begun += 1
        mode = self.choice.mode
        record = self.keeper.begin(replace(article, source=locate(article.source)), puzzle, mode)
        return Session(puzzle, mode, self._clock, record.step)

    def open(self, source: str) -> Shelf:
        """Open what the player names; raises ArticleError."""
        source = source.strip()
        if source == STANDARD_INPUT:  # which is the keyboard by now
            raise ArticleError("standard input cannot be opened from here; start the game with: jumble -")
        return open_source(os.path.expanduser(source))  # noqa: PTH111 a source may be no path

    def add(self, shelf: Shelf) -> None:
        """Put what was opened in front of the list."""
        opened = {_place(entry): entry for entry in shelf.entries}
        self._entries = opened | {place: entry for place, entry in self._entries.items() if place not in opened}

    def stories(self) -> list[Story]:
        """Return the articles to choose from: played ones by popularity, then the others that were opened or ship.

        Source and title together name an article: a book or a feed has many of one source.
        """
        played: dict[tuple[str, str], Story] = {}
        for each in self.keeper.plays():
            place = (each.source, each.title)
            before = played.get(place)
            plays = each.plays + (before.plays if before else 0)
            played[place] = Story(each.title, each.source, plays, self._loader(each))
        unplayed = [
            Story(entry.title, place[0], 0, entry.load) for place, entry in self._entries.items() if place not in played
        ]
        return sorted(played.values(), key=lambda story: -story.plays) + unplayed

    def _loader(self, played: Plays) -> Callable[[], Article]:
        """Return what reads an article that was played before."""
        entry = self._entries.get((played.source, played.title))
        if entry is not None:
            return entry.load
        return _read_and_gone if played.source == STANDARD_INPUT else lambda: _read_again(played.source, played.title)


def _place(entry: Entry) -> tuple[str, str]:
    """Return where an entry is found again, and its title."""
    return locate(entry.source), entry.title


def _read_again(source: str, title: str) -> Article:
    """Open a source anew and read the article of a title, or its first if the title is gone."""
    shelf = open_source(source)
    entry = next((entry for entry in shelf.entries if entry.title == title), None)
    return entry.load() if entry is not None else shelf.first()[1]


def _read_and_gone() -> Article:
    """Say that a text from standard input is not there any more."""
    raise ArticleError("this text came through standard input; start the game with it again: jumble -")


def locate(source: str) -> str:
    """Return a source as it can be opened again from anywhere."""
    if source == STANDARD_INPUT or source.startswith(HOUSE) or is_address(source):
        return source
    path = os.path.abspath(source)  # noqa: PTH100 no link is to be followed
    return path.encode("utf-8", "replace").decode()  # a name that is no UTF-8 cannot be written down


def _after(this: Thing, things: tuple[Thing, ...]) -> Thing:
    """Return the thing after this one, in a circle."""
    return things[(things.index(this) + 1) % len(things)]
