"""Forgets articles, or everything: what is forgotten is not in any file any more."""

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
"""Names of players of whom nothing else is left."""


@dataclass(frozen=True, slots=True)
class Forgettable:
    """An article that can be forgotten."""

    key: str
    title: str
    source: str
    games: int


class InUseError(Exception):
    """Another window has the record open."""


def find_articles(connection: sqlite3.Connection, named: str) -> list[Forgettable]:
    """Return the articles of a key; if there are none, those of a source, and if there are none, those of a title."""
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
    """Remove articles with their games, and every trace of them from the file; raises InUseError, sqlite3.Error."""
    with transaction(connection):
        for key in keys:
            connection.execute("DELETE FROM game WHERE article_key = ?", (key,))
            if indexed:
                connection.execute("DELETE FROM words WHERE rowid = (SELECT serial FROM article WHERE key = ?)", (key,))
            connection.execute("DELETE FROM article WHERE key = ?", (key,))
        connection.execute(_FORGET_PLAYERS)
    try:
        if indexed:
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")  # takes out what is only struck out
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        busy = True
    if busy:
        raise InUseError


def forget_all(folder: Path) -> None:
    """Remove the whole record with its copies and the pages kept beside it; raises InUseError, OSError."""
    path = folder / DATABASE
    if path.exists():
        _make_sure_of(path)
    stem, suffix = path.stem, path.suffix
    others = [*folder.glob(f"{stem}-damaged-*{suffix}*"), *folder.glob(f"{path.name}-*"), *backups(path)]
    for file in [path, *others]:
        file.unlink(missing_ok=True)
    if (folder / PAGES).exists():
        shutil.rmtree(folder / PAGES)


def _make_sure_of(path: Path) -> None:
    """Raise InUseError when another process has a record open."""
    try:
        with closing(connect(str(path))) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")  # which only the last one may
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise InUseError from None
    except UnicodeDecodeError:
        return  # damaged, and to be removed all the same
