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
    """What is going on in the game."""

    PLAYING = "playing"
    """A round is in play."""
    REVEAL = "reveal"
    """A round has ended and its answer is shown, until the player makes the move `Next`."""
    OVER = "over"
    """The game has ended; no move changes it any more."""


class Outcome(StrEnum):
    """How a round ended."""

    SOLVED = "solved"
    SKIPPED = "skipped"
    ANSWER = "answer"
    """The player took the hint that shows the answer."""
    TIME_UP = "time up"


@dataclass(frozen=True, slots=True)
class Result:
    """How a round ended."""

    outcome: Outcome
    given: str
    """The word that solved the round; empty if it was not solved."""
    seconds_used: float
    """Seconds of play that the round took, pauses not counted."""
    seconds_left: float
    """Seconds left on the clock when the round ended; 0 in a mode without a clock."""
    hints: tuple[Rung, ...]
    """The hints taken, in order."""
    wrong_tries: int
    streak: int
    """Rounds solved without a hint in a row just before this one; 0 when a hint was taken in this one."""
    points: int

    @property
    def solved(self) -> bool:
        """Whether the player solved the word."""
        return self.outcome is Outcome.SOLVED

    @property
    def hinted(self) -> bool:
        """Whether any hint was taken."""
        return bool(self.hints)

    @property
    def unaided(self) -> bool:
        """Whether the word was solved without a hint, as a streak requires."""
        return self.solved and not self.hinted

    @property
    def hints_taken(self) -> Mapping[str, int]:
        """How often each hint was taken, by the hint's name; hints not taken are left out."""
        return Counter(rung.name for rung in self.hints)


class PlayedRound(NamedTuple):
    """A round that has ended: the puzzle's round and its result."""

    round: Round
    result: Result


@dataclass(frozen=True)
class Game:
    """The whole state of a game at one moment."""

    puzzle: Puzzle
    mode: Mode
    phase: Phase
    board: Board
    """The board of the round in play, or of the one just ended."""
    results: tuple[Result, ...] = ()
    """How each round so far ended, in order of play."""

    @property
    def rounds(self) -> tuple[Round, ...]:
        """All rounds of the game in order of play; a game on one clock may end before the last of them."""
        return self.mode.rounds_of(self.puzzle)

    @property
    def number(self) -> int:
        """Index of the round in play or just ended, from 0."""
        return len(self.results) - (self.phase is not Phase.PLAYING)

    @property
    def round(self) -> Round:
        """The puzzle's round that is in play or has just ended."""
        return self.rounds[self.number]

    @property
    def played_rounds(self) -> tuple[PlayedRound, ...]:
        """The rounds that have ended, in order of play; fewer than `rounds` if the clock of the whole game ran out."""
        return tuple(map(PlayedRound, self.rounds, self.results))

    @property
    def last_result(self) -> Result | None:
        """The result of the round that has just ended; None while a round is in play."""
        return None if self.phase is Phase.PLAYING else self.results[-1]

    @property
    def is_last_round(self) -> bool:
        """Whether no round follows the one in play or just ended.

        A round in play may still become the last: it does when the clock of the whole game runs out.
        """
        result = self.last_result
        return self.mode.is_last_round(self.puzzle, self.number, None if result is None else result.seconds_left)

    @property
    def finished(self) -> bool:
        """Whether the last round has ended; its answer may still be shown (`Phase.REVEAL`)."""
        return self.phase is not Phase.PLAYING and self.is_last_round

    @property
    def words_solved(self) -> int:
        """Number of words solved so far."""
        return sum(result.solved for result in self.results)

    @cached_property
    def spelled_round(self) -> SpelledRound:
        """The round in play or just ended, with its scramble and answer split into letters."""
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
        """The clue of this round once that hint was taken; else empty."""
        return self.round.clue if CLUE in self.board.hints else ""

    @property
    def laid(self) -> str:
        """The letters in the slots, as one word."""
        return "".join(self.tiles[tile] for tile in self.board.slots)

    @property
    def score(self) -> int:
        """Points so far."""
        return sum(result.points for result in self.results)

    @property
    def streak(self) -> int:
        """Number of rounds solved without a hint in a row, up to the latest that has ended."""
        count = 0
        for result in reversed(self.results):
            if not result.unaided:
                break
            count += 1
        return count

    @property
    def most(self) -> int:
        """The most points possible in this game."""
        return most_points(self.puzzle, self.mode)

    @property
    def rank(self) -> str:
        """The name of the rank that the score so far earns."""
        return rank(self.score, self.most)

    @property
    def next_hint(self) -> Rung | None:
        """The rung of the ladder that the move `Hint` takes next; None when no hint is left for this round."""
        if self.phase is not Phase.PLAYING:
            return None
        return next_rung(self.mode.hints, self.board, self.spelled_round)

    def worth(self, at: float) -> int:
        """Return the points for solving the round at `at` seconds of play; once it has ended, the points it brought.

        Time left earns points only in modes where each round has its own clock.
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
        """Seconds on the full clock of the round or of the whole game; None in a mode without a clock."""
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
        """Seconds of play at which the clock runs out in the round in play; None in a mode without a clock."""
        if self.clock_seconds is None:
            return None
        used_before = 0.0
        if isinstance(self.mode.clock, GameClock):
            used_before = round(sum(result.seconds_used for result in self.results), 3)
        return self.board.started + self.clock_seconds - used_before

    def seconds_left(self, at: float) -> float | None:
        """Return the seconds left on the clock at `at` seconds of play; None in a mode without a clock.

        Once the round has ended, these are the seconds that were left at its end.
        """
        ends_at = self.clock_ends_at
        if ends_at is None:
            return None
        if self.phase is not Phase.PLAYING:
            return self.results[-1].seconds_left
        return max(0.0, ends_at - at)
