"""The record in figures, read within two frames at 20,000 games: triggers keep what has to be added up."""

from datetime import date

from jumble.figures.summary import Summary, summarise
from jumble.records.sqlite.queries import ReadableRecord, read_days, read_kinds, read_sizes, read_times


def summary(records: ReadableRecord, today: date) -> Summary:
    """Return the record in figures, as it stands on the player's day."""
    return summarise(
        read_kinds(records),
        read_days(records),
        read_sizes(records, "letters"),
        read_sizes(records, "stars"),
        read_times(records),
        today,
    )
