"""Reads the rows that statistics are computed from: the only place where they meet SQL."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from jumble.records.difficulty_check import Trial
from jumble.records.rows import GameRow, ListedGame, RoundCount, RoundRow
from jumble.records.store import Records

ALL = -1
"""A limit that is none."""

_GAMES = """
    SELECT id, level, mode, started, ended, most, rounds_played, solved, score
    FROM (SELECT game_id, count(*) AS rounds_played, sum(outcome = 'solved') AS solved, sum(points) AS score
          FROM round GROUP BY game_id)
    JOIN game ON id = game_id
"""
# Grouped by one whole number: four columns take the sorter twice as long. 128 letters, 8 stars and a day leave room.
_COUNTS = """
    SELECT letters, stars, solved, tenths, count(*), sum(seconds_used)
    FROM (SELECT CAST(value / (7.5 + 2.5 * stars) + 0.5 AS INTEGER) AS letters, stars, outcome = 'solved' AS solved,
                 CASE outcome WHEN 'solved' THEN CAST(seconds_used * 10 AS INTEGER) ELSE 0 END AS tenths, seconds_used
          FROM round)
    GROUP BY ((letters * 8 + stars) * 2 + solved) * 1000000 + tenths
"""
_TRIALS = """
    SELECT difficulty, outcome = 'solved', seconds_used FROM round ORDER BY game_id DESC, number DESC LIMIT ?
"""
_LISTED = """
    SELECT id, uid, article_key, title, source, language, seed, level, mode, started, ended, most
    FROM game JOIN article ON article.key = article_key
    WHERE EXISTS (SELECT 1 FROM round WHERE game_id = id) AND (:uid IS NULL OR uid = :uid)
    ORDER BY id DESC LIMIT :limit OFFSET :offset
"""
_ROUNDS = f"""
    SELECT game_id, number, {", ".join(RoundRow._fields[1:])}
    FROM round WHERE game_id BETWEEN ? AND ? ORDER BY game_id, number
"""  # noqa: S608 the names of our own columns


def read_games(records: Records) -> list[GameRow]:
    """Return every game in which a round was finished, the first one first."""
    return sorted(map(GameRow._make, _execute(records, _GAMES)))  # in order already, as a rule: cheaper than in SQL


def read_counts(records: Records) -> list[RoundCount]:
    """Return how many rounds there were of each kind and time."""
    return list(map(RoundCount._make, _execute(records, _COUNTS)))


def read_listed(records: Records, limit: int = ALL, offset: int = 0) -> list[ListedGame]:
    """Return games with their rounds, the latest first: `limit` of them after the first `offset`."""
    return _listed(records, None, limit, offset)


def read_game(records: Records, uid: str) -> ListedGame | None:
    """Return one game with its rounds; None when there is none of that name, or no round of it was finished."""
    return next(iter(_listed(records, uid, 1, 0)), None)


def read_trials(records: Records, limit: int = ALL) -> list[Trial]:
    """Return rounds as far as they test the prediction of their difficulty: `limit` of them, the latest first."""
    return [Trial(each[0], bool(each[1]), each[2]) for each in _execute(records, _TRIALS, (limit,))]


def _listed(records: Records, uid: str | None, limit: int, offset: int) -> list[ListedGame]:
    """Return games with their rounds."""
    games = _execute(records, _LISTED, {"uid": uid, "limit": limit, "offset": offset}).fetchall()
    if not games:
        return []
    rounds = _rounds(records, first=games[-1][0], last=games[0][0])
    return [_game(row, rounds.get(row[0], ())) for row in games]


def _rounds(records: Records, first: int, last: int) -> dict[int, tuple[RoundRow, ...]]:
    """Return the rounds of the games from one number to another."""
    rows = _execute(records, _ROUNDS, (first, last))
    return {
        number: tuple(RoundRow._make(row[1:]) for row in alike) for number, alike in groupby(rows, lambda row: row[0])
    }


def _game(row: Sequence[Any], rounds: tuple[RoundRow, ...]) -> ListedGame:
    """Return a game with its rounds."""
    number, uid, key, title, source, language, seed, level, mode, started, ended, most = row
    solved = sum(each.solved for each in rounds)
    score = sum(each.points for each in rounds)
    about = GameRow(number, level, mode, started, ended, most, len(rounds), solved, score)
    return ListedGame(uid, key, title, source, language, seed, about, rounds)


def _execute(records: Records, query: str, values: object = ()) -> Any:  # noqa: ANN401 a sqlite3.Cursor, which is not imported for a name
    """Run a query whose rows are bare tuples, the cheapest there are."""
    cursor = records.reading.cursor()
    cursor.row_factory = None
    return cursor.execute(query, values)  # type: ignore[arg-type]
