"""Hints taken, under the names that exports and statistics have had since there were two of them.

These names are a promise. Hints that came later travel by their own names, beside them.
"""

from collections.abc import Mapping

HINT_COLUMNS: Mapping[str, str] = {"clue": "clue", "letter_hints": "letter"}
"""The hint that each of the columns counts."""


def hint_columns(taken: Mapping[str, int]) -> dict[str, int]:
    """Return how often the hints with a column of their own were taken."""
    return {column: taken.get(name, 0) for column, name in HINT_COLUMNS.items()}


def other_hints(taken: Mapping[str, int]) -> dict[str, int]:
    """Return how often each other hint was taken."""
    return {name: count for name, count in taken.items() if name not in HINT_COLUMNS.values()}


def hints_taken(columns: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    """Return how often each hint was taken, by its name."""
    taken = {name: columns[column] for column, name in HINT_COLUMNS.items()} | dict(others)
    return {name: count for name, count in taken.items() if count}
