"""Turns the source that a player names into a `Shelf`: a file, folder, web address, standard input, house article.

The articles of a shelf are read only when asked for, so that a folder is listed without reading its files whole.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from jumble.article.article import Article, ArticleError
from jumble.article.file_names import shown_name, shown_stem
from jumble.article.formats.encoding import PEEK_BYTES, decode
from jumble.article.formats.format_detection import FORMAT_OF_SUFFIX, Format, detect_format, page_title
from jumble.article.formats.markdown import read_markdown, read_title
from jumble.article.formats.plain_text import read_plain
from jumble.article.formats.text_or_markdown import TEXT_SUFFIXES, is_markdown
from jumble.article.limits import MAX_BYTES
from jumble.article.prose.cleaning import clean_line
from jumble.article.read_control import Cancel, ReadControl
from jumble.article.shelf import Entry, Shelf
from jumble.article.source_names import HOUSE, HOUSE_EDITION, PASTED, STANDARD_INPUT
from jumble.article.streams import read_path, read_stream
from jumble.article.web.addresses import is_address, refuse_other_scheme

LISTED = TEXT_SUFFIXES | FORMAT_OF_SUFFIX.keys()
"""Suffixes, in lower case with the dot, of the files that a folder's shelf lists."""
MAX_ENTRIES = 5_000
"""Files listed of a folder; the search stops after ten times as many names, or a home directory would take minutes."""

_HOUSE = Path(__file__).parent.parent / "house"


def open_source(
    source: str | os.PathLike[str],
    stdin: BinaryIO | None = None,
    *,
    progress: Callable[[int], None] | None = None,
    cancel: Cancel | None = None,
    cache_folder: Path | None = None,
) -> Shelf:
    """Return the shelf of a file, folder, http(s) address, `-` (`stdin`, by default this process's) or `house:[name]`.

    `progress` is called with the bytes received so far, in the calling thread. Setting `cancel` raises CancelledError.
    Fetched pages are stored in `cache_folder`, by default the platform's. Raises ArticleError, whose message is one
    line that says what is wrong and what to do.
    """
    name = os.fspath(source)
    if not name:
        raise ArticleError("no name was given; give a file, a folder, or - for standard input")
    control = ReadControl(cancel=cancel, cache_folder=cache_folder)
    if progress is not None:
        control = ReadControl(progress, cancel, cache_folder)
    if name == STANDARD_INPUT:
        from jumble.article.formats.document_shelf import shelf_from_document

        return shelf_from_document(_read_stdin(stdin, control), STANDARD_INPUT, "standard input", control.restarted())
    if name.startswith(HOUSE):
        return _house_shelf(name.removeprefix(HOUSE))
    if is_address(name):
        from jumble.article.web.fetching import shelf_from_address  # importing it takes 10 ms

        return shelf_from_address(name, control)
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if name.startswith(PASTED):
            raise ArticleError("a pasted text is not kept when the game ends; paste it again") from None
        refuse_other_scheme(name)
        if (entry_shelf := _numbered_entry_shelf(name, control)) is not None:
            return entry_shelf
        raise ArticleError(_path_error_message(name, error)) from None
    return _folder_shelf(path) if stat.S_ISDIR(mode) else _file_shelf(path, control)


def refuse_missing(source: str) -> None:
    """Raise ArticleError if `source` is a path that does not exist; no other kind of source is checked."""
    if source != STANDARD_INPUT and not source.startswith(HOUSE) and not is_address(source):
        try:
            os.stat(source.rpartition("#")[0] if "#" in source and not os.path.lexists(source) else source)  # noqa: PTH116 Path refuses some names
        except (OSError, ValueError) as error:
            refuse_other_scheme(source)
            raise ArticleError(_path_error_message(source, error)) from None


def load_article(source: str | os.PathLike[str] = HOUSE, stdin: BinaryIO | None = None) -> Article:
    """Return the article at `source` (as for `open_source`): of several the first, of a long text the whole.

    Raises ArticleError, whose message is one line for the player, when nothing can be read there: missing, empty, not
    text, or larger than MAX_BYTES.
    """
    return open_source(source, stdin).whole_or_first()


