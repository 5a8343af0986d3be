"""Opens whatever the player names and finds the articles in it: a file, a folder of them, standard input, the house.

A source becomes a `Shelf`, that is a list of entries whose articles are read when they are asked for: a folder of a
thousand texts opens as fast as one.
"""

import os
import stat
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from jumble.article.clean import clean_line
from jumble.article.markdown import looks_like_markdown, read_markdown, read_title
from jumble.article.model import Article, ArticleError
from jumble.article.plain import read_plain

STANDARD_INPUT = "-"
HOUSE = "house:"
"""Before the name of an article of the house edition; `house:` alone is the whole edition."""
HOUSE_EDITION = "the house edition"
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
TEXT_SUFFIXES = MARKDOWN_SUFFIXES | {".txt", ".text"}

MAX_BYTES = 48 * 1024 * 1024
"""Ten times War and Peace; more than that is no text that anyone plays, or a stream that never ends."""
MAX_ENTRIES = 5_000
"""Texts listed of a folder, and ten times as many names looked at: a home directory must not take minutes."""
PEEK_BYTES = 8 * 1024
"""Read of each text in a folder to learn its title."""
MAX_CONTROLS = 0.02
"""Share of control characters in the first PEEK_BYTES from which bytes are no text."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"),
         (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))  # fmt: skip
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x85")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a shelf, not read yet."""

    title: str
    source: str
    load: Callable[[], Article]
    """Reads it; raises ArticleError."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a source holds: at least one entry, in reading order."""

    name: str
    entries: tuple[Entry, ...]

    def first(self) -> tuple[int, Article]:
        """Return the first article that can be read, and its place; raises the first ArticleError if none can."""
        failure: ArticleError | None = None
        for number, entry in enumerate(self.entries):
            try:
                return number, entry.load()
            except ArticleError as error:
                failure = failure or error
        raise failure or ArticleError(f"nothing to read in {self.name}")


def open_source(source: str | os.PathLike[str], stdin: BinaryIO | None = None) -> Shelf:
    """Open a path, a folder, `-` (read from `stdin`, by default the process's own) or `house:[name]`.

    Raises ArticleError with one line that says what is wrong and what to do.
    """
    name = os.fspath(source)
    if not name:
        raise ArticleError("no name was given; give a file, a folder, or - for standard input")
    if name == STANDARD_INPUT:
        article = _read(_read_stream(stdin), STANDARD_INPUT, "standard input")
        return Shelf("standard input", (Entry(article.title, STANDARD_INPUT, lambda: article),))
    if name.startswith(HOUSE):
        return _house(name.removeprefix(HOUSE))
    if name.startswith(("http://", "https://")):
        raise ArticleError("addresses on the web are not read yet; save the page's text and give the file")
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise ArticleError(_refusal(name, error)) from None
    if stat.S_ISDIR(mode):
        return _folder(path)
    article = _read_file(path)
    return Shelf(show_name(path), (Entry(article.title, name, lambda: article),))


def load_article(source: str | os.PathLike[str] = HOUSE, stdin: BinaryIO | None = None) -> Article:
    """Return the article at `source`: a path, `-` for standard input, `house:name`; the first of a folder or edition.

    The article is clean text in NFC (see `Article`). Raises ArticleError, whose message is one line for the player,
    when nothing can be read there: missing, empty, not text, or too large (MAX_BYTES).
    """
    return open_source(source, stdin).first()[1]


def read_text(text: str, source: str = "", name: str | None = None) -> Article:
    """Return the article that a text in hand makes, told by its looks to be Markdown or plain text."""
    reader = read_markdown if _is_markdown(text, name) else read_plain
    return reader(text, source, _stem(name) if name else None)


def show_name(path: str | os.PathLike[str]) -> str:
    """Return the last part of a path, safe to show."""
    return clean_line(Path(path).name.encode("utf-8", "replace").decode()) or clean_line(os.fspath(path)) or "."


