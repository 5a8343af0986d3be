"""Scrambles: orders of a word's letters that are worth solving, and never a word themselves."""

from collections.abc import Mapping
from math import ceil

from jumble.puzzle.draws import Draws
from jumble.words import Level, Lexicon, difficulty_in, letters, moves, offensive

WANTED = 12
"""Fit scrambles to choose among; more of them hardly come closer to the target."""
TRIES = 240
"""Draws before the choice is made among fewer: words such as `cocoon` have few fit orders."""
MAX_TRIES = 1500
"""Draws before the level's moves are given up: `golf` moves three letters only as `flog`, `aaaa` has no other order."""
TARGETS: Mapping[str, float] = {"easy": 0.2, "medium": 0.5, "hard": 0.8}
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
    seen = {word}
    fit: list[str] = []
    short: dict[str, int] = {}
    for number in range(MAX_TRIES):
        if len(fit) == WANTED or (fit and number >= TRIES):
            break
        rack = tuple(draws.shuffled(solution))
        scramble = "".join(rack)
        if scramble in seen:
            continue
        seen.add(scramble)
        moved = moves(solution, rack)
        if not is_fit(scramble, rack, lexicon):
            continue
        if moved >= wanted:
            fit.append(scramble)
        else:
            short[scramble] = moved
    if not fit:
        fit = [scramble for scramble, moved in short.items() if moved == max(short.values())]
    return _choose(fit, word, lexicon, level, draws) if fit else None


def _choose(fit: list[str], word: str, lexicon: Lexicon, level: Level, draws: Draws) -> str:
    """Return the one that suits the level among fit scrambles."""
    fit.sort(key=lambda scramble: (round(difficulty_in(lexicon, word, scramble), 4), scramble))
    quantile = TARGETS[level.name] + SPREAD * (draws.below(1000) / 1000 - 0.5)
    return fit[round(quantile * (len(fit) - 1))]


def is_fit(scramble: str, rack: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether an order of letters may be shown: no word, not offensive, and read as just these letters."""
    return not lexicon.known(scramble) and not offensive(scramble, lexicon.language) and letters(scramble) == rack
