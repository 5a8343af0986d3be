"""Detects a damaged record, sets it aside, and copies what can still be read into a new one.

Checking a whole record takes long, so opening one reads only the beginnings of its tables. When damage shows later, a
mark (an empty file) is left beside the record, and the next opening checks all of it.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from jumble.records.sqlite.counting import recount_all
from jumble.records.sqlite.database import connect, transaction
from jumble.records.sqlite.migration import migrate, version_of
from jumble.records.sqlite.play_counts import count_plays
from jumble.records.sqlite.schema import VERSION, YOU, YOUR_NAME

_TABLES = {
    "player": "id",
    "article": "serial",
    "body": "serial",
    "game": "id",
    "puzzle": "game_id",
    "round": "game_id {0}, number",
    "move": "game_id {0}, number",
}
"""The tables to salvage, each with ORDER BY's terms for the order of its rows in the file; {0} is ASC or DESC."""
_COMPUTED_COLUMNS = {"plays", "best_score", "last_played", "indexed"}
"""Columns of articles that are computed anew instead of copied."""
OLDEST = 2
"""The oldest schema version that can be salvaged; version 1 has no library."""
_ORPHANS = (
    f"UPDATE game SET player_id = {YOU} WHERE player_id NOT IN (SELECT id FROM player)",  # noqa: S608
    "DELETE FROM body WHERE serial NOT IN (SELECT serial FROM article)",
    "DELETE FROM game WHERE article_key NOT IN (SELECT key FROM article) OR id NOT IN (SELECT game_id FROM puzzle)",
    *(f"DELETE FROM {table} WHERE game_id NOT IN (SELECT id FROM game)" for table in ("puzzle", "round", "move")),  # noqa: S608
)


def is_damage(error: BaseException) -> bool:
    """Return whether an error means that the database file is damaged."""
    if isinstance(error, UnicodeDecodeError):  # raised for SQLite's message, which quotes damaged text of the file
        return True
    code = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def mark_damaged(path: Path) -> None:
    """Leave a mark beside a record that showed damage; does nothing where no file can be written."""
    try:
        _mark_of(path).touch()
    except OSError:
        return  # the damage will show again and leave its mark then


def check_if_marked(path: Path) -> None:
    """Check the whole record if it is marked as damaged; raises sqlite3.DatabaseError when it is.

    Otherwise the damage was in the index of words: the index is dropped, to be built anew, and the mark removed.
    """
    if not _mark_of(path).exists():
        return
    with closing(connect(str(path))) as connection:
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            error = sqlite3.DatabaseError(problem)
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise error
        with transaction(connection):
            connection.execute("DROP TABLE IF EXISTS words")
            connection.execute("UPDATE article SET indexed = 0")
    _mark_of(path).unlink(missing_ok=True)


def set_aside(path: Path, when: datetime) -> Path:
    """Rename a damaged database, and its journal, to an unused name with the time `when`; return the new path."""
    stem = f"{path.stem}-damaged-{when:%Y%m%dT%H%M%S}"
    aside = path.with_name(f"{stem}{path.suffix}")
    for number in count(2):
        if not aside.exists():
            break
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    path.rename(aside)
    for journal in ("-wal", "-shm"):
        beside = path.with_name(path.name + journal)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + journal))
    _mark_of(path).unlink(missing_ok=True)
    return aside


def salvage(aside: Path, path: Path) -> int:
    """Create a record at `path` with what can be read of the damaged one at `aside`; return its number of games.

    Raises sqlite3.Error when the new record cannot be written.
    """
    with closing(connect(str(path))) as new:
        try:
            with closing(connect(f"{aside.as_uri()}?mode=ro")) as old:
                _copy_all(old, new)
        except sqlite3.Error:
            pass  # unreadable from the start; the new record is empty
        migrate(new)
        new.execute("PRAGMA foreign_keys = OFF")
        with transaction(new):
            new.execute("INSERT OR IGNORE INTO player VALUES (?, ?)", (YOU, YOUR_NAME))
            for orphans in _ORPHANS:
                new.execute(orphans)
            recount_all(new)
            count_plays(new)
        return int(new.execute("SELECT count(*) FROM game").fetchone()[0])


def _copy_all(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy all readable rows into tables of the same schema version, which can then be migrated like any record."""
    version = version_of(old)
    if not OLDEST <= version <= VERSION:
        return
    migrate(new, version)
    new.execute("PRAGMA foreign_keys = OFF")
    with transaction(new):
        for table in _TABLES:
            _copy(old, new, table)


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    """Copy a table's rows from the beginning up to the damage, then from the end back to it."""
    names = [row["name"] for row in new.execute(f"PRAGMA table_info({table})") if row["name"] not in _COMPUTED_COLUMNS]
    columns = ", ".join(names)
    insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    for direction in ("ASC", "DESC"):
        try:
            for row in old.execute(
                f"SELECT {columns} FROM {table} ORDER BY {_TABLES[table].format(direction)} {direction}"  # noqa: S608
            ):
                _insert(new, insert, tuple(row))
        except sqlite3.Error:
            continue  # the rows beyond the damage are read from the other end
        return


def _insert(new: sqlite3.Connection, insert: str, row: tuple[object, ...]) -> None:
    """Insert a row, unless damage has made it break a constraint of the table."""
    try:
        new.execute(insert, row)
    except sqlite3.IntegrityError:
        return


def _mark_of(path: Path) -> Path:
    """Return the path of the file that marks a record as damaged."""
    return path.with_name(f"{path.name}-damaged")
