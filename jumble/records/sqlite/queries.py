"""Reads the rows from which statistics are computed. Every function raises sqlite3.Error."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

from jumble.figures.difficulty_check import Trial
from jumble.figures.rows import ArticlePlays, GameRow, LevelModeCount, ListedGame, RoundRow, SizeCount
from jumble.figures.speed import median_pair
from jumble.records.sqlite.hint_counts import unpack_hints
from jumble.records.sqlite.schema import YOU

if TYPE_CHECKING:
    import sqlite3

ALL = -1
"""The value of LIMIT that means no limit."""

# The plus keeps SQLite from using an index on player_id, after which it would sort; so it reads games in order of id.
_GAMES = f"""
    SELECT id, level, mode, started, ended, most, rounds_played, solved, score
    FROM game WHERE +player_id = {YOU} AND rounds_played > 0 ORDER BY id DESC LIMIT ?
"""  # noqa: S608 here and below: the number is a constant
# SQLite takes a group's bare columns, score and most, from the row with the maximum, as max() is the only one used.
_LEVEL_MODES = f"""
    SELECT level, mode, count(*), count(ended), sum(rounds_played), sum(solved), score, most,
           max(CASE WHEN ended IS NOT NULL THEN coalesce(1.0 * score / nullif(most, 0), 0.0) END)
    FROM game INDEXED BY game_by_level
    WHERE player_id = {YOU} AND rounds_played > 0 AND id IS NOT ? GROUP BY level, mode
"""  # noqa: S608
_BEST = f"""
    SELECT score FROM game INDEXED BY game_best
    WHERE player_id = {YOU} AND level = ? AND mode = ? AND ended IS NOT NULL AND rounds_played > 0 AND id IS NOT ?
    ORDER BY score DESC LIMIT 1
"""  # noqa: S608
# The recursion jumps from the first game of a day to the first of the next day, so that the others are not read. Games
# that ended on another day than they began are few and have an index of their own.
_DAYS = f"""
    WITH RECURSIVE begun (day) AS (
        SELECT min(started) FROM game WHERE player_id = {YOU} AND rounds_played > 0
        UNION ALL
        SELECT (SELECT min(started) FROM game
                WHERE player_id = {YOU} AND rounds_played > 0 AND started > substr(day, 1, 10) || :last)
        FROM begun WHERE day IS NOT NULL)
    SELECT day FROM begun
    UNION ALL SELECT ended FROM game INDEXED BY game_over_days
              WHERE player_id = {YOU} AND substr(ended, 1, 10) <> substr(started, 1, 10)
"""  # noqa: S608
_LAST = "\U0010ffff"
_SIZES = f"""
    SELECT size, sum(rounds), sum(solved * rounds), sum(milliseconds) FROM round_count
    WHERE player_id = {YOU} AND of = ? GROUP BY size
"""  # noqa: S608
_TENTHS = f"""
    SELECT tenths, rounds FROM round_count
    WHERE player_id = {YOU} AND of = ? AND size = ? AND solved = 1 ORDER BY tenths
"""  # noqa: S608
_TIMES = f"""
    SELECT tenths / 10, sum(rounds) FROM round_count
    WHERE player_id = {YOU} AND of = 'stars' AND solved = 1 GROUP BY 1
"""  # noqa: S608
_PLAYS = """
    SELECT key, title, source, plays, best_score, last_played FROM article INDEXED BY article_popular WHERE plays > 0
    ORDER BY plays DESC, played_at DESC, opened_at DESC, serial DESC LIMIT ?
"""
_TRIALS = f"""
    SELECT difficulty, outcome = 'solved', seconds_used FROM round CROSS JOIN game ON id = game_id
    WHERE player_id = {YOU} AND phrase = 0 ORDER BY game_id DESC, number DESC LIMIT ?
"""  # noqa: S608
_LISTED = f"""
    SELECT id, uid, article_key, title, source, language, seed, level, mode, started, ended, most
    FROM game JOIN article ON article.key = article_key
    WHERE +player_id = {YOU} AND rounds_played > 0 AND (:uid IS NULL OR uid = :uid)
    ORDER BY id DESC LIMIT :limit OFFSET :offset
"""  # noqa: S608
_ROUNDS = f"""
    SELECT game_id, number, {", ".join(RoundRow._fields[1:-1])}, hints
    FROM round WHERE game_id BETWEEN ? AND ? ORDER BY game_id, number
