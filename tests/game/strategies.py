"""Made-up puzzles and games for property tests."""

from dataclasses import replace

from hypothesis import strategies as st

from jumble.game import (
    CLASSIC,
    RELAXED,
    Clear,
    GameClock,
    Hint,
    Move,
    Next,
    Pick,
    Puzzle,
    Shuffle,
    Skip,
    Submit,
    TakeBack,
    Tick,
    Type,
)
from jumble.puzzle import Round

WORDS = ("stone", "tones", "planet", "letter", "cocoon", "ab", "reading", "newspaper", "élan", "пресса")


def make_round(
    answer: str = "planet", *, scramble: str | None = None, stars: int = 2, seconds: int = 40, clue: str = "A · clue.",
    also: tuple[str, ...] = (),
) -> Round:  # fmt: skip
    """A round as the puzzle room would make it."""
    return Round(
        scramble=scramble or answer[::-1],
        answer=answer,
        accepted=(answer, *also),
        clue=clue,
        sentence=clue.replace("·", answer),
        difficulty=float(len(answer)),
        stars=stars,
        seconds=seconds,
        value=10 * len(answer) * (1 + (stars - 1) / 4),
    )


def make_puzzle(*answers: str) -> Puzzle:
    """A puzzle of some words."""
    return Puzzle(7, "medium", "en", tuple(make_round(answer) for answer in answers))


rounds = st.builds(
    lambda answer, stars, seconds, clue, order: make_round(
        answer, scramble="".join(answer[place] for place in order(answer)), stars=stars, seconds=seconds, clue=clue
    ),
    st.sampled_from(WORDS),
    st.integers(1, 5),
    st.integers(5, 90),
    st.sampled_from(["", "A · clue."]),
    st.integers(0, 10**6).map(lambda n: lambda answer: [(place + n) % len(answer) for place in range(len(answer))]),
)
puzzles = st.builds(
    lambda seed, made: Puzzle(seed, "medium", "en", tuple(made)),
    st.integers(0, 999),
    st.lists(rounds, min_size=1, max_size=4),
)
RACE = replace(CLASSIC, name="race", clock=GameClock(60))
"""A mode that is offered to nobody yet: one clock for the whole game."""
modes = st.sampled_from([CLASSIC, RELAXED, RACE])
moves: st.SearchStrategy[Move] = st.one_of(
    st.sampled_from("stonelarcidgwphu").map(Type),
    st.integers(0, 8).map(Pick),
    st.sampled_from([TakeBack(), Clear(), Shuffle(), Hint(), Submit(), Skip(), Next(), Next(), Tick()]),
)
seconds = st.integers(0, 20_000).map(lambda ms: ms / 1000)
timed_moves = st.lists(st.tuples(moves, seconds), max_size=60)
"""Moves, each with the seconds of play since the one before."""
