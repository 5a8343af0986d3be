"""What outlives a game: the articles played, the games, their rounds and moves, in one SQLite file; the settings.

What a game does not need to begin, statistics and settings, is loaded when a name of it is first used.
"""

from typing import TYPE_CHECKING

from jumble.lazily import exports

if TYPE_CHECKING:
    from jumble.records.archive import RecordArchive
    from jumble.records.bests import Best, KindFigures, RankFigures, ScorePoint, personal_best, score_points
    from jumble.records.days import Streak
    from jumble.records.front_figures import Summary, summary
    from jumble.records.full_record import statistics
    from jumble.records.game_record import GameRecord
    from jumble.records.listing import LibraryArticle, Order
    from jumble.records.opening import open_records, read_records, reading_records
    from jumble.records.paths import data_folder, pages_folder, settings_path
    from jumble.records.reading import read_game, read_games, read_kinds, read_listed, read_plays
    from jumble.records.round_table import statistics_csv
    from jumble.records.rows import ArticlePlays, GameRow, GameScore, KindCount, ListedGame, RoundRow
    from jumble.records.settings import Kind, Setting, Settings, settings_table
    from jumble.records.settings_file import read_settings, write_settings
    from jumble.records.speed import TimeBin, WordFigures
    from jumble.records.store import Records, RecordsError
    from jumble.records.unfinished import Unfinished

__all__ = [
    "ArticlePlays",
    "Best",
    "GameRecord",
    "GameRow",
    "GameScore",
    "Kind",
    "KindCount",
    "KindFigures",
    "LibraryArticle",
    "ListedGame",
    "Order",
    "RankFigures",
    "RecordArchive",
    "Records",
    "RecordsError",
    "RoundRow",
    "ScorePoint",
    "Setting",
    "Settings",
    "Streak",
    "Summary",
    "TimeBin",
    "Unfinished",
    "WordFigures",
    "data_folder",
    "open_records",
    "pages_folder",
    "personal_best",
    "read_game",
    "read_games",
    "read_kinds",
    "read_listed",
    "read_plays",
    "read_records",
    "read_settings",
    "reading_records",
    "score_points",
    "settings_path",
    "settings_table",
    "statistics",
    "statistics_csv",
    "summary",
    "write_settings",
]

__getattr__ = exports(
    "jumble.records",
    {
        "archive": ("RecordArchive",),
        "bests": ("Best", "KindFigures", "RankFigures", "ScorePoint", "personal_best", "score_points"),
        "days": ("Streak",),
        "front_figures": ("Summary", "summary"),
        "full_record": ("statistics",),
        "game_record": ("GameRecord",),
        "listing": ("LibraryArticle", "Order"),
        "opening": ("open_records", "read_records", "reading_records"),
        "paths": ("data_folder", "pages_folder", "settings_path"),
        "reading": ("read_game", "read_games", "read_kinds", "read_listed", "read_plays"),
        "round_table": ("statistics_csv",),
        "rows": ("ArticlePlays", "GameRow", "GameScore", "KindCount", "ListedGame", "RoundRow"),
        "settings": ("Kind", "Setting", "Settings", "settings_table"),
        "settings_file": ("read_settings", "write_settings"),
        "speed": ("TimeBin", "WordFigures"),
        "store": ("Records", "RecordsError"),
        "unfinished": ("Unfinished",),
    },
)