"""  # noqa: S608 the names are constants


class ReadableRecord(Protocol):
    """A record that these queries can read, such as `Records`."""

    @property
    def reading(self) -> "sqlite3.Connection":
        """The connection for reading in the calling thread."""


def read_games(records: ReadableRecord, limit: int = ALL) -> list[GameRow]:
    """Return the last `limit` games in which a round was finished, the earliest of them first."""
    return [GameRow._make(row) for row in _execute(records, _GAMES, (limit,))][::-1]


def read_level_modes(records: ReadableRecord, apart_from: int | None = None) -> list[LevelModeCount]:
    """Return the totals of the games of each level and mode; the game with the id `apart_from` is left out."""
    level_modes = []
    for level, mode, *counts, score, most, _ in _execute(records, _LEVEL_MODES, (apart_from,)).fetchall():
        best = _execute(records, _BEST, (level, mode, apart_from)).fetchone()
        of_best = (best[0], score, most) if best else (None, None, None)
        level_modes.append(LevelModeCount(level, mode, *counts, *of_best))
    return level_modes


def read_days(records: ReadableRecord) -> list[str | None]:
    """Return times (ISO 8601) on all days played: one for each day on which games began, and ends on other days."""
    return [day for (day,) in _execute(records, _DAYS, {"last": _LAST})]


def read_sizes(records: ReadableRecord, of: str) -> list[SizeCount]:
    """Return the totals of the words of each size, the smallest first; `of` is "letters" or "stars".

    Raises ValueError when the stored counts are damaged.
    """
    counts = []
    for size, rounds, solved, milliseconds in _execute(records, _SIZES, (of,)).fetchall():
        median_tenths = median_pair(_execute(records, _TENTHS, (of, size)), solved) if solved else None
        counts.append(SizeCount(size, rounds, solved, milliseconds, median_tenths))
    return counts


def read_times(records: ReadableRecord) -> list[tuple[int, int]]:
    """Return the histogram of solve times: (seconds, rounded down; number of rounds solved in them)."""
    return _execute(records, _TIMES).fetchall()  # type: ignore[no-any-return]


def read_plays(records: ReadableRecord, limit: int = ALL) -> list[ArticlePlays]:
    """Return at most `limit` played articles, those with the most plays first, then the one played last."""
    return list(map(ArticlePlays._make, _execute(records, _PLAYS, (limit,))))


def read_listed(records: ReadableRecord, limit: int = ALL, offset: int = 0) -> list[ListedGame]:
    """Return at most `limit` games with their rounds, the latest first, after skipping `offset` games."""
    return _listed(records, None, limit, offset)


def read_game(records: ReadableRecord, uid: str) -> ListedGame | None:
    """Return one game with its rounds; None if the record does not have it, or no round of it was finished."""
    return next(iter(_listed(records, uid, 1, 0)), None)


def read_trials(records: ReadableRecord, limit: int = ALL) -> list[Trial]:
    """Return the difficulty and outcome of the last `limit` rounds, the latest first, for the difficulty check."""
    return [Trial(row[0], bool(row[1]), row[2]) for row in _execute(records, _TRIALS, (limit,))]


def _listed(records: ReadableRecord, uid: str | None, limit: int, offset: int) -> list[ListedGame]:
    """Return games with their rounds, the latest first; only the game `uid` unless that is None."""
    games = _execute(records, _LISTED, {"uid": uid, "limit": limit, "offset": offset}).fetchall()
    if not games:
        return []
    rounds = _rounds(records, first=games[-1][0], last=games[0][0])
    return [_game(row, rounds.get(row[0], ())) for row in games]


def _rounds(records: ReadableRecord, first: int, last: int) -> dict[int, tuple[RoundRow, ...]]:
    """Return the rounds of the games with ids from `first` to `last`, by the game's id."""
    rows = _execute(records, _ROUNDS, (first, last))
    return {
        game_id: tuple(RoundRow._make((*row[1:-1], unpack_hints(row[-1]))) for row in round_rows)
        for game_id, round_rows in groupby(rows, lambda row: row[0])
    }


def _game(row: Sequence[Any], rounds: tuple[RoundRow, ...]) -> ListedGame:
    """Return the game of a row of _LISTED, with its rounds."""
    game_id, uid, key, title, source, language, seed, level, mode, started, ended, most = row
    solved = sum(round_row.solved for round_row in rounds)
    score = sum(round_row.points for round_row in rounds)
    game_row = GameRow(game_id, level, mode, started, ended, most, len(rounds), solved, score)
    return ListedGame(uid, key, title, source, language, seed, game_row, rounds)


def _execute(records: ReadableRecord, query: str, values: object = ()) -> Any:  # noqa: ANN401 an sqlite3.Cursor; sqlite3 is not imported here
    """Run a query; return a cursor whose rows are plain tuples, the fastest kind of row."""
    cursor = records.reading.cursor()
    cursor.row_factory = None
    return cursor.execute(query, values)  # type: ignore[arg-type]
