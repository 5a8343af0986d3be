"""Opens whatever the player names and finds the articles in it: a file, a folder of them, standard input, the house.

A source becomes a `Shelf`, that is a list of entries whose articles are read when they are asked for: a folder of a
thousand texts opens as fast as one.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from jumble.article.article import Article, ArticleError
from jumble.article.formats.encoding import PEEK_BYTES, decode
from jumble.article.formats.format_detection import SUFFIXES, Kind, kind_of, page_title
from jumble.article.formats.markdown import read_markdown, read_title
from jumble.article.formats.plain_text import read_plain
from jumble.article.formats.text_or_markdown import TEXT_SUFFIXES, is_markdown, show_name, stem
from jumble.article.limits import MAX_BYTES
from jumble.article.prose.cleaning import clean_line
from jumble.article.read_control import Cancel, Reading
from jumble.article.shelf import Entry, Shelf
from jumble.article.source_names import HOUSE, HOUSE_EDITION, PASTED, STANDARD_INPUT
from jumble.article.streams import read_path, read_stream
from jumble.article.web.addresses import is_address, refuse_other_scheme

LISTED = TEXT_SUFFIXES | SUFFIXES.keys()
"""Suffixes of the files that a folder lists."""
MAX_ENTRIES = 5_000
"""Texts listed of a folder, and ten times as many names looked at: a home directory must not take minutes."""

_HOUSE = Path(__file__).parent.parent / "house"


def open_source(
    source: str | os.PathLike[str],
    stdin: BinaryIO | None = None,
    *,
    progress: Callable[[int], None] | None = None,
    cancel: Cancel | None = None,
    cache_folder: Path | None = None,
) -> Shelf:
    """Open a path, a folder, an http or https address, `-` (from `stdin`, by default our own) or `house:[name]`.

    `progress` is told the bytes that have come so far, from the thread that calls; setting `cancel` (an Event) ends
    the opening with CancelledError. Fetched pages are kept in `cache_folder`, by default the platform's. Raises
    ArticleError with one line that says what is wrong and what to do.
    """
    name = os.fspath(source)
    if not name:
        raise ArticleError("no name was given; give a file, a folder, or - for standard input")
    reading = Reading(cancel=cancel, cache_folder=cache_folder)
    if progress is not None:
        reading = Reading(progress, cancel, cache_folder)
    if name == STANDARD_INPUT:
        from jumble.article.formats.document_shelf import open_document

        return open_document(_read_stdin(stdin, reading), STANDARD_INPUT, "standard input", reading.again())
    if name.startswith(HOUSE):
        return _house(name.removeprefix(HOUSE))
    if is_address(name):
        from jumble.article.web.fetching import open_address  # costs 10 ms

        return open_address(name, reading)
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if name.startswith(PASTED):
            raise ArticleError("a pasted text is not kept when the game ends; paste it again") from None
        refuse_other_scheme(name)
        if (numbered := _numbered(name, reading)) is not None:
            return numbered
        raise ArticleError(_refusal(name, error)) from None
    return _folder(path) if stat.S_ISDIR(mode) else _open_file(path, reading)


def refuse_missing(source: str) -> None:
    """Raise the ArticleError of a path at which there is nothing; other sources show it when they are opened."""
    if source != STANDARD_INPUT and not source.startswith(HOUSE) and not is_address(source):
        try:
            os.stat(source.rpartition("#")[0] if "#" in source and not os.path.lexists(source) else source)  # noqa: PTH116 a name may be no path
        except (OSError, ValueError) as error:
            refuse_other_scheme(source)
            raise ArticleError(_refusal(source, error)) from None


def load_article(source: str | os.PathLike[str] = HOUSE, stdin: BinaryIO | None = None) -> Article:
    """Return the article at `source`: a path, an address, `-` for standard input, `house:name`; the first of many.

    A long text that is offered in sections is returned whole.

    The article is clean text in NFC (see `Article`). Raises ArticleError, whose message is one line for the player,
    when nothing can be read there: missing, empty, not text, or too large (MAX_BYTES).
    """
    return open_source(source, stdin).whole_or_first()


def _numbered(name: str, reading: Reading) -> Shelf | None:
    """Return one article of a book, a feed or a long text by its place, as in `book.epub#3`; else None."""
    base, mark, number = name.rpartition("#")
    if not (mark and number.isdecimal() and os.path.isfile(base)):  # noqa: PTH113 is_file may raise
        return None
    shelf = _open_file(Path(base), reading)
    place = int(number) - 1
    return Shelf(shelf.name, (shelf.entries[place],)) if 0 <= place < len(shelf.entries) else None


def _house(name: str) -> Shelf:
    """Return the house edition, or one article of it."""
    texts = {path.stem: path for path in _HOUSE.glob("*.md")}
    if name and name not in texts:
        there = ", ".join(sorted(texts))
        raise ArticleError(f"the house edition has no article {clean_line(name)!r}; it has {there}")
    if name:
        texts = {name: texts[name]}
    entries = []
    for slug in sorted(texts):
        text = texts[slug].read_text(encoding="utf-8")
        source = f"{HOUSE}{slug}"
        entries.append(Entry(read_title(text) or slug, source, partial(read_markdown, text, source, slug)))
    return Shelf(HOUSE_EDITION, tuple(entries))


def _folder(path: Path) -> Shelf:
    """Return the texts of a folder and the folders in it, by path."""
    entries = tuple(
        Entry(_peek_title(text), str(text), partial(_read_listed, text), shelf=partial(_open_listed, text))
        for text in sorted(_texts(path))[:MAX_ENTRIES]
    )
    if not entries:
        raise ArticleError(f"no texts in the folder {show_name(path)!r}; put .txt or .md files there, or name one file")
    return Shelf(show_name(path), entries)


def _texts(folder: Path) -> Iterator[Path]:
    """Yield the text files under a folder, hidden ones left out, links to folders unfollowed."""
    looked_at = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            looked_at += 1
            if looked_at > MAX_ENTRIES * 10:
                return
            text = Path(parent, name)
            if not name.startswith(".") and text.suffix.lower() in LISTED and os.path.isfile(text):  # noqa: PTH113 is_file may raise
                yield text


def _peek_title(path: Path) -> str:
    """Return the title of a text file from its beginning; its name where that does not tell."""
    try:
        with path.open("rb") as file:
            head = file.read(PEEK_BYTES)
        kind = kind_of(head, path.name)
        if kind not in {Kind.TEXT, Kind.HTML}:
            return stem(path)
        text = decode(head, show_name(path), cut=True)
        if kind is Kind.HTML:
            return page_title(text) or stem(path)
        if is_markdown(text, path.name):
            return read_title(text) or stem(path)
        return read_plain(text, name=stem(path)).title
    except (OSError, ArticleError):
        return show_name(path)


def _read_stdin(stdin: BinaryIO | None, reading: Reading) -> bytes:
    """Read standard input; raises ArticleError, also when the process was started without one."""
    try:
        return read_stream(stdin or sys.stdin.buffer, "standard input", reading, MAX_BYTES)
    except (AttributeError, OSError, ValueError):
        raise ArticleError("standard input cannot be read; pipe a text into it, or name a file") from None


def _open_file(path: Path, reading: Reading) -> Shelf:
    """Open one file; raises ArticleError."""
    from jumble.article.formats.document_shelf import open_document  # the house needs none

    try:
        raw = read_path(path, show_name(path), reading, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise ArticleError(_refusal(os.fspath(path), error)) from None
    return open_document(raw, os.fspath(path), path.name, reading.again())


def _open_listed(path: Path) -> Shelf:
    """Open a file that a folder listed."""
    return _open_file(path, Reading())


def _read_listed(path: Path) -> Article:
    """Read a file that a folder listed: the whole of a text, the first article of a book or a feed."""
    return _open_listed(path).whole_or_first()


def _refusal(name: str, error: OSError | ValueError) -> str:
    """Say in one line why a path could not be opened."""
    shown = clean_line(name.encode("utf-8", "replace").decode())
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"no such file: {shown}; give a file, a folder, or - for standard input"
    if isinstance(error, PermissionError):
        return f"no permission to read {shown}; check its rights"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "no usable name"
    return f"cannot read {shown}: {reason}"
