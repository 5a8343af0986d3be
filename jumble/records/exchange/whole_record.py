"""Commands on the whole record: export it, import another one, and find and forget articles."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from jumble.records.exchange.exporting import export_lines
from jumble.records.exchange.importing import Imported, import_lines
from jumble.records.sqlite.forgetting import Forgettable, find_articles, forget_articles
from jumble.records.sqlite.store import Records, RecordsError


def export_record(records: Records, now: datetime) -> Iterator[str]:
    """Yield the lines of a file with the whole record; see `export_lines` for the errors raised."""
    return export_lines(records.reading, now)


def import_record(records: Records, lines: Iterable[bytes], now: datetime) -> Imported:
    """Import the lines of such a file, all or none.

    Raises ValueError, which names the line, when a line is not valid; RecordsError when the record cannot be written;
    and whatever iterating over `lines` raises.
    """
    _require_persistent(records)
    return records.run_in_writer(lambda connection: import_lines(connection, lines, now.timestamp()))


def find_in_record(records: Records, named: str) -> list[Forgettable]:
    """Return the articles with a key, a source or a title, see `find_articles`; raises RecordsError."""
    _require_persistent(records)
    return records.run_in_writer(lambda connection: find_articles(connection, named))


def forget_in_record(records: Records, keys: Sequence[str]) -> None:
    """Delete articles and their games from the record and from its file.

    Raises InUseError when another window has the record open, RecordsError when the record cannot be written.
    """
    records.run_in_writer(lambda connection: forget_articles(connection, keys, indexed=records.indexed))


def _require_persistent(records: Records) -> None:
    """Raise RecordsError if the record is only in memory and ends with the process."""
    if not records.persistent:
        raise RecordsError(records.notice or "there is no record")
