"""Fetched pages on disk, one file each, with the validators that ask a server whether they changed (RFC 9110)."""

import json
import os
import re
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Self

from jumble.article.limits import MAX_CACHED_PAGES

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age=(\d{1,9})")
MAX_FRESH_SECONDS = 24 * 3600
"""Upper limit of a server's max-age: one day, since a news page may change sooner than its server says."""


@dataclass(frozen=True, slots=True)
class Page:
    """One response of a server: body, type and caching headers."""

    address: str
    """Its address after all redirects."""
    body: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    fresh_until: float = 0.0
    """Seconds since 1970 until which it may be used without asking its server."""
    storable: bool = True
    """Whether it may be kept: complete, and not marked no-store."""

    @classmethod
    def from_response(cls, address: str, body: bytes, headers: Mapping[str, str]) -> Self:
        """Return the page of a response with this body and these headers."""
        policy = (headers.get("Cache-Control") or "").lower()
        return cls(
            address,
            body,
            headers.get("Content-Type") or "",
            headers.get("ETag") or "",
            headers.get("Last-Modified") or "",
            _fresh_until(policy),
            "no-store" not in policy,
        )

    def revalidated(self, headers: Mapping[str, str]) -> Self:
        """Return the page with the freshness that a 304 response with these headers gives it."""
        return replace(self, fresh_until=_fresh_until((headers.get("Cache-Control") or "").lower()))

    @property
    def conditional_headers(self) -> dict[str, str]:
        """Request headers that ask for the page only if it changed (RFC 9110, section 13)."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value and value.isprintable()}


class PageCache:
    """Stored pages by address; a folder or file that is missing, damaged or not writable counts as an empty cache."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, address: str) -> Page | None:
        """Return the page stored for an address, or None."""
        try:
            head, _, body = self._path(address).read_bytes().partition(b"\n")
            values = json.loads(head)
            if values.pop("key") != address or values.pop("digest") != sha256(body).hexdigest():
                return None
            return Page(body=body, **values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, address: str, page: Page) -> None:
        """Store a page for an address, by an atomic rename, and delete the oldest pages."""
        values = {
            "key": address, "digest": sha256(page.body).hexdigest(), "address": page.address,
            "content_type": page.content_type, "etag": page.etag, "last_modified": page.last_modified,
            "fresh_until": page.fresh_until,
        }  # fmt: skip
        with suppress(OSError):
            path = self._path(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            file, temporary = tempfile.mkstemp(dir=path.parent, suffix=".new")
            try:
                with os.fdopen(file, "wb") as stream:
                    stream.write(json.dumps(values).encode() + b"\n" + page.body)
                Path(temporary).replace(path)
            except OSError:
                Path(temporary).unlink(missing_ok=True)
                raise
            self._remove_oldest(path.parent)

    def _path(self, address: str) -> Path:
        """Return the file for an address, named by its SHA-256."""
        if self._folder is None:
            from platformdirs import user_cache_path

            self._folder = user_cache_path("jumble", appauthor=False) / "pages"
        return self._folder / f"{sha256(address.encode()).hexdigest()[:40]}.page"

    @staticmethod
    def _remove_oldest(folder: Path) -> None:
        """Delete the pages beyond MAX_CACHED_PAGES, those written longest ago first."""
        pages = sorted(folder.glob("*.page"), key=lambda path: path.stat().st_mtime)
        for path in pages[:-MAX_CACHED_PAGES]:
            path.unlink(missing_ok=True)


def _fresh_until(policy: str) -> float:
    """Return the time, in seconds since 1970, until which a Cache-Control value declares a page fresh (RFC 9111).

    0 means that the server must be asked each time.
    """
    match = _MAX_AGE.search(policy)
    if match is None or "no-cache" in policy or "no-store" in policy:
        return 0.0
    return time.time() + min(int(match[1]), MAX_FRESH_SECONDS)