def _stem(path: str | os.PathLike[str]) -> str:
    """Return the last part of a path without its suffix, safe to show: the title of a text that tells none."""
    return show_name(Path(path).stem)


def _is_markdown(text: str, name: str | None) -> bool:
    """Tell Markdown by front matter first, by its name next, by its looks last."""
    suffix = Path(name).suffix.lower() if name else ""
    if suffix in MARKDOWN_SUFFIXES:
        return True
    return suffix != ".txt" and looks_like_markdown(text)


def _house(name: str) -> Shelf:
    """Return the house edition, or one article of it."""
    texts = {
        item.name.removesuffix(".md"): item for item in files("jumble.house").iterdir() if item.name.endswith(".md")
    }
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
        Entry(_peek_title(text), str(text), partial(_read_file, text)) for text in sorted(_texts(path))[:MAX_ENTRIES]
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
            if not name.startswith(".") and text.suffix.lower() in TEXT_SUFFIXES and os.path.isfile(text):  # noqa: PTH113 is_file may raise
                yield text


def _peek_title(path: Path) -> str:
    """Return the title of a text file from its beginning; its name where that does not tell."""
    try:
        with path.open("rb") as file:
            text = _decode(file.read(PEEK_BYTES), show_name(path), cut=True)
        if _is_markdown(text, path.name):
            return read_title(text) or _stem(path)
        return read_plain(text, name=_stem(path)).title
    except (OSError, ArticleError):
        return show_name(path)


def _read_stream(stdin: BinaryIO | None) -> bytes:
    """Read standard input; raises ArticleError, also when the process was started without one."""
    try:
        return _limited(stdin or sys.stdin.buffer, "standard input")
    except (AttributeError, OSError, ValueError):
        raise ArticleError("standard input cannot be read; pipe a text into it, or name a file") from None


def _read_file(path: Path) -> Article:
    """Read one file; raises ArticleError."""
    try:
        with path.open("rb") as file:
            raw = _limited(file, show_name(path))
    except OSError as error:
        raise ArticleError(_refusal(os.fspath(path), error)) from None
    return _read(raw, os.fspath(path), path.name)


def _limited(file: BinaryIO, name: str) -> bytes:
    """Read a stream to its end, or to the limit at which it is refused."""
    raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ArticleError(f"{name} is longer than {MAX_BYTES // 2**20} MB; give a shorter text")
    return raw


def _read(raw: bytes, source: str, name: str) -> Article:
    """Turn the bytes of a source into its article."""
    shown = show_name(name)
    if not raw.strip():
        raise ArticleError(f"{shown} is empty; give a text with a few paragraphs")
    try:
        return read_text(_decode(raw, shown), source, name)
    except ArticleError as error:
        raise ArticleError(f"{shown}: {error}" if shown not in str(error) else str(error)) from None


def _decode(raw: bytes, shown: str, *, cut: bool = False) -> str:
    """Decode text by its byte order mark, as UTF-8, or as Windows-1252; raises ArticleError if it is none of them.

    `cut`: the end may fall inside a character.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace")
    head = raw[:PEEK_BYTES]
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in head)
    if b"\0" in head or controls > MAX_CONTROLS * len(head):
        raise ArticleError(f"{shown} is not a text; save it as plain text or Markdown and give that file")
    try:
        return getincrementaldecoder("utf-8")().decode(raw, final=not cut)
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    letters = len(text) - damaged - len(text.encode("ascii", "ignore"))
    return text if letters > damaged else raw.decode("cp1252", "replace")  # UTF-8 with a few broken bytes stays UTF-8


def _refusal(name: str, error: OSError | ValueError) -> str:
    """Say in one line why a path could not be opened."""
    shown = clean_line(name.encode("utf-8", "replace").decode())
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"no such file: {shown}; give a file, a folder, or - for standard input"
    if isinstance(error, PermissionError):
        return f"no permission to read {shown}; check its rights"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "no usable name"
    return f"cannot read {shown}: {reason}"
