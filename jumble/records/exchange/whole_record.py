"""What is done to the record as a whole: it is exported, imported, and parts of it are forgotten."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from jumble.records.exchange.exporting import export_lines
from jumble.records.exchange.importing import Imported, import_lines
from jumble.records.sqlite.forgetting import Forgettable, find_articles, forget_articles
from jumble.records.sqlite.store import Records, RecordsError


def export_record(records: Records, now: datetime) -> Iterator[str]:
    """Yield the lines of a file that holds the whole record; see `export_lines`."""
    return export_lines(records.reading, now)


def import_record(records: Records, lines: Iterable[bytes], now: datetime) -> Imported:
    """Take over the lines of such a file, all or none.

    Raises ValueError, which names the line, when one is not what it should be, and RecordsError when the record cannot
    be written. What `lines` raises goes through.
    """
    _need_lasting(records)
    return records.ask(lambda connection: import_lines(connection, lines, now.timestamp()))


def find_in_record(records: Records, named: str) -> list[Forgettable]:
    """Return the articles that a key, a source or a title names; raises RecordsError."""
    _need_lasting(records)
    return records.ask(lambda connection: find_articles(connection, named))


def forget_in_record(records: Records, keys: Sequence[str]) -> None:
    """Remove articles with their games, for good.

    Raises InUseError when another window has the record open, RecordsError when it cannot be written.
    """
    records.ask(lambda connection: forget_articles(connection, keys, indexed=records.indexed))


def _need_lasting(records: Records) -> None:
    """Raise RecordsError where the record ends with the process."""
    if not records.lasting:
        raise RecordsError(records.notice or "there is no record")
