"""Measuring in pairs: the game and its partner in turn, so that whatever else the machine does weighs on both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Goal:
    """The most that is allowed."""

    ratio: float | None = None
    """To the partner."""
    most: float | None = None
    """In the unit of the figure."""


NO_GOAL = Goal()


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    name: str
    unit: str
    ours: float
    bare: float
    ratio: float
    """Where there are pairs the median of their ratios, which other work on the machine disturbs less."""
    middle: tuple[float, float] | None
    """Between which the middle half of the ratios lies."""
    times: int
    """Pairs or keys behind the figure."""
    goal: Goal = NO_GOAL

    @property
    def missed(self) -> bool:
        """Whether there is a goal and it is not reached."""
        ratio, most = self.goal.ratio, self.goal.most
        return (ratio is not None and self.ratio > ratio) or (most is not None and self.ours > most)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that could not be measured."""

    name: str
    reason: str


Row = Figure | Skipped


def alternate(pairs: int, ours: Measure, bare: Measure) -> tuple[list[float], list[float]]:
    """Measure both in turn, first the one, then the other first; the first pair warms the caches and is not counted."""
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs + 1):
        for which in (0, 1) if number % 2 else (1, 0):
            seconds = (ours, bare)[which]()
            if number:
                found[which].append(seconds)
    return found


def figure_of_pairs(name: str, unit: str, ours: Sequence[float], bare: Sequence[float], goal: Goal = NO_GOAL) -> Figure:
    """Return the row of figures that were measured in pairs."""
    ratios = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    low, _, high = quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else (ratios[0],) * 3
    return Figure(name, unit, median(ours), median(bare), median(ratios), (low, high), len(ratios), goal)


def figure_of_share(
    name: str, unit: str, share: int, ours: Sequence[float], bare: Sequence[float], goal: Goal = NO_GOAL
) -> Figure:
    """Return the row of that figure which `share` per cent of a series do not exceed."""
    mine, theirs = percentile(ours, share), percentile(bare, share)
    return Figure(f"{name}, p{share}", unit, mine, theirs, mine / theirs, None, len(ours), goal)


def percentile(figures: Sequence[float], share: int) -> float:
    """Return the figure that `share` per cent (1 to 99) do not exceed, between two of them where it falls between."""
    return quantiles(figures, n=100, method="inclusive")[share - 1]
