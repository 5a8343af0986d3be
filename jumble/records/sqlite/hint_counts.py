"""Converts the hints taken in a round to and from the JSON text that the record stores: counts by the hint's name."""

import json
from collections.abc import Mapping
from functools import lru_cache


def pack_hints(counts: Mapping[str, int]) -> str:
    """Return the text to store for the hints taken in a round; counts of 0 are left out."""
    return json.dumps({name: count for name, count in counts.items() if count}, ensure_ascii=False)


@lru_cache(maxsize=1000)  # among thousands of rounds there are only a few dozen different texts
def unpack_hints(stored: str) -> Mapping[str, int]:
    """Return how often each hint was taken in a round; empty for a damaged text, so that the round can be read."""
    try:
        counts = json.loads(stored)
    except ValueError:
        return {}
    if not isinstance(counts, dict):
        return {}
    return {name: count for name, count in counts.items() if type(count) is int}
