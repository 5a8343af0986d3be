"""Scrambles: orders of a word's letters that are worth solving, and never a word themselves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, factorial, prod

from jumble.puzzle.draws import Draws
from jumble.startup.early_names import EASY, HARD, MEDIUM
from jumble.words import Level, Lexicon, difficulties_in, letters, moves, offensive

WANTED = 12
"""Fit scrambles to choose among; more of them hardly come closer to the target."""
WANTED_OF_FEW = 3
"""The same where the first draws found none."""
TRIES = 240
"""Draws before the choice is made among fewer: words such as `cocoon` have few fit orders."""
MAX_COUNTED = 5040
"""Orders, all of seven letters, up to which every one is looked at when the draws gave none that moves enough."""
MORE_TRIES = 6000
"""Further draws where there are more orders than that: `criticize` has 30,240, of which few move six letters."""
TARGETS: Mapping[str, float] = {EASY: 0.2, MEDIUM: 0.5, HARD: 0.8}
"""Which of the fit scrambles a level takes, as a quantile of their difficulty. Judgement."""

SPREAD = 0.4
"""Width of the band of quantiles drawn from, so that a word played again is not the same scramble again."""


def make_scramble(word: str, lexicon: Lexicon, level: Level, draws: Draws) -> str | None:
    """Return a scramble of `word` as hard as its level wants, or None if its letters allow none at all.

    It is a permutation of the word's letters (graphemes), never a known word, never offensive, and moves as many
    letters as the level asks for, or as many as the letters allow if that is fewer.
    """
    solution = letters(word)
    wanted = ceil(level.min_moves * len(solution))
    fit, short = _sift(_drawn_orders(solution, draws, TRIES), word, wanted, lexicon, WANTED)
    if not fit:
        few = _count_orders(solution) <= MAX_COUNTED
        orders = draws.shuffled(sorted(_all_orders(solution))) if few else _drawn_orders(solution, draws, MORE_TRIES)
        fit, short = _sift(orders, word, wanted, lexicon, WANTED_OF_FEW)
    if not fit:
        fit = [scramble for scramble, moved in short.items() if moved == max(short.values())]
    return _choose(fit, word, lexicon, level, draws) if fit else None


def _sift(
    orders: Iterable[Sequence[str]], word: str, wanted: int, lexicon: Lexicon, enough: int
) -> tuple[list[str], dict[str, int]]:
    """Return orders that may be shown: up to `enough` that move the wanted letters, the others with what they move."""
    seen = {word}
    fit: list[str] = []
    short: dict[str, int] = {}
    for rack in orders:
        scramble = "".join(rack)
        if scramble in seen:
            continue
        seen.add(scramble)
        moved = moves(letters(word), rack)
        if moved < wanted:
            short[scramble] = moved
        elif is_fit(scramble, rack, lexicon):
            fit.append(scramble)
        if len(fit) == enough:
            break
    if not fit:
        short = {scramble: moved for scramble, moved in short.items() if is_fit(scramble, letters(scramble), lexicon)}
    return fit, short


def _drawn_orders(solution: Sequence[str], draws: Draws, tries: int) -> Iterator[Sequence[str]]:
    """Yield drawn orders of some letters."""
    for _ in range(tries):
        yield draws.shuffled(solution)


def _count_orders(solution: Sequence[str]) -> int:
    """Return how many different orders some letters have."""
    return factorial(len(solution)) // prod(factorial(count) for count in Counter(solution).values())


def _all_orders(solution: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every different order of some letters, once."""
    if not solution:
        yield ()
    for letter in set(solution):
        rest = list(solution)
        rest.remove(letter)
        for order in _all_orders(rest):
            yield (letter, *order)


def _choose(fit: list[str], word: str, lexicon: Lexicon, level: Level, draws: Draws) -> str:
    """Return the one that suits the level among fit scrambles."""
    ordered = sorted(zip(difficulties_in(lexicon, word, fit), fit, strict=True))
    quantile = TARGETS[level.name] + SPREAD * (draws.below(1000) / 1000 - 0.5)
    return ordered[round(quantile * (len(fit) - 1))][1]


def is_fit(scramble: str, rack: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether an order of letters may be shown: no word, not offensive, and read as just these letters."""
    return (
        not lexicon.known(scramble) and not offensive(scramble, lexicon.language) and letters(scramble) == tuple(rack)
    )
