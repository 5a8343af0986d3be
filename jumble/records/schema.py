"""The tables of the record, version by version, and how an older file becomes a newer one."""

import sqlite3

# Times are ISO 8601 in the player's local time with its offset from UTC: the day and the instant are both in it.
_VERSION_1 = """
CREATE TABLE article (
    key      TEXT PRIMARY KEY,              -- Article.key: names the text, wherever it is read from
    title    TEXT NOT NULL,
    source   TEXT NOT NULL,                 -- where it was read from last
    language TEXT NOT NULL
) STRICT;
CREATE TABLE game (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,       -- names the game on every machine
    article_key TEXT NOT NULL REFERENCES article (key),
    mode        TEXT NOT NULL,
    puzzle      TEXT NOT NULL,              -- Puzzle.as_json: with the moves, all that replaying needs
    level       TEXT NOT NULL,
    seed        INTEGER NOT NULL,
    rounds      INTEGER NOT NULL,           -- that the puzzle has
    most        INTEGER NOT NULL,           -- points that the puzzle can give
    started     TEXT NOT NULL,
    ended       TEXT                        -- when the last round ended; NULL: left before
) STRICT;
CREATE INDEX game_by_article ON game (article_key);
CREATE TABLE round (
    game_id      INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,          -- from 1
    answer       TEXT NOT NULL,
    scramble     TEXT NOT NULL,
    difficulty   REAL NOT NULL,
    stars        INTEGER NOT NULL,
    value        REAL NOT NULL,
    seconds      INTEGER NOT NULL,          -- the clock
    outcome      TEXT NOT NULL,             -- solved, skipped, answer, time up
    given        TEXT NOT NULL,
    seconds_used REAL NOT NULL,
    seconds_left REAL NOT NULL,
    clue         INTEGER NOT NULL,
    letter_hints INTEGER NOT NULL,
    wrong_tries  INTEGER NOT NULL,
    streak       INTEGER NOT NULL,
    points       INTEGER NOT NULL,
    PRIMARY KEY (game_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE move (
    game_id INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,               -- from 1
    at      REAL NOT NULL,                  -- seconds of play
    move    TEXT NOT NULL,                  -- move_as_json
    PRIMARY KEY (game_id, number)
) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (_VERSION_1,)
"""The script at place n makes version n + 1 of version n; version 0 is an empty file."""
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of a database; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest version, each step in one transaction.

    It is then in the journal mode that lets two games go on at once, for good; when another process is using it just
    now, some later opening sees to that.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    for number in range(version_of(connection), VERSION):
        script = f"BEGIN IMMEDIATE;\n{MIGRATIONS[number]}\nPRAGMA user_version = {number + 1};\nCOMMIT;"
        try:
            connection.executescript(script)
        except BaseException:
            if connection.in_transaction:
                connection.rollback()
            if version_of(connection) > number:  # another process was faster
                continue
            raise


def check_writable(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError when the database may be read but not written; nothing is changed."""
    connection.execute("BEGIN")
    try:
        connection.execute(f"PRAGMA user_version = {VERSION}")  # to begin a transaction is not refused yet
    finally:
        connection.execute("ROLLBACK")
