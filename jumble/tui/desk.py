"""The newsroom's desk: hands the screens their articles, puzzles and records, so that a test can hand them others."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from jumble.article import HOUSE, STANDARD_INPUT, Article, Entry, Shelf, open_source
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
    """None: another one for each game."""

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
        self.shelf = shelf
        self.keeper = keeper
        self.choice = choice
        self.today = today
        self._new_seed = new_seed
        self._clock = clock

    def seed(self) -> int:
        """Return the seed of the next game."""
        return self._new_seed() if self.choice.seed is None else self.choice.seed

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        """Make the next puzzle; takes a while, and raises PuzzleError or WordsError when it cannot be."""
        rounds = self.choice.rounds or self.choice.mode.rounds
        return make_puzzle(article, level=self.choice.level, rounds=rounds, seed=seed)

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        """Begin a game, written down from its first move."""
        mode = self.choice.mode
        record = self.keeper.begin(replace(article, source=locate(article.source)), puzzle, mode)
        return Session(puzzle, mode, self._clock, record.step)

    def open(self, source: str) -> Shelf:
        """Open what the player names; raises ArticleError."""
        return open_source(os.path.expanduser(source.strip()))  # noqa: PTH111 a source may be no path

    def stories(self) -> list[Story]:
        """Return the articles to choose from: played ones by popularity, then the shelf's and the house's others."""
        entries: dict[str, Entry] = {}
        for entry in (*self.shelf.entries, *open_source(HOUSE).entries):
            entries.setdefault(locate(entry.source), entry)
        played = [
            Story(each.title, each.source, each.plays, _loader(each.source, entries)) for each in self.keeper.plays()
        ]
        known = {story.source for story in played}
        unplayed = [
            Story(entry.title, source, 0, entry.load) for source, entry in entries.items() if source not in known
        ]
        return played + unplayed


def locate(source: str) -> str:
    """Return a source as it can be opened again from anywhere."""
    if source == STANDARD_INPUT or source.startswith(HOUSE):
        return source
    return os.path.abspath(source)  # noqa: PTH100 no link is to be followed


def _loader(source: str, entries: dict[str, Entry]) -> Callable[[], Article]:
    """Return what reads an article that was played before."""
    if source in entries:
        return entries[source].load
    return lambda: open_source(source).first()[1]


def _after(this: Thing, things: tuple[Thing, ...]) -> Thing:
    """Return the thing after this one, in a circle."""
    return things[(things.index(this) + 1) % len(things)]
