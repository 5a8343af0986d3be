"""What outlives a game: the articles played, the games, their rounds and moves, in one SQLite file."""

from jumble.records.bests import Best, KindFigures, RankFigures, ScorePoint, personal_best, score_points
from jumble.records.days import Streak
from jumble.records.game_record import GameRecord
from jumble.records.library import LibraryArticle, Order
from jumble.records.opening import open_records, read_records
from jumble.records.paths import data_folder
from jumble.records.reading import read_game, read_games, read_listed
from jumble.records.round_table import statistics_csv
from jumble.records.rows import GameRow, GameScore, ListedGame, RoundRow
from jumble.records.speed import TimeBin, WordFigures
from jumble.records.statistics import statistics
from jumble.records.store import ArticlePlays, Records, RecordsError
from jumble.records.summary import Summary, summary

__all__ = [
    "ArticlePlays",
    "Best",
    "GameRecord",
    "GameRow",
    "GameScore",
    "KindFigures",
    "LibraryArticle",
    "ListedGame",
    "Order",
    "RankFigures",
    "Records",
    "RecordsError",
    "RoundRow",
    "ScorePoint",
    "Streak",
    "Summary",
    "TimeBin",
    "WordFigures",
    "data_folder",
    "open_records",
    "personal_best",
    "read_game",
    "read_games",
    "read_listed",
    "read_records",
    "score_points",
    "statistics",
    "statistics_csv",
    "summary",
]
