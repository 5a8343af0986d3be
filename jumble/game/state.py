"""The state of a game: frozen values, changed only by `rules.apply`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, assert_never

from jumble.game.board import Board, SpelledRound
from jumble.game.clocks import GameClock, NoClock, RoundClock
from jumble.game.hints import CLUE, next_rung
from jumble.game.scoring import most_points, rank, round_points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jumble.game.board import Rung
    from jumble.game.modes import Mode
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
class Result:
    """A round that has ended."""

    outcome: Outcome
    given: str
    """The word that solved it; empty if none did."""
    seconds_used: float
    """Of play that the round took."""
    seconds_left: float
    """On the clock when it ended; 0 where there is none."""
    hints: tuple[Rung, ...]
    """The hints taken, in order."""
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
        return bool(self.hints)

    @property
    def unaided(self) -> bool:
        """Whether the word was found without a hint, which counts for a streak."""
        return self.solved and not self.hinted

    @property
    def hints_taken(self) -> Mapping[str, int]:
        """How often each hint was taken, by its name; those not taken are left out."""
        return Counter(rung.name for rung in self.hints)


class PlayedRound(NamedTuple):
    """A round that has ended: what the puzzle says of it, and how it ended."""

    round: Round
    result: Result


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
    def rounds(self) -> tuple[Round, ...]:
        """All rounds that the game may have, in order of play."""
        return self.mode.rounds_of(self.puzzle)

    @property
    def number(self) -> int:
        """The round in play or just ended, from 0."""
        return len(self.results) - (self.phase is not Phase.PLAYING)

    @property
    def round(self) -> Round:
        """What the puzzle says of the round in play or just ended."""
        return self.rounds[self.number]

    @property
    def played_rounds(self) -> tuple[PlayedRound, ...]:
        """The rounds that have ended, in order of play; in the end it may be fewer than there were."""
        return tuple(map(PlayedRound, self.rounds, self.results))

    @property
    def last_result(self) -> Result | None:
        """How the round just ended went; None while one is in play."""
        return None if self.phase is Phase.PLAYING else self.results[-1]

    @property
    def is_last_round(self) -> bool:
        """Whether no round follows the one in play or just ended; the clock of a whole game may yet make it so."""
        result = self.last_result
        return self.mode.is_last_round(self.puzzle, self.number, None if result is None else result.seconds_left)

    @property
    def finished(self) -> bool:
        """Whether the last round has ended; its answer may still be on show."""
        return self.phase is not Phase.PLAYING and self.is_last_round

    @property
    def words_solved(self) -> int:
        """How many words were found so far."""
        return sum(result.solved for result in self.results)

    @cached_property
    def spelled_round(self) -> SpelledRound:
        """The round in play or just ended, with its letters."""
        spell = self.puzzle.letters_of
        return SpelledRound(self.round, spell(self.round.scramble), spell(self.round.answer))

    @property
    def tiles(self) -> tuple[str, ...]:
        """The letters of this round's scramble."""
        return self.spelled_round.tiles

    @property
    def answer_letters(self) -> tuple[str, ...]:
        """The letters of this round's answer."""
        return self.spelled_round.answer

    @property
    def shown_clue(self) -> str:
        """The clue of this round, if it was taken; else empty."""
        return self.round.clue if CLUE in self.board.hints else ""

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
            if not result.unaided:
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
        return next_rung(self.mode.hints, self.board, self.spelled_round)

    def worth(self, at: float) -> int:
        """Return the points that solving this round would bring at `at` seconds of play; afterwards, what it did.

        Time left brings points only where each round has its own clock.
        """
        if self.phase is not Phase.PLAYING:
            return self.results[-1].points
        own_clock = isinstance(self.mode.clock, RoundClock)
        return round_points(
            self.round.value,
            hints=self.board.hints,
            streak=self.streak,
            seconds=self.round.seconds,
            seconds_left=round(self.seconds_left(at) or 0.0, 3) if own_clock else 0.0,
        )

    @property
    def clock_seconds(self) -> int | None:
        """The seconds that are on a full clock; None in a mode without clock."""
        match self.mode.clock:
            case RoundClock():
                return self.round.seconds
            case GameClock(seconds):
                return seconds
            case NoClock():
                return None
            case clock:
                assert_never(clock)

    @property
    def clock_ends_at(self) -> float | None:
        """Seconds of play at which the clock runs out in the round in play; None in a mode without clock."""
        if self.clock_seconds is None:
            return None
        used_before = 0.0
        if isinstance(self.mode.clock, GameClock):
            used_before = round(sum(result.seconds_used for result in self.results), 3)
        return self.board.started + self.clock_seconds - used_before

    def seconds_left(self, at: float) -> float | None:
        """Return the seconds left on the clock at `at` seconds of play; None in a mode without clock."""
        ends_at = self.clock_ends_at
        if ends_at is None:
            return None
        if self.phase is not Phase.PLAYING:
            return self.results[-1].seconds_left
        return max(0.0, ends_at - at)
