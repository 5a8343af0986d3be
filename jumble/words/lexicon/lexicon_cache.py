"""Caches the built lexicon as one file of several parts, memory-mapped when it is opened again.

Building a lexicon from wordfreq and simplemma takes half a second to five seconds, by language; mapping the file takes
a hundredth of that. Files are written atomically and checked by checksum. Nothing wrong with the folder or a file is an
error: the lexicon is then built again.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from struct import Struct, error
from zlib import crc32

from jumble.startup.early_names import HOME_VARIABLE

_MAGIC = b"jumblex\n"
_HEAD = Struct("<8sIII")
"""Magic, CRC-32 of everything after the head, bytes of the key, number of parts. Sizes, key and parts follow."""
_SIZE = Struct("<Q")
"""Bytes of one part."""
_READ_SIZE = 1 << 18
"""Bytes read at a time for the checksum."""
_SUFFIX, _UNFINISHED = ".words", ".new"
"""Of a cache file, and what is added to its name while it is written."""

MAX_FILES = 8
"""Files kept in a folder; older ones are removed. English takes 4 MB, Polish or Finnish with all their forms 35 MB."""

Part = bytes | bytearray | memoryview
"""One table of the lexicon as bytes."""


def cache_folder() -> Path | None:
    """Return the folder for lexicons: `$JUMBLE_HOME/cache`, else the platform's cache folder; None without a home."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(os.path.expanduser(home), "cache")  # noqa: PTH111 Path.expanduser raises for an unknown user
    with suppress(RuntimeError):  # there is no home folder
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "jumble"
        given = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(given) if os.path.isabs(given) else Path.home() / ".cache") / "jumble"  # noqa: PTH117 a string
    return None


def load_parts(folder: Path | None, name: str, key: str) -> list[memoryview] | None:
    """Return the parts saved under a name with this key, memory-mapped; None if missing, damaged or of another key.

    Each part begins at a multiple of eight bytes of the file, so that it can be cast to numbers.
    """
    if folder is None:
        return None
    try:
        with Path(folder, name + _SUFFIX).open("rb", buffering=0) as file:
            magic, checksum, key_size, count = _HEAD.unpack(file.read(_HEAD.size))
            if magic != _MAGIC or checksum != _checksum(file.fileno()):
                return None
            import mmap

            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        start = _HEAD.size + count * _SIZE.size
        if bytes(whole[start : start + key_size]) != key.encode():
            return None
        start += key_size
        parts = []
        for (size,) in _SIZE.iter_unpack(whole[_HEAD.size : _HEAD.size + count * _SIZE.size]):
            start += -start % 8
            parts.append(whole[start : start + size])
            start += size
    except (OSError, ValueError, error):
        return None
    return parts


def save_parts(folder: Path | None, name: str, key: str, parts: Sequence[Part]) -> None:
    """Write parts and their key to the file of a name, replacing it; does nothing where the folder is not writable."""
    if folder is None:
        return
    with suppress(OSError):
        import tempfile

        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=name, suffix=_SUFFIX + _UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as file:
                body = _file_body(key.encode(), parts)
                checksum = 0
                for section in body:
                    checksum = crc32(section, checksum)
                file.write(_HEAD.pack(_MAGIC, checksum, len(key.encode()), len(parts)))
                file.writelines(body)
            Path(temporary).replace(folder / (name + _SUFFIX))
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        _remove_old_files(folder)


def _file_body(key: bytes, parts: Sequence[Part]) -> list[Part]:
    """Return everything after the head of a file: sizes, key, and each part padded to begin at a multiple of eight."""
    body: list[Part] = [*(_SIZE.pack(len(part)) for part in parts), key]
    end = _HEAD.size + sum(map(len, body))
    for part in parts:
        body += [bytes(-end % 8), part]
        end += -end % 8 + len(part)
    return body


def _checksum(file: int) -> int:
    """Return the CRC-32 of the rest of an open file; read in blocks, as mapped pages would count as our memory."""
    checksum = 0
    while block := os.read(file, _READ_SIZE):
        checksum = crc32(block, checksum)
    return checksum


def _remove_old_files(folder: Path) -> None:
    """Remove the oldest files beyond MAX_FILES; unfinished files of processes that died while writing count as well."""
    files = sorted(folder.glob(f"*{_SUFFIX}*"), key=lambda path: path.stat().st_mtime)
    for path in files[:-MAX_FILES]:
        path.unlink(missing_ok=True)
