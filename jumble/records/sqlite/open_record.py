"""Opens the player's record. Whatever its state, the game can be played, and a notice tells the player of problems."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from jumble.article import clean_line
from jumble.records.sqlite.damage import check_if_marked, is_damage, mark_damaged, salvage, set_aside
from jumble.records.sqlite.database import connect
from jumble.records.sqlite.game_record import Now
from jumble.records.sqlite.migration import version_of
from jumble.records.sqlite.schema import VERSION
from jumble.records.sqlite.store import Records, RecordsError, local_now
from jumble.settings.paths import DATABASE, data_folder

_UNREADABLE = (
    sqlite3.Error, zlib.error, ValueError, TypeError, ArithmeticError, AttributeError, LookupError, StopIteration,
)  # fmt: skip
"""Errors that reading a damaged record can raise, since any column may hold any value: a negative score, which has no
rank, raises StopIteration."""


def open_records(folder: Path | None = None, *, now: Now = local_now) -> Records:
    """Open the player's record; if it cannot be written, open one in memory, which ends with the process.

    A damaged database is renamed, and what can be read of it is copied into a new one. In both cases `Records.notice`
    has a line for the player.
    """
    folder = folder or data_folder()
    path = folder.absolute() / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        check_if_marked(path)
        return Records(str(path), now=now)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if not is_damage(error):
            return _in_memory(f"{path} cannot be written ({error})", now)
        try:
            aside = set_aside(path, now())
            saved_games = salvage(aside, path)
            notice = f"The record was damaged; it was set aside as {aside}, and a new one begun"
            if saved_games:
                notice += f" with {saved_games} games that could be read"
            return Records(str(path), now=now, notice=notice)
        except (OSError, sqlite3.Error, UnicodeDecodeError) as failure:
            return _in_memory(f"{path} is damaged ({failure})", now)
    except RecordsError as error:
        return _in_memory(str(error), now)
    except OSError as error:
        return _in_memory(f"{folder} cannot be used ({error.strerror})", now)


def read_records(folder: Path | None = None) -> Records:
    """Open the player's record for reading only, without creating or changing a file; empty if there is none.

    Raises RecordsError when the record cannot be read.
    """
    path = (folder or data_folder()).absolute() / DATABASE
    try:
        if not path.exists() or path.stat().st_size == 0:
            return Records(f"file:jumble-{uuid4().hex}?mode=memory&cache=shared")
        return _read_only(f"{path.as_uri()}?mode=ro")
    except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
        raise RecordsError(f"the record {path} cannot be read: {error}") from None


@contextmanager
def reading_records(folder: Path | None = None) -> Iterator[Records]:
    """Open the player's record for reading in a `with` statement; raises RecordsError.

    Errors that a damaged record raises in the body of the statement become RecordsError, too.
    """
    with closing(read_records(folder)) as records:
        try:
            yield records
        except _UNREADABLE as error:
            path = (folder or data_folder()).absolute() / DATABASE
            what_to_do = ""
            if is_damage(error):
                mark_damaged(path)
                what_to_do = "; start the game once, which takes over what can be read"
            raise RecordsError(f"the record {path} cannot be read: {clean_line(str(error))}{what_to_do}") from None


def _read_only(database: str) -> Records:
    """Return a record for reading only; a record of an older version is copied into memory and migrated there."""
    with closing(connect(database)) as on_disk:
        if version_of(on_disk) >= VERSION:
            return Records(database, writable=False)
        memory = f"file:jumble-{uuid4().hex}?mode=memory&cache=shared"
        with closing(connect(memory)) as copy:
            on_disk.backup(copy)
            return Records(memory)


def _in_memory(reason: str, now: Now) -> Records:
    """Return an empty record in memory, which ends with the process; `reason` goes into its notice."""
    return Records(
        f"file:jumble-{uuid4().hex}?mode=memory&cache=shared",
        now=now,
        notice=f"Playing without records: {reason}",
    )
