"""The whole record as one CSV table with a row for each round, for a spreadsheet or a statistics package."""

import io

from jumble.article import clean_line
from jumble.figures.rows import RoundRow
from jumble.game import rank
from jumble.records.exchange.hint_columns import hint_columns
from jumble.records.sqlite.queries import read_listed
from jumble.records.sqlite.store import Records

CSV_COLUMNS = (
    "game", "article", "source", "mode", "level", "seed", "started", "ended", "round", "answer", "scramble", "stars",
    "difficulty", "value", "seconds", "outcome", "given", "seconds_used", "seconds_left", "clue", "letter_hints",
    "wrong_tries", "streak", "points", "article_key", "language", "day", "letters", "solved", "score", "most", "rank",
)  # fmt: skip
"""The names of the columns; the last three describe the game. New columns are added last, so that no column moves."""


def statistics_csv(records: Records) -> str:
    """Return the record as CSV (RFC 4180), in the order in which the rounds were played; raises sqlite3.Error."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    for game in reversed(read_listed(records)):
        row = game.row
        game_first = (
            game.uid,
            game.title,
            clean_line(game.source),
            row.mode,
            row.level,
            game.seed,
            row.started,
            row.ended,
        )
        game_last = (row.score, row.most, rank(row.score, row.most))
        text_and_day = (game.article_key, game.language, row.day)
        writer.writerows(
            (*game_first, *_cells(round_row), *text_and_day, round_row.letters, int(round_row.solved), *game_last)
            for round_row in game.rounds
        )
    return out.getvalue()


def _cells(row: RoundRow) -> tuple[object, ...]:
    """Return the cells of a round, for the columns from `round` to `points`."""
    hints = hint_columns(row.hints_taken)
    return (
        row.round,
        row.answer,
        row.scramble,
        row.stars,
        row.difficulty,
        row.value,
        row.seconds,
        row.outcome,
        row.given,
        row.seconds_used,
        row.seconds_left,
        hints["clue"],
        hints["letter_hints"],
        row.wrong_tries,
        row.streak,
        row.points,
    )
