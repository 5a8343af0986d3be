"""The state of a game: frozen values, changed only by `rules.apply`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from jumble.game.modes import Mode, Rung
from jumble.game.scoring import most_points, rank, round_points
from jumble.words import letters

if TYPE_CHECKING:
    from jumble.puzzle import Puzzle, Round


class Phase(StrEnum):
    """What the game waits for."""

    PLAYING = "playing"
    """The player's next letter."""
    REVEAL = "reveal"
    """The player to have seen the answer."""
    OVER = "over"
    """Nothing."""


class Outcome(StrEnum):
    """How a round ended."""

    SOLVED = "solved"
    SKIPPED = "skipped"
    ANSWER = "answer"
    """The last hint was taken."""
    TIME_UP = "time up"


@dataclass(frozen=True, slots=True)
class Board:
    """The round in play. Tiles are named by their place in the scramble, from 0."""

    rack: tuple[int, ...]
    """All tiles, in the order they are shown."""
    slots: tuple[int, ...] = ()
    """The tiles laid so far, first letter first."""
    locked: int = 0
    """How many of the first slots hints have fixed."""
    clue: bool = False
    """Whether the clue was bought."""
    letter_hints: int = 0
    wrong_tries: int = 0
    shuffles: int = 0
    started: float = 0.0
    """Seconds of play at which the round began."""

    @property
    def hinted(self) -> bool:
        """Whether any hint was taken."""
        return self.clue or self.letter_hints > 0


@dataclass(frozen=True, slots=True)
class Result:
    """A round that has ended."""

    outcome: Outcome
    given: str
    """The word that solved it; empty if none did."""
    seconds_used: float
    """Of play that the round took."""
    seconds_left: float
    """On its clock; 0 where there is none."""
    clue: bool
    letter_hints: int
    wrong_tries: int
    streak: int
    """Rounds solved without a hint in a row just before this one; 0 when this one took a hint."""
    points: int

    @property
    def solved(self) -> bool:
        """Whether the word was found."""
        return self.outcome is Outcome.SOLVED

    @property
    def hinted(self) -> bool:
        """Whether any hint was taken."""
        return self.clue or self.letter_hints > 0


@dataclass(frozen=True)
class Game:
    """A whole game at one moment."""

    puzzle: Puzzle
    mode: Mode
    phase: Phase
    board: Board
    """The round in play, or the one just ended."""
    results: tuple[Result, ...] = ()

    @property
    def number(self) -> int:
        """The round in play or just ended, from 0."""
        return len(self.results) - (self.phase is not Phase.PLAYING)

    @property
    def round(self) -> Round:
        """What the puzzle says of the round in play or just ended."""
        return self.puzzle.rounds[self.number]

    @cached_property
    def tiles(self) -> tuple[str, ...]:
        """The letters of this round's scramble."""
        return letters(self.round.scramble)

    @property
    def answer_letters(self) -> tuple[str, ...]:
        """The letters of this round's answer."""
        return letters(self.round.answer)

    @property
    def laid(self) -> str:
        """The letters in the slots."""
        return "".join(self.tiles[tile] for tile in self.board.slots)

    @property
    def score(self) -> int:
        """Points so far."""
        return sum(result.points for result in self.results)

    @property
    def streak(self) -> int:
        """Rounds solved in a row without a hint, up to now."""
        count = 0
        for result in reversed(self.results):
            if not result.solved or result.hinted:
                break
            count += 1
        return count

    @property
    def most(self) -> int:
        """The most points this puzzle can give."""
        return most_points(self.puzzle, self.mode)

    @property
    def rank(self) -> str:
        """The newsroom's name for the score."""
        return rank(self.score, self.most)

    @property
    def next_hint(self) -> Rung | None:
        """The rung of the ladder that `Hint` takes next; None when the round has none to take."""
        if self.phase is not Phase.PLAYING:
            return None
        for rung in self.mode.hints:
            if rung is Rung.CLUE and (self.board.clue or not self.round.clue):
                continue
            if rung is Rung.LETTER and len(self.tiles) - self.board.locked <= 2:
                continue
            return rung
        return None

    def worth(self, at: float) -> int:
        """Return the points that solving this round would bring at `at` seconds of play; afterwards, what it did."""
        if self.phase is not Phase.PLAYING:
            return self.results[-1].points
        board = self.board
        return round_points(
            self.round.value,
            clue=board.clue,
            letter_hints=board.letter_hints,
            streak=self.streak,
            seconds=self.round.seconds,
            seconds_left=round(self.seconds_left(at) or 0.0, 3),
        )

    def seconds_left(self, at: float) -> float | None:
        """Return the seconds left on this round's clock at `at` seconds of play; None in a mode without clock."""
        if not self.mode.clock:
            return None
        if self.phase is not Phase.PLAYING:
            return self.results[-1].seconds_left
        return max(0.0, self.board.started + self.round.seconds - at)
