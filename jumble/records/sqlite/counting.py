"""SQL that keeps totals for the statistics up to date, so that no screen has to read every round.

Triggers update the totals in the transaction that inserts or deletes a round, whichever code runs it. They are part of
version 3 of the schema: any change here needs a new schema version.

The totals count words, by player and by kind of game. A final round, whose answer is a phrase, adds points to its game
but is not counted as a word.
"""

import sqlite3

# `{0}` is a prefix of each column: "new.", "old." or nothing. Every expression has a value even if a column is damaged,
# so that damage never stops the counting. Milliseconds are whole, so that a deletion undoes an insertion exactly.
_SOLVED = "({0}outcome = 'solved')"
_TIME = f"({_SOLVED} * min(max({{0}}seconds_used, 0.0), 1e9))"
_TENTHS = f"CAST({_TIME} * 10 AS INTEGER)"
_MILLISECONDS = f"CAST({_TIME} * 1000 + 0.5 AS INTEGER)"
_IS_WORD = "({0}phrase = 0)"
_SIZES = ("letters", "stars")
"""Columns of table `round` by which words are counted in `round_count`."""

COUNT_GAMES = f"""
UPDATE game SET (rounds_played, solved, score) = (
    SELECT coalesce(sum({_IS_WORD.format("")}), 0),
           coalesce(sum({_IS_WORD.format("")} AND {_SOLVED.format("")}), 0),
           CAST(total(points) AS INTEGER)
    FROM round WHERE game_id = game.id
)
"""  # noqa: S608 here and below: columns of ours
COUNT_ROUNDS = tuple(
    f"""
INSERT INTO round_count
SELECT player_id, '{size}', {size}, {_SOLVED.format("")}, {_TENTHS.format("")}, kind,
       count(*), sum({_MILLISECONDS.format("")})
FROM round JOIN game ON id = game_id WHERE {_IS_WORD.format("")} GROUP BY 1, 3, 4, 5, 6
"""  # noqa: S608
    for size in _SIZES
)
_ROWS = " UNION ALL ".join(f"SELECT '{size}' AS of, new.{size} AS size" for size in _SIZES)
_ALIKE = f"""
player_id = (SELECT player_id FROM game WHERE id = old.game_id)
      AND (of, size) IN (VALUES {", ".join(f"('{size}', old.{size})" for size in _SIZES)})
      AND solved = {_SOLVED.format("old.")} AND tenths = {_TENTHS.format("old.")}
      AND kind = (SELECT kind FROM game WHERE id = old.game_id) AND {_IS_WORD.format("old.")}
""".strip()  # noqa: S608
KEEP_COUNTS = f"""
CREATE TRIGGER round_counted AFTER INSERT ON round BEGIN
    UPDATE game SET rounds_played = rounds_played + {_IS_WORD.format("new.")},
                    solved = solved + ({_IS_WORD.format("new.")} AND {_SOLVED.format("new.")}),
                    score = score + new.points
    WHERE id = new.game_id;
    INSERT INTO round_count
    SELECT player_id, of, size, {_SOLVED.format("new.")}, {_TENTHS.format("new.")}, kind,
           1, {_MILLISECONDS.format("new.")}
    FROM game JOIN ({_ROWS}) WHERE id = new.game_id AND {_IS_WORD.format("new.")}
    ON CONFLICT DO UPDATE SET rounds = rounds + 1, milliseconds = milliseconds + excluded.milliseconds;
END;
CREATE TRIGGER round_discounted AFTER DELETE ON round BEGIN
    UPDATE game SET rounds_played = rounds_played - {_IS_WORD.format("old.")},
                    solved = solved - ({_IS_WORD.format("old.")} AND {_SOLVED.format("old.")}),
                    score = score - old.points
    WHERE id = old.game_id;
    UPDATE round_count SET rounds = rounds - 1, milliseconds = milliseconds - {_MILLISECONDS.format("old.")}
    WHERE {_ALIKE};
    DELETE FROM round_count
    WHERE {_ALIKE} AND rounds = 0;
END;
CREATE TRIGGER game_forgotten BEFORE DELETE ON game BEGIN
    DELETE FROM round WHERE game_id = old.id; -- while it can still be told whose they were
END;
"""  # noqa: S608


def recount_all(connection: sqlite3.Connection) -> None:
    """Compute all totals anew from the rounds, after rows were lost without the triggers."""
    for statement in (COUNT_GAMES, "DELETE FROM round_count", *COUNT_ROUNDS):
        connection.execute(statement)
