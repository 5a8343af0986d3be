"""The rules of scoring in prose, with the prices and shares that are in force."""

from fractions import Fraction

from jumble.game import LADDER, Rung
from jumble.game.scoring import LEAST_KEPT, STREAK_LIMIT, STREAK_STEP, TIME_SHARE
from jumble.puzzle import LETTER_POINTS, STAR_STEP

_IN_A_WORD = {Fraction(1, 2): "half", Fraction(1, 4): "a quarter"}


def _share(share: Fraction) -> str:
    """Return a share in a word where there is one, else in per cent."""
    return _IN_A_WORD.get(share) or _percent(share)


def _percent(share: Fraction) -> str:
    """Return a share in whole per cent."""
    return f"{round(100 * share)} %"


def _prices() -> str:
    """Return in a sentence without its end what each hint costs; one that ends the round brings no points anyway."""
    first, *others = [rung for rung in LADDER if not rung.ends_round]
    return ", ".join(
        [
            f"{_counted(first).capitalize()} costs {first.price} % of the word",
            *(f"{_counted(rung)} {rung.price} %" for rung in others),
        ]
    )


def _counted(rung: Rung) -> str:
    """Return a hint with its article: *each letter*, *the clue*."""
    return f"{'each' if rung.repeatable else 'the'} {rung.name}"


SCORING = (
    f"A word is worth {LETTER_POINTS} points a letter, and {_share(STAR_STEP)} more for each star after the first. Up "
    f"to {_share(TIME_SHARE)} of that comes on top for time left, then {_percent(STREAK_STEP)} for each word solved in "
    f"a row without help just before, up to {_percent(STREAK_LIMIT)}. {_prices()}, but a solved word keeps at least "
    f"{_percent(LEAST_KEPT)}. Relaxed has no clock and no time part."
)
RANKING = "The rank is your share of the most points that the puzzle could give."
