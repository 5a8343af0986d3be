"""The summary of a record: the totals, streaks, ranks and tables that the statistics page and `stats` begin with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jumble.figures.bests import KindFigures, RankFigures, highest_rank, kind_figures
from jumble.figures.day_streaks import Streak, played_days, streak
from jumble.figures.rows import KindCount, SizeCount
from jumble.figures.speed import TimeBin, WordFigures, solve_times, word_figures


@dataclass(frozen=True, slots=True)
class Summary:
    """The main figures of a record."""

    games_played: int
    """Games in which at least one round was finished."""
    games_finished: int
    rounds_played: int
    words_solved: int
    solve_rate: float | None
    """0 to 1; None before the first round."""
    best_score: int | None
    """Points, of finished games; None when there is none."""
    streak: Streak
    rank: RankFigures | None
    kinds: tuple[KindFigures, ...]
    letters: tuple[WordFigures, ...]
    """By length of the word."""
    stars: tuple[WordFigures, ...]
    """By stars of the word."""
    times: tuple[TimeBin, ...]


def summarise(
    kinds: Sequence[KindCount],
    days: Iterable[str | None],
    letters: Iterable[SizeCount],
    stars: Iterable[SizeCount],
    times: Sequence[tuple[int, int]],
    today: date,
) -> Summary:
    """Return the summary of a record on the player's local day `today`.

    `days` are the times (ISO 8601) at which games began or ended; `letters` and `stars` have the counts of each length
    and each number of stars; `times` is (whole seconds, number of rounds solved in them).
    """
    rounds, solved = sum(kind.rounds for kind in kinds), sum(kind.solved for kind in kinds)
    return Summary(
        games_played=sum(kind.played for kind in kinds),
        games_finished=sum(kind.finished for kind in kinds),
        rounds_played=rounds,
        words_solved=solved,
        solve_rate=round(solved / rounds, 4) if rounds else None,
        best_score=max((kind.best_score for kind in kinds if kind.best_score is not None), default=None),
        streak=streak(played_days(days), today),
        rank=highest_rank(kinds),
        kinds=tuple(kind_figures(kinds)),
        letters=tuple(word_figures(letters)),
        stars=tuple(word_figures(stars)),
        times=tuple(solve_times(times)),
    )
