"""Chance that repeats: the same seed draws the same things on every machine and every Python.

Only `random.Random.random()` is promised to stay the same between versions of Python, so every draw is made of it.
"""

import random
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Thing = TypeVar("Thing")


class Draws:
    """A stream of draws that a seed and a purpose name."""

    def __init__(self, seed: int, purpose: str = "") -> None:
        """Begin the stream of `seed` for `purpose`; streams of different purposes do not touch each other."""
        digest = sha256(f"{seed}\0{purpose}".encode()).digest()
        self._random = random.Random(int.from_bytes(digest[:8], "big")).random

    def below(self, limit: int) -> int:
        """Draw a whole number from 0 to `limit` − 1."""
        return int(self._random() * limit)

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """Return the things in a drawn order, each order as likely as another."""
        order = list(things)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def weighted(self, weights: Sequence[float]) -> int:
        """Draw an index, each in proportion to its weight; at least one weight is above 0."""
        rest = self._random() * sum(weights)
        for index, weight in enumerate(weights):
            rest -= weight
            if rest < 0:
                return index
        return max(index for index, weight in enumerate(weights) if weight > 0)
