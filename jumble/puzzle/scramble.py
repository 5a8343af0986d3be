"""Makes scrambles: arrangements of a word's letters that move enough of them, are no known word and not offensive."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, factorial, prod

from jumble.puzzle.draws import Draws
from jumble.startup.early_names import EASY, HARD, MEDIUM
from jumble.words import Level, Lexicon, difficulties_in, letters, moves, offensive

ENOUGH_FIT = 12
"""Fit scrambles to choose one from; with more of them the choice comes hardly closer to the level's target."""
ENOUGH_FIT_LATER = 3
"""The same in the second search, after the first found none."""
TRIES = 240
"""Random arrangements tried in the first search; words such as `cocoon` have few fit ones."""
MAX_COUNTED = 5040
"""Arrangements (all those of seven letters) up to which the second search goes through every one."""
MORE_TRIES = 6000
"""Random arrangements tried in the second search where there are more than MAX_COUNTED: `criticize` has 30,240, of
which few move six letters."""
TARGETS: Mapping[str, float] = {EASY: 0.2, MEDIUM: 0.5, HARD: 0.8}
"""By level, the quantile (0 to 1) of the fit scrambles' difficulty at which one is chosen. Judgement."""

SPREAD = 0.4
"""Width of the band of quantiles around the target, so that a word does not always get the same scramble."""


def make_scramble(word: str, lexicon: Lexicon, level: Level, draws: Draws) -> str | None:
    """Return a scramble of `word` as hard as the level wants, None if its letters have no fit arrangement.

    It is a permutation of the word's letters (graphemes), never a known word, never offensive, and moves the share of
    letters that the level asks for, or as many as its letters allow if that is fewer.
    """
    solution = letters(word, lexicon.language)
    wanted = ceil(level.min_moves * len(solution))
    fit, short = _sift(_random_orders(solution, draws, TRIES), word, wanted, lexicon, ENOUGH_FIT)
    if not fit:
        few = _count_orders(solution) <= MAX_COUNTED
        orders = draws.shuffled(sorted(_all_orders(solution))) if few else _random_orders(solution, draws, MORE_TRIES)
        fit, short = _sift(orders, word, wanted, lexicon, ENOUGH_FIT_LATER)
    if not fit:
        fit = [scramble for scramble, moved in short.items() if moved == max(short.values())]
    return _choose(fit, word, lexicon, level, draws) if fit else None


def _sift(
    orders: Iterable[Sequence[str]], word: str, wanted: int, lexicon: Lexicon, enough: int
) -> tuple[list[str], dict[str, int]]:
    """Return up to `enough` fit scrambles that move at least `wanted` letters, and those that fall short of that.

    The second map to the number of letters that they move; they are checked for fitness only if there are none of the
    first.
    """
    seen = {word}
    solution = letters(word, lexicon.language)
    fit: list[str] = []
    short: dict[str, int] = {}
    for rack in orders:
        scramble = "".join(rack)
        if scramble in seen:
            continue
        seen.add(scramble)
        moved = moves(solution, rack)
        if moved < wanted:
            short[scramble] = moved
        elif is_fit(scramble, rack, lexicon):
            fit.append(scramble)
        if len(fit) == enough:
            break
    if not fit:
        short = {
            scramble: moved
            for scramble, moved in short.items()
            if is_fit(scramble, letters(scramble, lexicon.language), lexicon)
        }
    return fit, short


def _random_orders(solution: Sequence[str], draws: Draws, tries: int) -> Iterator[Sequence[str]]:
    """Yield `tries` random arrangements of letters; some may be the same."""
    for _ in range(tries):
        yield draws.shuffled(solution)


def _count_orders(solution: Sequence[str]) -> int:
    """Return the number of different arrangements of letters."""
    return factorial(len(solution)) // prod(factorial(count) for count in Counter(solution).values())


def _all_orders(solution: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every different arrangement of letters once."""
    if not solution:
        yield ()
    for letter in set(solution):
        other_letters = list(solution)
        other_letters.remove(letter)
        for order in _all_orders(other_letters):
            yield (letter, *order)


def _choose(fit: list[str], word: str, lexicon: Lexicon, level: Level, draws: Draws) -> str:
    """Return the fit scramble whose difficulty is nearest to the quantile that the level asks for."""
    by_difficulty = sorted(zip(difficulties_in(lexicon, word, fit), fit, strict=True))
    quantile = TARGETS[level.name] + SPREAD * (draws.below(1000) / 1000 - 0.5)
    return by_difficulty[round(quantile * (len(fit) - 1))][1]


def is_fit(scramble: str, rack: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether an order of letters may be shown: no word, not offensive, and read as just these letters."""
    language = lexicon.language
    return (
        not lexicon.known(scramble) and not offensive(scramble, language) and letters(scramble, language) == tuple(rack)
    )
