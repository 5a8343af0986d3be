"""What the game says, whatever it is said on: how clocks, stars, prices, verdicts and hints are put, and the rules."""

from typing import Protocol

from jumble.game import Game, Outcome, Result, Rung, kept_share

SCORING = (
    "A word is worth 10 points a letter, and a quarter more for each star after the first. Up to half of that comes on "
    "top for time left, then 5 % for each word solved in a row without help just before, up to 25 %. The clue costs "
    "20 % of the word, each letter 25 %, but a solved word keeps at least 10 %. Relaxed has no clock and no time part."
)
RANKING = "The rank is your share of the most points that the puzzle could give."


class Ended(Protocol):
    """A round that has ended, just now or long ago."""

    @property
    def outcome(self) -> str:
        """How: one of `Outcome`."""

    @property
    def solved(self) -> bool:
        """Whether the word was found."""

    @property
    def seconds_used(self) -> float:
        """Of play that the round took."""

    @property
    def clue(self) -> int:
        """Whether it was taken."""

    @property
    def letter_hints(self) -> int:
        """How many were taken."""


def show_clock(seconds: float) -> str:
    """Return seconds as M:SS, a begun second as a whole one."""
    whole = -int(-seconds // 1)
    return f"{whole // 60}:{whole % 60:02}"


def show_bytes(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    if count < 1000:
        return f"{count} bytes"
    return f"{count / 1000:.0f} kB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"


def show_progress(came: int, seconds: float) -> list[str]:
    """Return what is known of something that is waited for: the bytes that have come, and the seconds from one on."""
    return [*([show_bytes(came)] if came else []), *([f"{int(seconds)} s"] if seconds >= 1 else [])]


def show_stars(stars: int) -> str:
    """Return one to five stars."""
    return "★" * stars + "☆" * (5 - stars)


def show_hint_price(game: Game) -> str:
    """Return the next hint and what it costs."""
    board = game.board
    now = kept_share(clue=board.clue, letter_hints=board.letter_hints)
    match game.next_hint:
        case Rung.CLUE:
            then = kept_share(clue=True, letter_hints=board.letter_hints)
        case Rung.LETTER:
            then = kept_share(clue=board.clue, letter_hints=board.letter_hints + 1)
        case Rung.ANSWER:
            return "answer, no points"
        case _:
            return "no more hints"
    price = round((now - then) * 100)
    return f"{game.next_hint} −{price} %" if price else f"{game.next_hint}, free"


def verdict(game: Game) -> tuple[str, ...]:
    """Return how the round ended; then, as far as there is any, what it brought and the other words for its letters."""
    this, result = game.round, game.results[-1]
    match result.outcome:
        case Outcome.SOLVED:
            said = [f"Solved in {result.seconds_used:.1f} s", f"+{result.points} points"]
            if result.hinted and len(game.results) > 1 and _unhelped(game.results[-2]):
                said.append("the hint ends the streak")
        case Outcome.TIME_UP:
            said = ["Time is up"]
        case Outcome.SKIPPED:
            said = ["Skipped"]
        case Outcome.ANSWER:
            said = ["The answer"]
    if result.solved and result.given != this.answer:
        said.append(f"you found {result.given}, the article has {this.answer}")
    also = [word for word in this.accepted if word not in {this.answer, result.given}]
    if also:
        said.append(f"also: {', '.join(also)}")
    return tuple(said)


def _unhelped(result: Result) -> bool:
    """Tell whether a round counts for a streak."""
    return result.solved and not result.hinted


def answer_spans(game: Game) -> list[tuple[int, int]]:
    """Return where the answer stands in the round's sentence."""
    from jumble.words import fold, tokens

    language = game.puzzle.language
    return [
        (token.start, token.end)
        for token in tokens(game.round.sentence, language)
        if fold(token.text, language) == game.round.answer
    ]


def show_hints(result: Ended) -> str:
    """Return the hints that a round took: the clue, and the number of letters."""
    parts = ["clue"] if result.clue else []
    if result.letter_hints:
        parts.append(str(result.letter_hints))
    return " + ".join(parts) or "–"


def show_outcome(result: Ended, *, clock: bool) -> str:
    """Return the time that a solved round took, or how else it ended."""
    if result.solved:
        return f"{result.seconds_used:.1f} s"
    if result.outcome == Outcome.TIME_UP and clock:
        return "time up"
    return "skipped" if result.outcome == Outcome.SKIPPED else "answer"


def percent(game: Game) -> int:
    """Return the score as a share of the most there was."""
    return round(100 * game.score / game.most) if game.most else 0
