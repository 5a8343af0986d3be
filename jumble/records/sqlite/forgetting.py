"""Deletes articles, or the whole record, so that no file has any trace of them."""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from jumble.records.sqlite.database import connect, transaction
from jumble.records.sqlite.migration import backups
from jumble.records.sqlite.schema import YOU
from jumble.settings.paths import DATABASE, PAGES

_FORGET_PLAYERS = f"DELETE FROM player WHERE id <> {YOU} AND id NOT IN (SELECT player_id FROM game)"  # noqa: S608 ours
"""Deletes the names of players who have no games any more."""


@dataclass(frozen=True, slots=True)
class Forgettable:
    """An article that can be deleted from the record."""

    key: str
    title: str
    source: str
    games: int
    """Number of games of the article, which are deleted with it."""


class InUseError(Exception):
    """Another window has the record open, so that not every trace of what is forgotten can be deleted."""


def find_articles(connection: sqlite3.Connection, named: str) -> list[Forgettable]:
    """Return the articles whose key is `named`; if there are none, those with this source; if none, with this title."""
    for column in ("key", "source", "title"):
        rows = connection.execute(
            f"SELECT key, title, source, (SELECT count(*) FROM game WHERE article_key = key) AS games "  # noqa: S608
            f"FROM article WHERE {column} = ? ORDER BY serial",
            (named,),
        ).fetchall()
        if rows:
            return [Forgettable(**row) for row in rows]
    return []


def forget_articles(connection: sqlite3.Connection, keys: Iterable[str], *, indexed: bool) -> None:
    """Delete articles and their games, then every trace of them from the file.

    Raises sqlite3.Error; InUseError when they are deleted but another window keeps the file from being rewritten.
    """
    with transaction(connection):
        for key in keys:
            connection.execute("DELETE FROM game WHERE article_key = ?", (key,))
            if indexed:
                connection.execute("DELETE FROM words WHERE rowid = (SELECT serial FROM article WHERE key = ?)", (key,))
            connection.execute("DELETE FROM article WHERE key = ?", (key,))
        connection.execute(_FORGET_PLAYERS)
    try:
        if indexed:
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")  # removes rows only marked as deleted
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        busy = True
    if busy:
        raise InUseError


def forget_all(folder: Path) -> None:
    """Delete the whole record with its backups, damaged copies and cached web pages; raises InUseError, OSError."""
    path = folder / DATABASE
    if path.exists():
        _raise_if_open(path)
    stem, suffix = path.stem, path.suffix
    copies = [*folder.glob(f"{stem}-damaged-*{suffix}*"), *folder.glob(f"{path.name}-*"), *backups(path)]
    for file in [path, *copies]:
        file.unlink(missing_ok=True)
    if (folder / PAGES).exists():
        shutil.rmtree(folder / PAGES)


def _raise_if_open(path: Path) -> None:
    """Raise InUseError if another process has the record open."""
    try:
        with closing(connect(str(path))) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")  # is refused while there is another connection
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise InUseError from None
    except UnicodeDecodeError:
        return  # a damaged record can be deleted all the same
