"""Migrates an older record to the current schema version in one transaction, after making a backup."""

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
"""Number of backups of older versions that are kept beside the record."""
_BACKUP_NAME = re.compile(r".+-v(\d+)-backup\.db")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of a database; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Migrate a database to a schema version, by default the newest, in one transaction; raises sqlite3.Error.

    Also sets the journal mode WAL, in which two games can be played at once. The mode is permanent; if another process
    is using the database right now, a later opening will set it.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
    if version_of(connection) == version:
        return
    connection.execute("PRAGMA foreign_keys = OFF")  # the scripts replace tables to which others refer
    try:
        run_scripts(connection, version)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def run_scripts(connection: sqlite3.Connection, version: int) -> None:
    """Run all scripts up to a version in one transaction; runs none if another process has just done so."""
    with transaction(connection):
        for number in range(version_of(connection), version):
            for statement in statements(MIGRATIONS[number]):
                connection.execute(statement)
            if number == 1:
                count_plays(connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script. `executescript` is not used because it commits the open transaction."""
    statement = ""
    for piece in script.split(";")[:-1]:
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Back up a record that is about to be migrated, in its own folder, and delete the oldest backups.

    Raises sqlite3.Error or OSError when the backup cannot be written.
    """
    version = version_of(connection)
    if not 0 < version < VERSION:
        return
    backup = path.with_name(f"{path.stem}-v{version}-backup{path.suffix}")
    unfinished = backup.with_name(f"{backup.name}.{uuid4().hex}")  # unique, since two processes may migrate at once
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # so that the backup is one file
        unfinished.replace(backup)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    for old_backup in sorted(backups(path), key=_backup_version)[:-BACKUPS_KEPT]:
        old_backup.unlink(missing_ok=True)


def backups(path: Path) -> list[Path]:
    """Return the paths of all backups of a record, which lie in the same folder."""
    return [backup for backup in path.parent.glob(f"{path.stem}-v*-backup{path.suffix}") if _backup_version(backup)]


def _backup_version(backup: Path) -> int:
    """Return the schema version in the name of a backup; 0 when the name is not that of a backup."""
    match = _BACKUP_NAME.fullmatch(backup.name)
    return int(match[1]) if match else 0


def check_tables(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.Error if a table is missing or damaged at its beginning; checking all rows would take too long."""
    for table in ("player", "article", "body", "game", "puzzle", "round", "move", "round_count"):
        connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchall()  # noqa: S608 the names are constants


def check_writable(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError if the database cannot be written; changes nothing."""
    connection.execute("BEGIN")
    try:
        connection.execute(f"PRAGMA user_version = {VERSION}")  # BEGIN alone succeeds on a read-only database
    finally:
        connection.execute("ROLLBACK")
