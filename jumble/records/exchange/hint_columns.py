"""Converts counts of hints taken between the record's names and the two columns of exports and statistics.

Exports and statistics were made when there were two hints, and the names of those columns must not change. Hints that
were added later are exported under their own names, next to the columns.
"""

from collections.abc import Mapping

HINT_COLUMNS: Mapping[str, str] = {"clue": "clue", "letter_hints": "letter"}
"""Name of each column, and of the hint that it counts."""


def hint_columns(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the value of each of the two columns; `counts` says how often each hint was taken, by the hint's name."""
    return {column: counts.get(name, 0) for column, name in HINT_COLUMNS.items()}


def other_hints(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how often each hint without a column was taken, by the hint's name."""
    return {name: count for name, count in counts.items() if name not in HINT_COLUMNS.values()}


def hints_taken(columns: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    """Return how often each hint was taken, by the hint's name; hints not taken are left out.

    `columns` has the two columns (and may have more), `others` the counts of `other_hints`.
    """
    counts = {name: columns[column] for column, name in HINT_COLUMNS.items()} | dict(others)
    return {name: count for name, count in counts.items() if count}
