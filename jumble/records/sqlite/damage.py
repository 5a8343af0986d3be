"""A damaged record: known for what it is, set aside, and what can still be read of it taken over into a new one.

To read a record whole takes long, so opening it reads where its tables begin. Damage that shows later leaves a mark
beside the file, and the next opening looks at all of it.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from jumble.records.sqlite.counting import count_anew
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
"""What is taken over: of each table the order in which it stands in the file."""
_COUNTED_ANEW = {"plays", "best_score", "last_played", "indexed"}
"""Columns of articles that follow from the rest."""
OLDEST = 2
"""The oldest version that is taken over; before that there was no library."""
_ORPHANS = (
    f"UPDATE game SET player_id = {YOU} WHERE player_id NOT IN (SELECT id FROM player)",  # noqa: S608
    "DELETE FROM body WHERE serial NOT IN (SELECT serial FROM article)",
    "DELETE FROM game WHERE article_key NOT IN (SELECT key FROM article) OR id NOT IN (SELECT game_id FROM puzzle)",
    *(f"DELETE FROM {table} WHERE game_id NOT IN (SELECT id FROM game)" for table in ("puzzle", "round", "move")),  # noqa: S608
)


def is_damage(error: BaseException) -> bool:
    """Tell whether an error says that the file is damaged.

    That it cannot even be read does: SQLite's message has the damaged words of the file in it.
    """
    if isinstance(error, UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def mark(path: Path) -> None:
    """Note that a record showed damage."""
    try:
        _mark_of(path).touch()
    except OSError:
        return  # it shows again


def look_at_all(path: Path) -> None:
    """Read a record whole when it is marked: raises sqlite3.DatabaseError when it is damaged.

    When it is not, it was the index of words, which begins anew.
    """
    if not _mark_of(path).exists():
        return
    with closing(connect(str(path))) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            error = sqlite3.DatabaseError(found)
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise error
        with transaction(connection):
            connection.execute("DROP TABLE IF EXISTS words")
            connection.execute("UPDATE article SET indexed = 0")
    _mark_of(path).unlink(missing_ok=True)


def set_aside(path: Path, when: datetime) -> Path:
    """Move a damaged database and its journal out of the way, over no other; return where it is now."""
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


def take_over(aside: Path, path: Path) -> int:
    """Begin a new record with what can be read of a damaged one; return the games in it. Raises sqlite3.Error."""
    with closing(connect(str(path))) as new:
        try:
            with closing(connect(f"{aside.as_uri()}?mode=ro")) as old:
                _copy_all(old, new)
        except sqlite3.Error:
            pass  # nothing of it can be read
        migrate(new)
        new.execute("PRAGMA foreign_keys = OFF")
        with transaction(new):
            new.execute("INSERT OR IGNORE INTO player VALUES (?, ?)", (YOU, YOUR_NAME))
            for orphans in _ORPHANS:
                new.execute(orphans)
            count_anew(new)
            count_plays(new)
        return int(new.execute("SELECT count(*) FROM game").fetchone()[0])


def _copy_all(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy what can be read into tables of the same version, so that it is migrated as a whole record is."""
    version = version_of(old)
    if not OLDEST <= version <= VERSION:
        return
    migrate(new, version)
    new.execute("PRAGMA foreign_keys = OFF")
    with transaction(new):
        for table in _TABLES:
            _copy(old, new, table)


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    """Copy a table's rows from its beginning up to the damage, and from its end down to it."""
    names = [row["name"] for row in new.execute(f"PRAGMA table_info({table})") if row["name"] not in _COUNTED_ANEW]
    columns = ", ".join(names)
    insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    for direction in ("ASC", "DESC"):
        try:
            for row in old.execute(
                f"SELECT {columns} FROM {table} ORDER BY {_TABLES[table].format(direction)} {direction}"  # noqa: S608
            ):
                _insert(new, insert, tuple(row))
        except sqlite3.Error:
            continue  # so far it can be read
        return


def _insert(new: sqlite3.Connection, insert: str, row: tuple[object, ...]) -> None:
    """Write a row, unless damage made of it what no table holds."""
    try:
        new.execute(insert, row)
    except sqlite3.IntegrityError:
        return


def _mark_of(path: Path) -> Path:
    """Return the mark of a record."""
    return path.with_name(f"{path.name}-damaged")
