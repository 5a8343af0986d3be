"""The player's record in one SQLite file: the articles opened, the games played, their rounds and moves.

The file behind a name is imported when the name is first used, so that a game starts without what it does not need.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.records.exchange.statistics_csv import statistics_csv
    from jumble.records.exchange.statistics_json import statistics
    from jumble.records.sqlite.article_lists import LibraryArticle, Order
    from jumble.records.sqlite.game_record import GameRecord
    from jumble.records.sqlite.history import RecordHistory
    from jumble.records.sqlite.open_record import open_records, read_records, reading_records
    from jumble.records.sqlite.queries import read_game, read_games, read_level_modes, read_listed, read_plays
    from jumble.records.sqlite.store import Records, RecordsError
    from jumble.records.sqlite.summary import summary
    from jumble.records.sqlite.unfinished_games import Unfinished

__all__ = [
    "GameRecord",
    "LibraryArticle",
    "Order",
    "RecordHistory",
    "Records",
    "RecordsError",
    "Unfinished",
    "open_records",
    "read_game",
    "read_games",
    "read_level_modes",
    "read_listed",
    "read_plays",
    "read_records",
    "reading_records",
    "statistics",
    "statistics_csv",
    "summary",
]

__getattr__ = exports(
    "jumble.records",
    {
        "exchange.statistics_csv": ("statistics_csv",),
        "exchange.statistics_json": ("statistics",),
        "sqlite.article_lists": (
            "LibraryArticle",
            "Order",
        ),
        "sqlite.game_record": ("GameRecord",),
        "sqlite.history": ("RecordHistory",),
        "sqlite.open_record": (
            "open_records",
            "read_records",
            "reading_records",
        ),
        "sqlite.queries": (
            "read_game",
            "read_games",
            "read_level_modes",
            "read_listed",
            "read_plays",
        ),
        "sqlite.store": (
            "Records",
            "RecordsError",
        ),
        "sqlite.summary": ("summary",),
        "sqlite.unfinished_games": ("Unfinished",),
    },
)
