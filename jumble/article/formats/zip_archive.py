"""Zip archives, read with limits: nothing is written to disk, and a name that leads out of one finds nothing."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from jumble.article.article import ArticleError
from jumble.article.limits import MAX_MEMBERS, MAX_UNPACKED_BYTES


class Archive:
    """An open zip archive that counts what it has unpacked."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise ArticleError("it is damaged and cannot be unpacked; give its text") from None
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise ArticleError(f"it holds more than {MAX_MEMBERS} files; give one text of it")
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._left = MAX_UNPACKED_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return a member's bytes; raises ArticleError if it is missing, damaged, encrypted or beyond the limit."""
        if name not in self._names:
            raise ArticleError("a part of it is missing; give its text")
        try:
            with self._zip.open(self._names[name]) as member:
                raw = member.read(self._left + 1)
        except RuntimeError:
            raise ArticleError("it is locked with a password; unpack it and give its text") from None
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
            raise ArticleError("it is damaged and cannot be unpacked; give its text") from None
        self._left -= len(raw)
        if self._left < 0:
            raise ArticleError(f"it unpacks to more than {MAX_UNPACKED_BYTES // 2**20} MB; give a part of it")
        return raw


def member_name(folder: str, address: str) -> str:
    """Return the member that `address` means in a document in `folder`; an address elsewhere names no member."""
    path = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if ":" not in path else path
