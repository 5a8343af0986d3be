"""What statistics are computed from: games and rounds as plain values, free of the database that they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from jumble.game import Game, Outcome


class GameRow(NamedTuple):
    """A game in which at least one round was finished."""

    number: int
    """Its place in the record: later games have higher ones."""
    level: str
    mode: str
    started: str
    """ISO 8601 in the player's local time with its offset from UTC, as all times."""
    ended: str | None
    """When its last round ended; None when it was left before."""
    most: int
    """Points that its puzzle can give."""
    rounds: int
    """That were finished."""
    solved: int
    score: int

    @property
    def finished(self) -> bool:
        """Whether it was played to the end."""
        return self.ended is not None

    @property
    def day(self) -> date | None:
        """The player's local day on which it came to its end, or on which it was begun if it was left before."""
        return day_of(self.ended or self.started)


class RoundRow(NamedTuple):
    """A round that was played, as it is written down."""

    round: int
    """From 1."""
    answer: str
    scramble: str
    letters: int
    """That the reader sees in the answer."""
    difficulty: float
    stars: int
    value: float
    seconds: int
    outcome: str
    given: str
    seconds_used: float
    seconds_left: float
    wrong_tries: int
    streak: int
    points: int
    hints_taken: Mapping[str, int]
    """How often each hint was taken, by its name; those not taken are left out."""

    @property
    def solved(self) -> bool:
        """Whether the word was found."""
        return self.outcome == Outcome.SOLVED


class ArticlePlays(NamedTuple):
    """An article and how often it was played: games in which at least one round was finished."""

    key: str
    title: str
    source: str
    plays: int
    best_score: int | None
    """Of the games that were played to the end."""
    last_played: str | None
    """ISO 8601 with the offset from UTC."""


class SizeCount(NamedTuple):
    """What the rounds of words of one size, that is as many letters or stars, add up to."""

    size: int
    rounds: int
    solved: int
    milliseconds: int
    """That the solved ones took."""
    middle: tuple[int, int] | None
    """Tenths of a second, the rest cut off, that the middle two of the solved ones took: of an odd number the middle
    one twice, of none None."""


class KindCount(NamedTuple):
    """What the games of one level and mode add up to."""

    level: str
    mode: str
    played: int
    """In which at least one round was finished, as for all that follows."""
    finished: int
    rounds: int
    solved: int
    best_score: int | None
    """Of those played to the end; None when none was."""
    share_score: int | None
    """The points, and the most possible, of the game among them with the greatest share."""
    share_most: int | None


@dataclass(frozen=True, slots=True)
class ListedGame:
    """A game with all that is told of it."""

    uid: str
    article_key: str
    title: str
    source: str
    language: str
    seed: int
    row: GameRow
    rounds: tuple[RoundRow, ...]


class Scored(Protocol):
    """What a score is compared by."""

    @property
    def level(self) -> str:
        """The level."""

    @property
    def mode(self) -> str:
        """The mode's name."""

    @property
    def score(self) -> int:
        """Points made."""

    @property
    def most(self) -> int:
        """Points that were possible."""

    @property
    def finished(self) -> bool:
        """Whether it was played to the end."""


@dataclass(frozen=True, slots=True)
class GameScore:
    """The score of a game that may not be in the record yet."""

    level: str
    mode: str
    score: int
    most: int
    finished: bool

    @classmethod
    def of(cls, game: Game) -> "GameScore":
        """Return that of a game as it is played."""
        return cls(game.puzzle.level, game.mode.name, game.score, game.most, game.finished)


def day_of(time: str) -> date | None:
    """Return the local day of a time as it is written, whatever its offset; None for what is no time."""
    try:
        return date.fromisoformat(time[:10])
    except ValueError:
        return None
