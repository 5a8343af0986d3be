"""The days on which the player played, and streaks of consecutive ones.

A day is a local date: the date in the time stamp of a game, as the player's clock showed it. Changes to summer time and
travel to other time zones therefore never split or join days; a date skipped at the date line counts as not played. A
game counts on the day on which it was begun and on the day on which its last round ended, which may differ.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jumble.figures.rows import day_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """The player's streaks: consecutive days on which a game was played."""

    current: int
    """Days of the streak that ends today, or yesterday while today may still be played; 0 when there is none."""
    longest: int
    """Days of the longest streak ever."""
    days: int
    """Number of all days played."""
    last: date | None
    """The latest day played, None when there is none."""


def played_days(times: Iterable[str | None]) -> set[date]:
    """Return the local dates of times (ISO 8601, or a date alone); None and invalid times are passed over."""
    dates = {time[:10] for time in times if time}
    return {day for text in dates if (day := day_of(text))}


def streak(days: Collection[date], today: date) -> Streak:
    """Return the streaks of the days played, as of `today`.

    Tomorrow may be among the days and then belongs to the current streak: the player has crossed the date line
    eastwards. Later days come from a clock that was wrong; they do not end the current streak.
    """
    runs = list(_runs(sorted(set(days))))
    plausible_runs = list(_runs(sorted({day for day in days if day - today <= DAY})))
    is_current = bool(plausible_runs) and today - plausible_runs[-1][1] <= DAY
    return Streak(
        current=_length(plausible_runs[-1]) if is_current else 0,
        longest=max(map(_length, runs), default=0),
        days=sum(map(_length, runs)),
        last=runs[-1][1] if runs else None,
    )


def _runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield (first day, last day) of each run of consecutive days; `days` must be sorted and without repeats."""
    first = last = None
    for day in days:
        if first is not None and last is not None and day - last > DAY:
            yield first, last
            first = None
        first, last = first or day, day
    if first is not None and last is not None:
        yield first, last


def _length(run: tuple[date, date]) -> int:
    """Return the number of days in a run, first and last included."""
    return (run[1] - run[0]).days + 1
