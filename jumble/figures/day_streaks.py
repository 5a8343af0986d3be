"""The days on which somebody played, and how many of them came in a row.

A day is the player's own: the date written in the time stamp of a game, by the clock as it was there and then. So no
change to summer time and no move to another time zone makes two days of one; a day that the calendar leaves out, on a
flight west over the date line, is left out here as well. A game counts for the day on which it was begun and for the
day on which its last round ended: over midnight, and after a pause of a week, these are two, and on both of them
somebody played.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jumble.figures.rows import day_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row on which a game was played."""

    current: int
    """Up to today, or up to yesterday as long as today may still be played."""
    longest: int
    days: int
    """All days played, in a row or not."""
    last: date | None
    """The latest of them."""


def played_days(times: Iterable[str | None]) -> set[date]:
    """Return the days of the times at which games were begun and brought to their end, or of the dates in them."""
    written = {time[:10] for time in times if time}
    return {day for text in written if (day := day_of(text))}


def streak(days: Collection[date], today: date) -> Streak:
    """Return the streak as it stands today.

    A day ahead of today is one too: who flies east over the date line has played tomorrow. Days farther ahead
    come from a clock that was wrong; they do not end a streak that stands today.
    """
    runs = list(_runs(sorted(set(days))))
    reached = list(_runs(sorted({day for day in days if day - today <= DAY})))
    stands = bool(reached) and today - reached[-1][1] <= DAY
    return Streak(
        current=_length(reached[-1]) if stands else 0,
        longest=max(map(_length, runs), default=0),
        days=sum(map(_length, runs)),
        last=runs[-1][1] if runs else None,
    )


def _runs(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each run of days; `days` in order, each once."""
    first = last = None
    for day in days:
        if first is not None and last is not None and day - last > DAY:
            yield first, last
            first = None
        first, last = first or day, day
    if first is not None and last is not None:
        yield first, last


def _length(run: tuple[date, date]) -> int:
    """Return how many days a run has."""
    return (run[1] - run[0]).days + 1
