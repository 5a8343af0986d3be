"""Computes the statistics of a player's record from rows of games and rounds: pure functions, no SQL.

The file behind a name is imported when the name is first used.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.figures.bests import Best, LevelModeFigures, RankFigures, ScorePoint, personal_best, score_points
    from jumble.figures.day_streaks import Streak
    from jumble.figures.difficulty_check import DifficultyCheck
    from jumble.figures.rows import ArticlePlays, GameRow, GameScore, LevelModeCount, ListedGame, RoundRow
    from jumble.figures.speed import TimeBin, WordFigures
    from jumble.figures.summary import Summary, summarise

__all__ = [
    "ArticlePlays",
    "Best",
    "DifficultyCheck",
    "GameRow",
    "GameScore",
    "LevelModeCount",
    "LevelModeFigures",
    "ListedGame",
    "RankFigures",
    "RoundRow",
    "ScorePoint",
    "Streak",
    "Summary",
    "TimeBin",
    "WordFigures",
    "personal_best",
    "score_points",
    "summarise",
]

__getattr__ = exports(
    "jumble.figures",
    {
        "bests": (
            "Best",
            "LevelModeFigures",
            "RankFigures",
            "ScorePoint",
            "personal_best",
            "score_points",
        ),
        "day_streaks": ("Streak",),
        "difficulty_check": ("DifficultyCheck",),
        "rows": (
            "ArticlePlays",
            "GameRow",
            "GameScore",
            "LevelModeCount",
            "ListedGame",
            "RoundRow",
        ),
        "speed": (
            "TimeBin",
            "WordFigures",
        ),
        "summary": (
            "Summary",
            "summarise",
        ),
    },
)
