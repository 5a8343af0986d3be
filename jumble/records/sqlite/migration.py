"""How an older record becomes a newer one: in one transaction, and with a copy kept of before."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from jumble.records.sqlite.database import transaction
from jumble.records.sqlite.play_counts import count_plays
from jumble.records.sqlite.schema import MIGRATIONS, VERSION

BACKUPS_KEPT = 2
"""Copies of older records that stay beside the new one."""
_BACKUP_NAME = re.compile(r".+-v(\d+)-backup\.db")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of a database; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Bring a database to a version, the newest one unless told otherwise, wholly or not at all.

    It is then in the journal mode that lets two games go on at once, for good; when another process is using it just
    now, some later opening sees to that.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    if version_of(connection) == version:
        return
    connection.execute("PRAGMA foreign_keys = OFF")  # tables that others refer to are made anew
    try:
        run_scripts(connection, version)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def run_scripts(connection: sqlite3.Connection, version: int) -> None:
    """Run in one transaction the scripts that lead to a version; none when another process was faster."""
    with transaction(connection):
        for number in range(version_of(connection), version):
            for statement in statements(MIGRATIONS[number]):
                connection.execute(statement)
            if number == 1:
                count_plays(connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script: sqlite3's own way to run one ends the transaction it is in."""
    statement = ""
    for piece in script.split(";")[:-1]:
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy a record that is about to be migrated beside itself, and drop the oldest such copies.

    Raises sqlite3.Error or OSError when it cannot.
    """
    version = version_of(connection)
    if not 0 < version < VERSION:
        return
    backup = path.with_name(f"{path.stem}-v{version}-backup{path.suffix}")
    unfinished = backup.with_name(f"{backup.name}.{uuid4().hex}")  # two processes may migrate at once
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file is the whole copy
        unfinished.replace(backup)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    for old in sorted(backups(path), key=_version_kept)[:-BACKUPS_KEPT]:
        old.unlink(missing_ok=True)


def backups(path: Path) -> list[Path]:
    """Return the copies of older records beside a record."""
    return [backup for backup in path.parent.glob(f"{path.stem}-v*-backup{path.suffix}") if _version_kept(backup)]


def _version_kept(backup: Path) -> int:
    """Return the version that a copy is of; 0 when it is none of ours."""
    name = _BACKUP_NAME.fullmatch(backup.name)
    return int(name[1]) if name else 0


def check_tables(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.Error when a table is missing or damaged where it begins; to read them whole would take long."""
    for table in ("player", "article", "body", "game", "puzzle", "round", "move", "round_count"):
        connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchall()  # noqa: S608 names of ours


def check_writable(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError when the database may be read but not written; nothing is changed."""
    connection.execute("BEGIN")
    try:
        connection.execute(f"PRAGMA user_version = {VERSION}")  # to begin a transaction is not refused yet
    finally:
        connection.execute("ROLLBACK")
