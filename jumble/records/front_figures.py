"""The figures that a screen shows first, from what is kept of the rounds: within two frames at 20,000 games."""

from dataclasses import dataclass
from datetime import date

from jumble.records.bests import KindFigures, RankFigures, highest_rank, kind_figures
from jumble.records.days import Streak, played_days, streak
from jumble.records.reading import read_days, read_kinds, read_sizes, read_times
from jumble.records.speed import TimeBin, WordFigures, solve_times, word_figures
from jumble.records.store import Records


@dataclass(frozen=True, slots=True)
class Summary:
    """The record in figures."""

    games_played: int
    """In which at least one round was finished."""
    games_finished: int
    rounds_played: int
    words_solved: int
    solve_rate: float | None
    """None before the first round."""
    best_score: int | None
    """Of the games that were played to their end."""
    streak: Streak
    rank: RankFigures | None
    kinds: tuple[KindFigures, ...]
    letters: tuple[WordFigures, ...]
    stars: tuple[WordFigures, ...]
    times: tuple[TimeBin, ...]


def summary(records: Records, today: date) -> Summary:
    """Return the record in figures, as it stands on the player's day."""
    kinds = read_kinds(records)
    rounds, solved = sum(kind.rounds for kind in kinds), sum(kind.solved for kind in kinds)
    return Summary(
        games_played=sum(kind.played for kind in kinds),
        games_finished=sum(kind.finished for kind in kinds),
        rounds_played=rounds,
        words_solved=solved,
        solve_rate=round(solved / rounds, 4) if rounds else None,
        best_score=max((kind.best_score for kind in kinds if kind.best_score is not None), default=None),
        streak=streak(played_days(read_days(records)), today),
        rank=highest_rank(kinds),
        kinds=tuple(kind_figures(kinds)),
        letters=tuple(word_figures(read_sizes(records, "letters"))),
        stars=tuple(word_figures(read_sizes(records, "stars"))),
        times=tuple(solve_times(read_times(records))),
    )
