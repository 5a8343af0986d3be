"""Checks the difficulty model against the rounds played: whether harder words are solved less often and more slowly.

Difficulty is in logits of not solving: a word that is one lower is solved at e times the odds. The model does not know
the player's skill, so one number is fitted: the difficulty of which the player solves half, chosen so that the model
predicts as many solved words as there were. The slope is the model's own. Seconds are not predicted; they should rise.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, floor, inf, isfinite
from statistics import median
from typing import NamedTuple

from jumble.figures.rows import ListedGame

STEPS = 30
"""Halvings of the range in which the fitted number lies: to a millionth of a logit, far finer than is shown."""
MARGIN = 20.0
"""Logits by which that range goes beyond the easiest and the hardest word; odds of e to the 20th are near certainty."""


class Trial(NamedTuple):
    """One round: its predicted difficulty and its outcome."""

    difficulty: float
    """Logits of not solving."""
    solved: bool
    seconds: float
    """Seconds of play that the round took, pauses not counted."""


@dataclass(frozen=True, slots=True)
class DifficultyBin:
    """The rounds of difficulty `start` (included) to `end` (excluded), in logits; rates are from 0 to 1."""

    start: float
    end: float
    rounds: int
    solved: int
    solve_rate: float
    predicted_rate: float
    median_seconds: float | None
    """Of the solved rounds; None when there is none."""


@dataclass(frozen=True, slots=True)
class DifficultyCheck:
    """How well the difficulty model predicts the rounds of a record."""

    rounds: int
    half_solved: float | None
    """The fitted difficulty, in logits, of which the player solves half; None when all rounds or none were solved."""
    seconds_correlation: float | None
    """Spearman's rank correlation of difficulty and seconds over the solved rounds; None where it is not defined."""
    hardness_correlation: float | None
    """The same over all rounds, unsolved ones counted as slower than every solved one."""
    bins: tuple[DifficultyBin, ...]


def check_games(games: Iterable[ListedGame]) -> DifficultyCheck:
    """Return the check over all rounds of games; 2,000 rounds (250 games) take less than two frames of a screen."""
    return check_difficulty(
        [Trial(row.difficulty, row.solved, row.seconds_used) for game in games for row in game.rounds]
    )


def check_difficulty(trials: Sequence[Trial]) -> DifficultyCheck:
    """Return the check over trials, with one bin for each logit of difficulty that occurs."""
    half_solved = _fit_half_solved(trials)
    solved = [trial for trial in trials if trial.solved]
    trials_by_bin: dict[int, list[Trial]] = {}
    for trial in trials:
        trials_by_bin.setdefault(floor(trial.difficulty), []).append(trial)
    return DifficultyCheck(
        rounds=len(trials),
        half_solved=round(half_solved, 3) if isfinite(half_solved) else None,
        seconds_correlation=_rounded(
            spearman([trial.difficulty for trial in solved], [trial.seconds for trial in solved])
        ),
        hardness_correlation=_rounded(
            spearman(
                [trial.difficulty for trial in trials], [trial.seconds if trial.solved else inf for trial in trials]
            )
        ),
        bins=tuple(_make_bin(start, binned, half_solved) for start, binned in sorted(trials_by_bin.items())),
    )


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation of two equally long sequences; equal numbers get their mean rank.

    None where it is not defined: for fewer than two pairs, and where all numbers of a sequence are equal.
    """
    ranks = [_ranks(numbers) for numbers in (first, second)]
    mean = (len(first) + 1) / 2
    squares = [sum((rank - mean) ** 2 for rank in number_ranks) for number_ranks in ranks]
    if not all(squares):
        return None
    products = sum((rank - mean) * (other_rank - mean) for rank, other_rank in zip(*ranks, strict=True))
    return float(products / (squares[0] * squares[1]) ** 0.5)


def _ranks(numbers: Sequence[float]) -> list[float]:
    """Return the rank of each number, from 1 for the smallest; equal numbers get the mean of their ranks."""
    counts, rank_of, smaller = Counter(numbers), dict[float, float](), 0
    for number in sorted(counts):
        rank_of[number] = smaller + (counts[number] + 1) / 2
        smaller += counts[number]
    return [rank_of[number] for number in numbers]


def _fit_half_solved(trials: Sequence[Trial]) -> float:
    """Return the difficulty of which half are solved, by bisection; inf when all were solved, -inf when none was."""
    solved = sum(trial.solved for trial in trials)
    if solved in {0, len(trials)}:
        return inf if solved else -inf
    # rounded to hundredths, so that a hundred thousand rounds have about a thousand difficulties
    counts = Counter(round(trial.difficulty, 2) for trial in trials)
    low, high = min(counts) - MARGIN, max(counts) + MARGIN
    for _ in range(STEPS):
        middle = (low + high) / 2
        if sum(count * _predicted_rate(difficulty, middle) for difficulty, count in counts.items()) < solved:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _predicted_rate(difficulty: float, half_solved: float) -> float:
    """Return the predicted share (0 to 1) of words of a difficulty that are solved; `half_solved` may be infinite."""
    if not isfinite(half_solved):
        return 1.0 if half_solved > 0 else 0.0
    return 1 / (1 + exp(difficulty - half_solved))


def _make_bin(start: int, trials: Sequence[Trial], half_solved: float) -> DifficultyBin:
    """Return the bin, one logit wide, of trials that lie in it."""
    solved_seconds = [trial.seconds for trial in trials if trial.solved]
    predicted_solved = sum(_predicted_rate(trial.difficulty, half_solved) for trial in trials)
    return DifficultyBin(
        start=start,
        end=start + 1,
        rounds=len(trials),
        solved=len(solved_seconds),
        solve_rate=round(len(solved_seconds) / len(trials), 4),
        predicted_rate=round(predicted_solved / len(trials), 4),
        median_seconds=round(median(solved_seconds), 3) if solved_seconds else None,
    )


def _rounded(correlation: float | None) -> float | None:
    """Return a correlation rounded to four places, as it is shown and exported."""
    return None if correlation is None else round(correlation, 4)
