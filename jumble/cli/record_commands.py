"""The commands that take the record elsewhere, bring it back, or forget it."""

import argparse
import gzip
import io
import os
import shutil
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from jumble.article import STANDARD_INPUT, clean_line, is_address
from jumble.records import RecordsError, open_records, reading_records
from jumble.records.exchange import whole_record as whole
from jumble.records.sqlite.forgetting import Forgettable, InUseError, forget_all
from jumble.records.sqlite.store import local_now
from jumble.settings import data_folder, pages_folder

MAX_LINE = 256 * 2**20
"""Bytes of a line that are read: the longest article that can be opened is shorter, however it is written."""
_GZIP = b"\x1f\x8b"


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Add the arguments of one of these commands to its parser."""
    if command == "forget":
        named = parser.add_mutually_exclusive_group(required=True)
        named.add_argument("article", nargs="?", metavar="ARTICLE", help="its source, its title or its key")
        named.add_argument("--all", action="store_true", help="the whole record, its copies, and the pages kept")
        parser.add_argument("--yes", action="store_true", help="do not ask")
        return
    stream = "standard output" if command == "export" else "standard input"
    compressed = "; compressed when it ends in .gz" if command == "export" else ""
    parser.add_argument("file", metavar="FILE", help=f"a file, or - for {stream}{compressed}")


def export_record(options: argparse.Namespace) -> int:
    """Write the whole record; raises RecordsError."""
    with reading_records() as records:
        lines = whole.export_record(records, local_now())
        if options.file == STANDARD_INPUT:
            sys.stdout.writelines(lines)
            return 0
        try:
            _write_whole(Path(options.file), lines)
        except OSError as error:
            raise RecordsError(f"{clean_line(options.file)} cannot be written: {error.strerror or error}") from None
    return 0


def import_record(options: argparse.Namespace) -> int:
    """Take over an exported record; raises RecordsError."""
    name = "standard input" if options.file == STANDARD_INPUT else clean_line(options.file)
    try:
        with _open(options.file) as file, closing(open_records()) as records:
            imported = whole.import_record(records, _lines(file), local_now())
            notice = records.notice
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordsError(f"{name} cannot be read: {reason}") from None
    except ValueError as error:
        raise RecordsError(f"{name} was not imported: {error}") from None
    if notice:
        print(f"jumble: {notice}", file=sys.stderr)
    print(f"{_count(imported.articles, 'article')} and {_count(imported.games, 'game')} imported")
    return 0


def forget(options: argparse.Namespace) -> int:
    """Remove an article with its games, or everything, after asking; raises RecordsError."""
    folder = data_folder().absolute()
    try:
        if options.all:
            _make_sure(options, f"Forget the whole record in {folder}, for good?")
            forget_all(folder)
            return 0
        with closing(open_records()) as records:
            names = _possible_names(options.article)
            articles = next(filter(None, (whole.find_in_record(records, name) for name in names)), [])
            if not articles:
                raise RecordsError(
                    f"the library has no article {clean_line(options.article)!r}; give a source or title"
                )
            _make_sure(options, _question(articles))
            whole.forget_in_record(records, [article.key for article in articles])
            if any(is_address(article.source) for article in articles):
                shutil.rmtree(pages_folder(), ignore_errors=True)
    except InUseError:
        raise RecordsError("another window has the record open; quit it, then forget again") from None
    except OSError as error:
        raise RecordsError(f"not all could be removed: {error.strerror or error}") from None
    left = sorted(path.name for pattern in ("*-backup.db", "*-damaged-*.db") for path in folder.glob(pattern))
    if left:
        print(f"jumble: older copies in {folder} may still have it: {', '.join(left)}", file=sys.stderr)
    return 0


def _possible_names(article: str) -> tuple[str, ...]:
    """Return what the record may know an article by: the name as typed, and as an absolute path."""
    return article, os.path.abspath(article)  # noqa: PTH100 no link is to be followed


def _question(articles: list[Forgettable]) -> str:
    """Return the question to confirm what is about to be removed."""
    titles = ", ".join(clean_line(article.title) for article in articles)
    games = sum(article.games for article in articles)
    return f"Forget {titles} ({_count(games, 'game')}), for good?"


def _make_sure(options: argparse.Namespace, question: str) -> None:
    """Ask on the terminal; raises RecordsError when the answer is not yes."""
    if options.yes:
        return
    if not (sys.stdin and sys.stdin.isatty()):
        raise RecordsError("nothing was forgotten: there is no terminal to ask in; give --yes")
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise RecordsError("nothing was forgotten")


def _write_whole(path: Path, lines: Iterator[str]) -> None:
    """Write to a temporary file and move it to `path` once it is complete; raises OSError."""
    if path.exists() and not path.is_file():  # a device, a pipe
        with path.open("wb") as file:
            _write(file, path, lines)
        return
    with NamedTemporaryFile(dir=path.absolute().parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            _write(file, path, lines)  # type: ignore[arg-type]
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(file.name).unlink()
            raise


def _write(file: BinaryIO, path: Path, lines: Iterator[str]) -> None:
    """Write lines, compressed when the name says so."""
    if path.suffix != ".gz":
        file.writelines(line.encode() for line in lines)
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        packed.writelines(line.encode() for line in lines)


def _open(name: str) -> io.BufferedReader:
    """Open a file to read, or standard input; raises OSError."""
    return io.BufferedReader(io.FileIO(sys.stdin.fileno() if name == STANDARD_INPUT else name, closefd=name != "-"))


def _lines(file: io.BufferedReader) -> Iterator[bytes]:
    """Yield the lines of a file, unpacked when it is compressed; raises ValueError when one has no end."""
    with gzip.open(file) if file.peek(2)[:2] == _GZIP else file as unpacked:
        while line := unpacked.readline(MAX_LINE):
            if len(line) == MAX_LINE:
                raise ValueError("a line that is too long")
            yield line


def _count(number: int, thing: str) -> str:
    """Return a number of things in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
