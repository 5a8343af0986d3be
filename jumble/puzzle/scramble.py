"""Scrambles: orders of a word's letters that are worth solving, and never a word themselves."""

from collections.abc import Mapping
from math import ceil

from jumble.puzzle.draws import Draws
from jumble.words import Level, Lexicon, difficulty_in, letters, moves, offensive

WANTED = 12
"""Fit scrambles to choose among; more of them hardly come closer to the target."""
TRIES = 240
"""Draws before the choice is made from what there is: words such as `cocoon` have few fit orders, `aaaa` none."""
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
    for _ in range(TRIES):
        rack = tuple(draws.shuffled(solution))
        scramble = "".join(rack)
        if scramble in seen:
            continue
        seen.add(scramble)
        if not is_fit(scramble, rack, lexicon):
            continue
        moved = moves(solution, rack)
        if moved >= wanted:
            fit.append(scramble)
            if len(fit) == WANTED:
                break
        else:
            short[scramble] = moved
    if not fit and short:
        fit = [scramble for scramble, moved in short.items() if moved == max(short.values())]
    if not fit:
        return None
    fit.sort(key=lambda scramble: (round(difficulty_in(lexicon, word, scramble), 4), scramble))
    quantile = TARGETS[level.name] + SPREAD * (draws.below(1000) / 1000 - 0.5)
    return fit[round(quantile * (len(fit) - 1))]


def is_fit(scramble: str, rack: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether an order of letters may be shown: no word, not offensive, and read as just these letters."""
    return not lexicon.known(scramble) and not offensive(scramble, lexicon.language) and letters(scramble) == rack
