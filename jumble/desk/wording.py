"""What the game says, whatever it is said on: how clocks, stars, prices, verdicts and hints are put."""

from collections.abc import Mapping
from typing import Protocol

from jumble.game import LADDER, Game, Outcome, kept_share


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
    def hints_taken(self) -> Mapping[str, int]:
        """How often each hint was taken, by its name."""


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
    rung = game.next_hint
    if rung is None:
        return "no more hints"
    if rung.ends_round:
        return f"{rung.name}, no points"
    taken = game.board.hints
    price = kept_share(taken) - kept_share((*taken, rung))
    return f"{rung.name} −{round(100 * price)} %" if price else f"{rung.name}, free"


def verdict(game: Game) -> tuple[str, ...]:
    """Return how the round ended; then, as far as there is any, what it brought and the other words for its letters."""
    this, result = game.round, game.results[-1]
    match result.outcome:
        case Outcome.SOLVED:
            said = [f"Solved in {result.seconds_used:.1f} s", f"+{result.points} points"]
            if result.hinted and len(game.results) > 1 and game.results[-2].unaided:
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
    taken = result.hints_taken
    counted = [(rung, taken.get(rung.name, 0)) for rung in LADDER]
    return " + ".join(rung.tally.format(count) for rung, count in counted if count) or "–"


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
