"""Reads the main figures of the record; takes two frames at 20,000 games, since triggers keep the totals."""

from datetime import date

from jumble.figures.summary import Summary, summarise
from jumble.records.sqlite.queries import ReadableRecord, read_days, read_level_modes, read_sizes, read_times


def summary(records: ReadableRecord, today: date) -> Summary:
    """Return the main figures of the record; `today` is the player's local day. Raises sqlite3.Error, ValueError."""
    return summarise(
        read_level_modes(records),
        read_days(records),
        read_sizes(records, "letters"),
        read_sizes(records, "stars"),
        read_times(records),
        today,
    )