def _numbered_entry_shelf(name: str, control: ReadControl) -> Shelf | None:
    """Return a shelf of the one entry that `book.epub#3` names (counted from 1), or None if it names none."""
    base, mark, number = name.rpartition("#")
    if not (mark and number.isdecimal() and os.path.isfile(base)):  # noqa: PTH113 is_file may raise
        return None
    shelf = _file_shelf(Path(base), control)
    place = int(number) - 1
    return Shelf(shelf.name, (shelf.entries[place],)) if 0 <= place < len(shelf.entries) else None


def _house_shelf(name: str) -> Shelf:
    """Return the shelf of one house article, or of all if `name` is empty; raises ArticleError for an unknown name."""
    texts = {path.stem: path for path in _HOUSE.glob("*.md")}
    if name and name not in texts:
        available = ", ".join(sorted(texts))
        raise ArticleError(f"the house edition has no article {clean_line(name)!r}; it has {available}")
    if name:
        texts = {name: texts[name]}
    entries = []
    for article_name in sorted(texts):
        text = texts[article_name].read_text(encoding="utf-8")
        source = f"{HOUSE}{article_name}"
        entries.append(
            Entry(read_title(text) or article_name, source, partial(read_markdown, text, source, article_name))
        )
    return Shelf(HOUSE_EDITION, tuple(entries))


def _folder_shelf(path: Path) -> Shelf:
    """Return the text files in a folder and its subfolders, sorted by path; raises ArticleError if there are none."""
    entries = tuple(
        Entry(
            _title_from_beginning(file),
            str(file),
            partial(_load_listed_file, file),
            shelf=partial(_listed_file_shelf, file),
        )
        for file in sorted(_find_text_files(path))[:MAX_ENTRIES]
    )
    if not entries:
        raise ArticleError(
            f"no texts in the folder {shown_name(path)!r}; put .txt or .md files there, or name one file"
        )
    return Shelf(shown_name(path), entries)


def _find_text_files(folder: Path) -> Iterator[Path]:
    """Yield the text files in a folder and its subfolders: no hidden files, no symbolic links to folders."""
    names_seen = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            names_seen += 1
            if names_seen > MAX_ENTRIES * 10:
                return
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in LISTED and os.path.isfile(path):  # noqa: PTH113 is_file may raise
                yield path


def _title_from_beginning(path: Path) -> str:
    """Return the title found in the first PEEK_BYTES of a file, or the file's name if there is none."""
    try:
        with path.open("rb") as file:
            head = file.read(PEEK_BYTES)
        detected = detect_format(head, path.name)
        if detected not in {Format.TEXT, Format.HTML}:
            return shown_stem(path)
        text = decode(head, shown_name(path), cut=True)
        if detected is Format.HTML:
            return page_title(text) or shown_stem(path)
        if is_markdown(text, path.name):
            return read_title(text) or shown_stem(path)
        return read_plain(text, name=shown_stem(path)).title
    except (OSError, ArticleError):
        return shown_name(path)


def _read_stdin(stdin: BinaryIO | None, control: ReadControl) -> bytes:
    """Return all bytes of standard input; raises ArticleError if it cannot be read or the process has none."""
    try:
        return read_stream(stdin or sys.stdin.buffer, "standard input", control, MAX_BYTES)
    except (AttributeError, OSError, ValueError):
        raise ArticleError("standard input cannot be read; pipe a text into it, or name a file") from None


def _file_shelf(path: Path, control: ReadControl) -> Shelf:
    """Return the shelf of one file; raises ArticleError."""
    from jumble.article.formats.document_shelf import shelf_from_document  # a house article needs no reader

    try:
        raw = read_path(path, shown_name(path), control, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise ArticleError(_path_error_message(os.fspath(path), error)) from None
    return shelf_from_document(raw, os.fspath(path), path.name, control.restarted())


def _listed_file_shelf(path: Path) -> Shelf:
    """Return the shelf of a file that a folder lists; raises ArticleError."""
    return _file_shelf(path, ReadControl())


def _load_listed_file(path: Path) -> Article:
    """Return the article of a file that a folder lists: the whole of a text, the first of a book or a feed."""
    return _listed_file_shelf(path).whole_or_first()


def _path_error_message(name: str, error: OSError | ValueError) -> str:
    """Return the one-line message for the player about a path that could not be read."""
    shown = clean_line(name.encode("utf-8", "replace").decode())
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"no such file: {shown}; give a file, a folder, or - for standard input"
    if isinstance(error, PermissionError):
        return f"no permission to read {shown}; check its rights"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "no usable name"
    return f"cannot read {shown}: {reason}"
