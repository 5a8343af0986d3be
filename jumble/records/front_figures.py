"""The figures that a screen shows first, from two queries whatever the size of the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jumble.records.bests import KindFigures, RankFigures, best_by_kind, highest_rank
from jumble.records.days import Streak, played_days, streak
from jumble.records.reading import read_counts, read_games
from jumble.records.rows import GameRow, RoundCount
from jumble.records.speed import TimeBin, WordFigures, by_letters, by_stars, solve_times
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
    return summarize(read_games(records), read_counts(records), today)


def summarize(games: Sequence[GameRow], counts: Sequence[RoundCount], today: date) -> Summary:
    """Return the figures of rows at hand."""
    finished = [game for game in games if game.finished]
    rounds, solved = sum(game.rounds for game in games), sum(game.solved for game in games)
    return Summary(
        games_played=len(games),
        games_finished=len(finished),
        rounds_played=rounds,
        words_solved=solved,
        solve_rate=round(solved / rounds, 4) if rounds else None,
        best_score=max((game.score for game in finished), default=None),
        streak=streak(played_days(games), today),
        rank=highest_rank(finished),
        kinds=tuple(best_by_kind(games)),
        letters=tuple(by_letters(counts)),
        stars=tuple(by_stars(counts)),
        times=tuple(solve_times(counts)),
    )
