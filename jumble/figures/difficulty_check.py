"""Difficulty as predicted against what players did: whether words called harder are solved less often and more slowly.

Difficulty is stated in logits of not solving: of two words, one lower is solved at e times the odds. It says nothing of
how good a player is, so one number is fitted: the difficulty of which this player solves half, chosen so that as many
words are predicted to be solved as were. The slope is the model's own. About seconds it says nothing; they should rise.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, floor, inf, isfinite
from statistics import median
from typing import NamedTuple

from jumble.figures.rows import ListedGame

STEPS = 30
"""Halvings of the range in which the fitted number lies: to a millionth of a logit, far finer than what is told."""
MARGIN = 20.0
"""Logits beyond the easiest and hardest word in which it is looked for; there e to the 20th is as good as always."""


class Trial(NamedTuple):
    """A round, as far as it tests the prediction."""

    difficulty: float
    solved: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class DifficultyBin:
    """Rounds of difficulty `start` up to less than `end`."""

    start: float
    end: float
    rounds: int
    solved: int
    solve_rate: float
    predicted_rate: float
    median_seconds: float | None
    """Of the solved ones."""


@dataclass(frozen=True, slots=True)
class DifficultyCheck:
    """All that the record says about the prediction."""

    rounds: int
    half_solved: float | None
    """The difficulty of which half are solved, fitted; None when all or none were, which leaves it open."""
    seconds_correlation: float | None
    """Spearman's rank correlation of difficulty and seconds, over solved rounds; None where it is not defined."""
    hardness_correlation: float | None
    """The same over all rounds, with those not solved behind the slowest of the solved."""
    bins: tuple[DifficultyBin, ...]


def check_games(games: Iterable[ListedGame]) -> DifficultyCheck:
    """Return what the rounds of games say: 2,000 of them, that is 250 games, within two frames."""
    return check_difficulty(
        [Trial(each.difficulty, each.solved, each.seconds_used) for game in games for each in game.rounds]
    )


def check_difficulty(trials: Sequence[Trial]) -> DifficultyCheck:
    """Return what rounds say about the prediction."""
    middle = _half_solved(trials)
    solved = [each for each in trials if each.solved]
    alike: dict[int, list[Trial]] = {}
    for each in trials:
        alike.setdefault(floor(each.difficulty), []).append(each)
    return DifficultyCheck(
        rounds=len(trials),
        half_solved=round(middle, 3) if isfinite(middle) else None,
        seconds_correlation=_told(spearman([each.difficulty for each in solved], [each.seconds for each in solved])),
        hardness_correlation=_told(
            spearman([each.difficulty for each in trials], [each.seconds if each.solved else inf for each in trials])
        ),
        bins=tuple(_bin(start, rounds, middle) for start, rounds in sorted(alike.items())),
    )


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation of two rows of numbers, equal ones sharing their ranks.

    None where it is not defined: for fewer than two pairs, and where either row has one number only.
    """
    ranks = [_ranks(row) for row in (first, second)]
    mean = (len(first) + 1) / 2
    spread = [sum((rank - mean) ** 2 for rank in row) for row in ranks]
    if not all(spread):
        return None
    together = sum((one - mean) * (other - mean) for one, other in zip(*ranks, strict=True))
    return float(together / (spread[0] * spread[1]) ** 0.5)


def _ranks(row: Sequence[float]) -> list[float]:
    """Return the rank of each number from 1 on, the mean of their ranks for equal ones."""
    counts, rank_of, before = Counter(row), dict[float, float](), 0
    for number in sorted(counts):
        rank_of[number] = before + (counts[number] + 1) / 2
        before += counts[number]
    return [rank_of[number] for number in row]


def _half_solved(trials: Sequence[Trial]) -> float:
    """Return the difficulty of which half are solved; infinite when all or none were."""
    solved = sum(each.solved for each in trials)
    if solved in {0, len(trials)}:
        return inf if solved else -inf
    # To a hundredth, so that a hundred thousand rounds are a thousand kinds.
    kinds = Counter(round(each.difficulty, 2) for each in trials)
    low, high = min(kinds) - MARGIN, max(kinds) + MARGIN
    for _ in range(STEPS):
        half = (low + high) / 2
        if sum(count * _predicted(difficulty, half) for difficulty, count in kinds.items()) < solved:
            low = half
        else:
            high = half
    return (low + high) / 2


def _predicted(difficulty: float, half_solved: float) -> float:
    """Return the share of words of a difficulty that are solved."""
    if not isfinite(half_solved):
        return 1.0 if half_solved > 0 else 0.0
    return 1 / (1 + exp(difficulty - half_solved))


def _bin(start: int, rounds: Sequence[Trial], half_solved: float) -> DifficultyBin:
    """Return one bin, a logit wide."""
    solved = [each.seconds for each in rounds if each.solved]
    return DifficultyBin(
        start=start,
        end=start + 1,
        rounds=len(rounds),
        solved=len(solved),
        solve_rate=round(len(solved) / len(rounds), 4),
        predicted_rate=round(sum(_predicted(each.difficulty, half_solved) for each in rounds) / len(rounds), 4),
        median_seconds=round(median(solved), 3) if solved else None,
    )


def _told(correlation: float | None) -> float | None:
    """Return a correlation as it is told, to four places."""
    return None if correlation is None else round(correlation, 4)
