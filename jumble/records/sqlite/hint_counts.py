"""The hints of a round as the record writes them: how often each was taken, by its name, as JSON."""

import json
from collections.abc import Mapping
from functools import lru_cache


def pack_hints(taken: Mapping[str, int]) -> str:
    """Return what is written down of the hints taken in a round."""
    return json.dumps({name: count for name, count in taken.items() if count}, ensure_ascii=False)


@lru_cache(maxsize=1000)  # thousands of rounds took one of a few dozen
def unpack_hints(stored: str) -> Mapping[str, int]:
    """Return the hints taken in a round; none where the text is damaged, which is no reason to refuse all others."""
    try:
        taken = json.loads(stored)
    except ValueError:
        return {}
    if not isinstance(taken, dict):
        return {}
    return {name: count for name, count in taken.items() if type(count) is int}
