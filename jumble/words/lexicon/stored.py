"""Parts of bytes in one file on disk: written whole or not at all, believed only when every byte is as it was written.

Opening the lexicon from wordfreq and simplemma takes half a second to five seconds, by language, most of it for going
through a compressed dictionary once; what came of it is mapped from such a file in a hundredth of that. Nothing that
is wrong with folder or file is an error: there is merely nothing stored.
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
"""Magic, checksum of all that follows the head, bytes of the key, number of parts; then sizes, key and parts."""
_SIZE = Struct("<Q")
_CHUNK = 1 << 18
_SUFFIX, _NEW = ".words", ".new"

MAX_FILES = 8
"""Kept in a folder, the oldest go first: 4 MB for English, up to 35 MB for Polish or Finnish with all their forms."""

Part = bytes | bytearray | memoryview


def cache_folder() -> Path | None:
    """Return where stored lexicons belong: `$JUMBLE_HOME/cache`, or the platform's folder for what can be made anew."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(os.path.expanduser(home), "cache")  # noqa: PTH111 Path.expanduser raises for a user there is not
    with suppress(RuntimeError):  # no home
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "jumble"
        given = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(given) if os.path.isabs(given) else Path.home() / ".cache") / "jumble"  # noqa: PTH117 a string
    return None


def load(folder: Path | None, name: str, key: str) -> list[memoryview] | None:
    """Return the parts that were stored under a name for a key, mapped and not read; None if they are not there.

    Each part begins at a multiple of eight bytes, so that it can be cast to numbers.
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


def save(folder: Path | None, name: str, key: str, parts: Sequence[Part]) -> None:
    """Store parts under a name for a key, in place of what was there; do nothing where that is not possible."""
    if folder is None:
        return
    with suppress(OSError):
        import tempfile

        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=name, suffix=_SUFFIX + _NEW)
        try:
            with os.fdopen(handle, "wb") as file:
                pieces = _pieces(key.encode(), parts)
                checksum = 0
                for piece in pieces:
                    checksum = crc32(piece, checksum)
                file.write(_HEAD.pack(_MAGIC, checksum, len(key.encode()), len(parts)))
                file.writelines(pieces)
            Path(temporary).replace(folder / (name + _SUFFIX))
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        _thin(folder)


def _pieces(key: bytes, parts: Sequence[Part]) -> list[Part]:
    """Return what follows the head of a file, piece by piece."""
    pieces: list[Part] = [*(_SIZE.pack(len(part)) for part in parts), key]
    end = _HEAD.size + sum(map(len, pieces))
    for part in parts:
        pieces += [bytes(-end % 8), part]
        end += -end % 8 + len(part)
    return pieces


def _checksum(file: int) -> int:
    """Return the checksum of the rest of a file, read piece by piece: a mapping would count as memory of ours."""
    checksum = 0
    while chunk := os.read(file, _CHUNK):
        checksum = crc32(chunk, checksum)
    return checksum


def _thin(folder: Path) -> None:
    """Remove the oldest files beyond MAX_FILES, and with them what a process left that ended while it wrote."""
    files = sorted(folder.glob(f"*{_SUFFIX}*"), key=lambda path: path.stat().st_mtime)
    for path in files[:-MAX_FILES]:
        path.unlink(missing_ok=True)
