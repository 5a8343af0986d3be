"""Opening the record, whatever state it is in: the game always goes on, and the player is told."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from jumble.article import clean_line
from jumble.records.sqlite.damage import is_damage, look_at_all, mark, set_aside, take_over
from jumble.records.sqlite.database import connect
from jumble.records.sqlite.game_record import Now
from jumble.records.sqlite.migration import version_of
from jumble.records.sqlite.schema import VERSION
from jumble.records.sqlite.store import Records, RecordsError, local_now
from jumble.settings.paths import DATABASE, data_folder

_UNREADABLE = (
    sqlite3.Error, zlib.error, ValueError, TypeError, ArithmeticError, AttributeError, LookupError, StopIteration,
)  # fmt: skip
"""What reading raises where damage has put anything into any column; a score below zero has no rank: StopIteration."""


def open_records(folder: Path | None = None, *, now: Now = local_now) -> Records:
    """Open the player's record, and one in memory for this sitting only when it cannot be written.

    A damaged database is set aside under another name, and what can be read of it taken over. `Records.notice` tells
    of both.
    """
    folder = folder or data_folder()
    path = folder.absolute() / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        look_at_all(path)
        return Records(str(path), now=now)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if not is_damage(error):
            return _in_memory(f"{path} cannot be written ({error})", now)
        try:
            aside = set_aside(path, now())
            saved = take_over(aside, path)
            notice = f"The record was damaged; it was set aside as {aside}, and a new one begun"
            if saved:
                notice += f" with {saved} games that could be read"
            return Records(str(path), now=now, notice=notice)
        except (OSError, sqlite3.Error, UnicodeDecodeError) as failure:
            return _in_memory(f"{path} is damaged ({failure})", now)
    except RecordsError as error:
        return _in_memory(str(error), now)
    except OSError as error:
        return _in_memory(f"{folder} cannot be used ({error.strerror})", now)


def read_records(folder: Path | None = None) -> Records:
    """Open the player's record only to read it: nothing is made or changed on disk.

    Raises RecordsError when there is one that cannot be read.
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
    """Open the player's record to read all that is wanted of it; raises RecordsError wherever damage shows."""
    with closing(read_records(folder)) as records:
        try:
            yield records
        except _UNREADABLE as error:
            path = (folder or data_folder()).absolute() / DATABASE
            what_to_do = ""
            if is_damage(error):
                mark(path)
                what_to_do = "; start the game once, which takes over what can be read"
            raise RecordsError(f"the record {path} cannot be read: {clean_line(str(error))}{what_to_do}") from None


def _read_only(database: str) -> Records:
    """Return a record that is only read; one of an older version is migrated in memory, and left as it is."""
    with closing(connect(database)) as older:
        if version_of(older) >= VERSION:
            return Records(database, writable=False)
        memory = f"file:jumble-{uuid4().hex}?mode=memory&cache=shared"
        with closing(connect(memory)) as copy:
            older.backup(copy)
            return Records(memory)


def _in_memory(reason: str, now: Now) -> Records:
    """Return a record that ends with the process."""
    return Records(
        f"file:jumble-{uuid4().hex}?mode=memory&cache=shared",
        now=now,
        notice=f"Playing without records: {reason}",
    )
