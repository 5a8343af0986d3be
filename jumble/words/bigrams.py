"""Which pairs of letters are usual in a language: how much an arrangement of letters looks like a word."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import erf, sqrt
from operator import mul
from types import MappingProxyType

from jumble.words.errors import LexiconError
from jumble.words.lexicon.lexicon import usual_spelling


@cache
def pair_shares(language: str) -> Mapping[str, float]:
    """Give for each pair of letters the share of common words that have it; nothing for an unknown language."""
    try:
        return usual_spelling(language).pairs
    except LexiconError:
        return MappingProxyType({})


def rank(solution: Sequence[str], language: str) -> float:
    """Say where a word stands among all arrangements of its letters by the summed frequency of its pairs.

    The measure of Mendelsohn & O'Brien (1974), with pairs counted over word types and wherever they stand.

    0.0 when no other arrangement has more usual pairs, 1.0 when all have. The mean and the variance of the sum over
    all arrangements are exact; that it is distributed normally is an approximation (mean error .015, at most .074,
    against counting all arrangements of 120 words of 5 to 7 letters). Takes the square of the length in steps, not
    its factorial.
    """
    size = len(solution)
    shares = pair_shares(language)
    if size < 3 or not shares:
        return 0.5
    pairs = [shares.get(first + second, 0.0) for first in solution for second in solution]
    own = sum(pairs[1 :: size + 1])
    pairs[:: size + 1] = [0.0] * size  # no letter stands beside itself
    mean, variance = _moments(pairs, size)
    if variance <= 0:
        return 0.5
    return round(0.5 * (1 - erf((own - mean) / sqrt(2 * variance))), 4)


def _moments(pairs: list[float], size: int) -> tuple[float, float]:
    """Give mean and variance of the sum of neighbouring pairs over all arrangements, each letter taken as different.

    The pairs are given row by row: those that begin with the first letter, then those that begin with the second.
    An arrangement has n - 1 pairs; two of them share no letter, or the second of one is the first of the other.
    """
    turned = [pair for place in range(size) for pair in pairs[place::size]]
    rows, columns = ([sum(row[at : at + size]) for at in range(0, len(row), size)] for row in (pairs, turned))
    total = sum(rows)
    squares = sum(map(mul, pairs, pairs))
    mirrored = sum(map(mul, pairs, turned))
    chained = sum(map(mul, rows, columns)) - mirrored
    forked = sum(map(mul, rows, rows)) + sum(map(mul, columns, columns)) - 2 * squares
    apart = total * total - squares - mirrored - 2 * chained - forked
    mean = total / size
    second = squares / size + 2 * chained / size / (size - 1)
    if size > 3:
        second += apart / size / (size - 1)
    return mean, second - mean * mean
