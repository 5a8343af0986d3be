"""Zip archives read in memory within limits: nothing is written to disk, so no member name can lead outside."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from jumble.article.article import ArticleError
from jumble.article.limits import MAX_MEMBERS, MAX_UNPACKED_BYTES


class Archive:
    """A zip archive of at most MAX_MEMBERS members, of which at most MAX_UNPACKED_BYTES can be read in all.

    Raises ArticleError if it is damaged or has more members.
    """

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise ArticleError("it is damaged and cannot be unpacked; give its text") from None
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise ArticleError(f"it holds more than {MAX_MEMBERS} files; give one text of it")
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._bytes_left = MAX_UNPACKED_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return a member's bytes; raises ArticleError if it is missing, damaged, encrypted or exceeds the limit."""
        if name not in self._names:
            raise ArticleError("a part of it is missing; give its text")
        try:
            with self._zip.open(self._names[name]) as member:
                raw = member.read(self._bytes_left + 1)
        except RuntimeError:
            raise ArticleError("it is locked with a password; unpack it and give its text") from None
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
            raise ArticleError("it is damaged and cannot be unpacked; give its text") from None
        self._bytes_left -= len(raw)
        if self._bytes_left < 0:
            raise ArticleError(f"it unpacks to more than {MAX_UNPACKED_BYTES // 2**20} MB; give a part of it")
        return raw


def member_name(folder: str, address: str) -> str:
    """Return the name of the member that a link (href) in a document in `folder` means.

    The fragment is dropped. For an address outside the archive, such as `https://...`, no member of that name exists.
    """
    path = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if ":" not in path else path
