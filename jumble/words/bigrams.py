"""Which pairs of letters are usual in a language: how much an arrangement of letters looks like a word.

Counted over the commonest words of the language when first asked for (20 ms), each word once whatever its frequency:
a reader's feeling for spelling comes from the words they know more than from *the* and *and*.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import erf, sqrt
from types import MappingProxyType

from jumble.words.errors import LexiconError
from jumble.words.lexicon import common_words
from jumble.words.spelling import letters

SAMPLE = 5000
"""Words counted, the commonest of the language: about what every adult reader knows well."""

EDGE = "|"
"""Stands for the space before and after a word."""

ODD_SHARE = 0.0004
"""A pair that fewer than 2 in 5,000 words have is hard to say in this language. Judgement."""


@cache
def pair_shares(language: str) -> Mapping[str, float]:
    """Give for each pair of letters the share of common words that have it; nothing for an unknown language."""
    counts: dict[str, int] = {}
    total = 0
    try:
        for word in common_words(language, SAMPLE):
            spelt = (EDGE, *letters(word), EDGE)
            for pair in {first + second for first, second in zip(spelt, spelt[1:], strict=False)}:
                counts[pair] = counts.get(pair, 0) + 1
            total += 1
    except LexiconError:
        return MappingProxyType({})
    return MappingProxyType({pair: round(count / total, 6) for pair, count in counts.items()})


def rank(solution: Sequence[str], language: str) -> float:
    """Say where a word stands among all arrangements of its letters by the summed frequency of its pairs.

    The measure of Mendelsohn & O'Brien (1974), with pairs counted over word types and wherever they stand.

    0.0 when no other arrangement has more usual pairs, 1.0 when all have. The mean and the variance of the sum over
    all arrangements are exact; that it is distributed normally is an approximation (mean error .03 against counting
    all arrangements of 5 to 7 letters). Takes the square of the length in steps, not its factorial.
    """
    size = len(solution)
    shares = pair_shares(language)
    if size < 3 or not shares:
        return 0.5
    pairs = [[shares.get(first + second, 0.0) for second in solution] for first in solution]
    mean, variance = _moments(pairs)
    if variance <= 0:
        return 0.5
    own = sum(pairs[place][place + 1] for place in range(size - 1))
    return round(0.5 * (1 - erf((own - mean) / sqrt(2 * variance))), 4)


def _moments(pairs: list[list[float]]) -> tuple[float, float]:
    """Give mean and variance of the sum of neighbouring pairs over all arrangements, each letter taken as different.

    An arrangement has n - 1 pairs; two of them share no letter, or the second of one is the first of the other.
    """
    size = len(pairs)
    cells = [(row, column) for row in range(size) for column in range(size) if row != column]
    rows = [sum(pairs[row]) - pairs[row][row] for row in range(size)]
    columns = [sum(line[column] for line in pairs) - pairs[column][column] for column in range(size)]
    total = sum(rows)
    squares = sum(pairs[row][column] ** 2 for row, column in cells)
    mirrored = sum(pairs[row][column] * pairs[column][row] for row, column in cells)
    chained = sum(into * out for into, out in zip(columns, rows, strict=True)) - mirrored
    forked = sum(row * row for row in rows) + sum(column * column for column in columns) - 2 * squares
    apart = total * total - squares - mirrored - 2 * chained - forked
    mean = total / size
    second = squares / size + 2 * chained / size / (size - 1)
    if size > 3:
        second += apart / size / (size - 1)
    return mean, second - mean * mean


def oddities(rack: Sequence[str], language: str) -> int:
    """Count the pairs of a row of letters, its edges included, that hardly any word of the language has."""
    shares = pair_shares(language)
    spelt = (EDGE, *rack, EDGE)
    return sum(
        shares.get(first + second, 0) < ODD_SHARE for first, second in zip(spelt, spelt[1:], strict=False)
    ) * bool(shares)
