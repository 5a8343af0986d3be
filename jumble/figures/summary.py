"""The summary of a record: the totals, streaks, ranks and tables that the statistics page and `stats` begin with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jumble.figures.bests import LevelModeFigures, RankFigures, highest_rank, level_mode_figures
from jumble.figures.day_streaks import Streak, played_days, streak
from jumble.figures.rows import LevelModeCount, SizeCount
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
    level_modes: tuple[LevelModeFigures, ...]
    letters: tuple[WordFigures, ...]
    """By length of the word."""
    stars: tuple[WordFigures, ...]
    """By stars of the word."""
    times: tuple[TimeBin, ...]


def summarise(
    level_modes: Sequence[LevelModeCount],
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
    rounds, solved = sum(count.rounds for count in level_modes), sum(count.solved for count in level_modes)
    return Summary(
        games_played=sum(count.played for count in level_modes),
        games_finished=sum(count.finished for count in level_modes),
        rounds_played=rounds,
        words_solved=solved,
        solve_rate=round(solved / rounds, 4) if rounds else None,
        best_score=max((count.best_score for count in level_modes if count.best_score is not None), default=None),
        streak=streak(played_days(days), today),
        rank=highest_rank(level_modes),
        level_modes=tuple(level_mode_figures(level_modes)),
        letters=tuple(word_figures(letters)),
        stars=tuple(word_figures(stars)),
        times=tuple(solve_times(times)),
    )
