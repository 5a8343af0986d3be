"""What statistics are computed from: games and rounds as plain values, free of the database that they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from jumble.game import Game, Outcome


class GameRow(NamedTuple):
    """A game in which at least one round was finished."""

    number: int
    """The game's number in the record; later games have higher numbers."""
    level: str
    mode: str
    started: str
    """ISO 8601 in the player's local time with the offset from UTC, like every time stamp here."""
    ended: str | None
    """When the last round ended; None when the player left before that."""
    most: int
    """The most points possible in the game."""
    rounds: int
    """Number of finished rounds."""
    solved: int
    score: int

    @property
    def finished(self) -> bool:
        """Whether the game was played to its end."""
        return self.ended is not None

    @property
    def day(self) -> date | None:
        """The local day on which the game ended, or began if the player left it; None if the time is damaged."""
        return day_of(self.ended or self.started)


class RoundRow(NamedTuple):
    """A finished round, as the record stores it."""

    round: int
    """The round's number in the game, from 1."""
    answer: str
    scramble: str
    letters: int
    """Length of the answer in letters as a reader counts them (grapheme clusters)."""
    difficulty: float
    """Logits of not solving the word."""
    stars: int
    value: float
    """Points of the word before hints, time and streak."""
    seconds: int
    """Seconds on the round's full clock."""
    outcome: str
    given: str
    """The word that solved the round; empty if unsolved."""
    seconds_used: float
    """Seconds of play that the round took, pauses not counted."""
    seconds_left: float
    """Seconds left on the clock when the round ended; 0 in a mode without a clock."""
    wrong_tries: int
    streak: int
    points: int
    hints_taken: Mapping[str, int]
    """How often each hint was taken, by the hint's name; hints not taken are left out."""

    @property
    def solved(self) -> bool:
        """Whether the player solved the word."""
        return self.outcome == Outcome.SOLVED


class ArticlePlays(NamedTuple):
    """An article and how often it was played: games in which at least one round was finished."""

    key: str
    title: str
    source: str
    plays: int
    best_score: int | None
    """Best score of the games played to their end; None when there is none."""
    last_played: str | None
    """When the latest of those games began: ISO 8601 with the offset from UTC."""


class SizeCount(NamedTuple):
    """Totals over the rounds whose words have the same number of letters, or the same number of stars."""

    size: int
    """Number of letters, or of stars."""
    rounds: int
    solved: int
    milliseconds: int
    """Total solve time of the solved rounds."""
    median_tenths: tuple[int, int] | None
    """The two median solve times in tenths of a second, rounded down; equal for an odd number of solved rounds, None
    when no round was solved."""


class LevelModeCount(NamedTuple):
    """Totals over the games of one level and mode in which at least one round was finished."""

    level: str
    mode: str
    played: int
    """Number of these games."""
    finished: int
    """Number of games played to their end."""
    rounds: int
    solved: int
    best_score: int | None
    """Best score of the games played to their end; None when there is none."""
    share_score: int | None
    """Score of the finished game with the greatest share of its possible points; None when no game was finished."""
    share_most: int | None
    """Points that were possible in that game; None when no game was finished."""


@dataclass(frozen=True, slots=True)
class ListedGame:
    """A game with its article and its finished rounds, as lists and exports need it."""

    uid: str
    article_key: str
    title: str
    source: str
    language: str
    seed: int
    row: GameRow
    rounds: tuple[RoundRow, ...]


class Scored(Protocol):
    """What two games must have for their scores to be compared."""

    @property
    def level(self) -> str:
        """Name of the level."""

    @property
    def mode(self) -> str:
        """Name of the mode."""

    @property
    def score(self) -> int:
        """Points made."""

    @property
    def most(self) -> int:
        """Points that were possible."""

    @property
    def finished(self) -> bool:
        """Whether the game was played to its end."""


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
        """Return the score of a game in play or just finished."""
        return cls(game.puzzle.level, game.mode.name, game.score, game.most, game.finished)


def day_of(time: str) -> date | None:
    """Return the local day of a time stamp (ISO 8601), whatever its offset; None when it is not a valid date."""
    try:
        return date.fromisoformat(time[:10])
    except ValueError:
        return None
