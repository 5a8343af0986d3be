"""What outlives a game: the articles played, the games, their rounds and moves, in one SQLite file."""

from jumble.records.game_record import GameRecord
from jumble.records.listing import LibraryArticle, Order
from jumble.records.opening import open_records, read_records
from jumble.records.paths import data_folder
from jumble.records.statistics import statistics, statistics_csv
from jumble.records.store import ArticlePlays, Records, RecordsError
from jumble.records.unfinished import Unfinished

__all__ = [
    "ArticlePlays",
    "GameRecord",
    "LibraryArticle",
    "Order",
    "Records",
    "RecordsError",
    "Unfinished",
    "data_folder",
    "open_records",
    "read_records",
    "statistics",
    "statistics_csv",
]
