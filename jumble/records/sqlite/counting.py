"""What statistics add up, kept as rounds come and go, so that no screen has to read every round for it.

The database keeps it itself: triggers act in the transaction that writes, imports or forgets a round, whoever does it.
They are part of version 2 of the schema; to change anything here takes another version.
"""

import sqlite3

# Of the row whose name stands before each column. A damaged value must not stop the counting, so that each is something
# whatever it is made of. Milliseconds are whole: what is taken away leaves exactly what was there.
_SOLVED = "({0}outcome = 'solved')"
_TIME = f"({_SOLVED} * min(max({{0}}seconds_used, 0.0), 1e9))"
_TENTHS = f"CAST({_TIME} * 10 AS INTEGER)"
_MILLISECONDS = f"CAST({_TIME} * 1000 + 0.5 AS INTEGER)"
_LETTERS = "coalesce(CAST({0}value / (7.5 + 2.5 * {0}stars) + 0.5 AS INTEGER), 0)"
_SIZES = {"letters": _LETTERS, "stars": "{0}stars"}

COUNT_GAMES = f"""
UPDATE game SET (rounds_played, solved, score) = (
    SELECT count(*), coalesce(sum({_SOLVED.format("")}), 0), CAST(total(points) AS INTEGER)
    FROM round WHERE game_id = game.id
)
"""  # noqa: S608 here and below: columns of ours
COUNT_ROUNDS = tuple(
    f"""
INSERT INTO round_count
SELECT '{name}', {size.format("")}, {_SOLVED.format("")}, {_TENTHS.format("")},
       count(*), sum({_MILLISECONDS.format("")})
FROM round GROUP BY 2, 3, 4
"""  # noqa: S608
    for name, size in _SIZES.items()
)
_ROWS = ", ".join(
    f"('{name}', {size.format('new.')}, {_SOLVED.format('new.')}, {_TENTHS.format('new.')}, "
    f"1, {_MILLISECONDS.format('new.')})"
    for name, size in _SIZES.items()
)
_ALIKE = f"""
(of, size) IN (VALUES {", ".join(f"('{name}', {size.format('old.')})" for name, size in _SIZES.items())})
      AND solved = {_SOLVED.format("old.")} AND tenths = {_TENTHS.format("old.")}
""".strip()
KEEP_COUNTS = f"""
CREATE TRIGGER round_counted AFTER INSERT ON round BEGIN
    UPDATE game SET rounds_played = rounds_played + 1, solved = solved + {_SOLVED.format("new.")},
                    score = score + new.points
    WHERE id = new.game_id;
    INSERT INTO round_count VALUES {_ROWS}
    ON CONFLICT DO UPDATE SET rounds = rounds + 1, milliseconds = milliseconds + excluded.milliseconds;
END;
CREATE TRIGGER round_discounted AFTER DELETE ON round BEGIN
    UPDATE game SET rounds_played = rounds_played - 1, solved = solved - {_SOLVED.format("old.")},
                    score = score - old.points
    WHERE id = old.game_id;
    UPDATE round_count SET rounds = rounds - 1, milliseconds = milliseconds - {_MILLISECONDS.format("old.")}
    WHERE {_ALIKE};
    DELETE FROM round_count
    WHERE {_ALIKE} AND rounds = 0;
END;
"""  # noqa: S608


def count_anew(connection: sqlite3.Connection) -> None:
    """Count everything anew, where rows were lost."""
    for statement in (COUNT_GAMES, "DELETE FROM round_count", *COUNT_ROUNDS):
        connection.execute(statement)
