"""`Draws`: seeded random choices that are the same on every machine and every Python.

They all use `random.Random.random()`, whose results alone Python promises to keep between versions.
"""

import random
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Item = TypeVar("Item")


class Draws:
    """A stream of random choices that depends on a seed and a purpose only."""

    def __init__(self, seed: int, purpose: str = "") -> None:
        """Begin the stream of `seed` for `purpose`; streams of different purposes are independent of each other."""
        digest = sha256(f"{seed}\0{purpose}".encode()).digest()
        self._random = random.Random(int.from_bytes(digest[:8], "big")).random

    def below(self, limit: int) -> int:
        """Return a random whole number from 0 to `limit` − 1, all equally likely."""
        return int(self._random() * limit)

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """Return the items in a random order, all orders equally likely (Fisher-Yates)."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def weighted(self, weights: Sequence[float]) -> int:
        """Return a random index, its probability in proportion to its weight; at least one weight must be above 0."""
        remaining = self._random() * sum(weights)
        for index, weight in enumerate(weights):
            remaining -= weight
            if remaining < 0:
                return index
        # rounding errors may leave a remainder of zero
        return max(index for index, weight in enumerate(weights) if weight > 0)
