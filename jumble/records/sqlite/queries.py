"""Queries for the rows that figures are computed from."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

from jumble.figures.difficulty_check import Trial
from jumble.figures.rows import ArticlePlays, GameRow, KindCount, ListedGame, RoundRow, SizeCount
from jumble.figures.speed import median_pair
from jumble.records.sqlite.hint_counts import unpack_hints
from jumble.records.sqlite.schema import YOU

if TYPE_CHECKING:
    import sqlite3

ALL = -1
"""A limit that is none."""

# Games are read in the order in which they lie: the plus keeps SQLite from an index of players, after which it sorts.
_GAMES = f"""
    SELECT id, level, mode, started, ended, most, rounds_played, solved, score
    FROM game WHERE +player_id = {YOU} AND rounds_played > 0 ORDER BY id DESC LIMIT ?
"""  # noqa: S608 here and below: a number of ours
# SQLite takes the bare columns of a group, score and most, from the row with the maximum, the only one asked for.
_KINDS = f"""
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
# From the first game of a day to that of the next: the others of that day are not looked at. Few games end on a day
# other than that on which they were begun.
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
"""  # noqa: S608 the names of our own columns


class ReadableRecord(Protocol):
    """A record that can be read from."""

    @property
    def reading(self) -> "sqlite3.Connection":
        """The connection that the calling thread reads from."""


def read_games(records: ReadableRecord, limit: int = ALL) -> list[GameRow]:
    """Return the last `limit` games in which a round was finished, the first one first."""
    return [GameRow._make(row) for row in _execute(records, _GAMES, (limit,))][::-1]


def read_kinds(records: ReadableRecord, apart_from: int | None = None) -> list[KindCount]:
    """Return what the games of each level and mode add up to, without the one of a number."""
    kinds = []
    for level, mode, *counts, score, most, _ in _execute(records, _KINDS, (apart_from,)).fetchall():
        best = _execute(records, _BEST, (level, mode, apart_from)).fetchone()
        of_best = (best[0], score, most) if best else (None, None, None)
        kinds.append(KindCount(level, mode, *counts, *of_best))
    return kinds


def read_days(records: ReadableRecord) -> list[str | None]:
    """Return a time of each day on which games were begun, and those at which they ended on another day."""
    return [day for (day,) in _execute(records, _DAYS, {"last": _LAST})]


def read_sizes(records: ReadableRecord, of: str) -> list[SizeCount]:
    """Return what the rounds of each size add up to, the smallest first; `of` is letters or stars."""
    counts = []
    for size, rounds, solved, milliseconds in _execute(records, _SIZES, (of,)).fetchall():
        both = median_pair(_execute(records, _TENTHS, (of, size)), solved) if solved else None
        counts.append(SizeCount(size, rounds, solved, milliseconds, both))
    return counts


def read_times(records: ReadableRecord) -> list[tuple[int, int]]:
    """Return the whole seconds that solved rounds took, the rest cut off, and how many took these."""
    return _execute(records, _TIMES).fetchall()  # type: ignore[no-any-return]


def read_plays(records: ReadableRecord, limit: int = ALL) -> list[ArticlePlays]:
    """Return the articles that were played, most popular first, of equally popular ones the latest."""
    return list(map(ArticlePlays._make, _execute(records, _PLAYS, (limit,))))


def read_listed(records: ReadableRecord, limit: int = ALL, offset: int = 0) -> list[ListedGame]:
    """Return games with their rounds, the latest first: `limit` of them after the first `offset`."""
    return _listed(records, None, limit, offset)


def read_game(records: ReadableRecord, uid: str) -> ListedGame | None:
    """Return one game with its rounds; None when there is none of that name, or no round of it was finished."""
    return next(iter(_listed(records, uid, 1, 0)), None)


def read_trials(records: ReadableRecord, limit: int = ALL) -> list[Trial]:
    """Return rounds as far as they test the prediction of their difficulty: `limit` of them, the latest first."""
    return [Trial(row[0], bool(row[1]), row[2]) for row in _execute(records, _TRIALS, (limit,))]


def _listed(records: ReadableRecord, uid: str | None, limit: int, offset: int) -> list[ListedGame]:
    """Return games with their rounds."""
    games = _execute(records, _LISTED, {"uid": uid, "limit": limit, "offset": offset}).fetchall()
    if not games:
        return []
    rounds = _rounds(records, first=games[-1][0], last=games[0][0])
    return [_game(row, rounds.get(row[0], ())) for row in games]


def _rounds(records: ReadableRecord, first: int, last: int) -> dict[int, tuple[RoundRow, ...]]:
    """Return the rounds of the games from one number to another."""
    rows = _execute(records, _ROUNDS, (first, last))
    return {
        number: tuple(RoundRow._make((*row[1:-1], unpack_hints(row[-1]))) for row in alike)
        for number, alike in groupby(rows, lambda row: row[0])
    }


def _game(row: Sequence[Any], rounds: tuple[RoundRow, ...]) -> ListedGame:
    """Return a game with its rounds."""
    number, uid, key, title, source, language, seed, level, mode, started, ended, most = row
    solved = sum(row.solved for row in rounds)
    score = sum(row.points for row in rounds)
    about = GameRow(number, level, mode, started, ended, most, len(rounds), solved, score)
    return ListedGame(uid, key, title, source, language, seed, about, rounds)


def _execute(records: ReadableRecord, query: str, values: object = ()) -> Any:  # noqa: ANN401 a sqlite3.Cursor, which is not imported for a name
    """Run a query whose rows are bare tuples, the cheapest there are."""
    cursor = records.reading.cursor()
    cursor.row_factory = None
    return cursor.execute(query, values)  # type: ignore[arg-type]
