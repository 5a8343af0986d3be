"""Fetched pages are kept on disk with their validators: a file a page, replaced as a whole or not at all."""

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
"""A server's word that a page stays as it is counts for a day at most: news are no stylesheets."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent."""

    address: str
    """Where it stood in the end, redirects followed."""
    body: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    fresh_until: float = 0.0
    """Seconds since 1970 up to which its server need not be asked again."""
    storable: bool = True

    @classmethod
    def of(cls, address: str, body: bytes, headers: Mapping[str, str]) -> Self:
        """Return the page that a server's answer is."""
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

    def renewed(self, headers: Mapping[str, str]) -> Self:
        """Return the page after its server has said that it is still the newest."""
        return replace(self, fresh_until=_fresh_until((headers.get("Cache-Control") or "").lower()))

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value and value.isprintable()}


class PageCache:
    """Pages in a folder; whatever is wrong with folder or files, the cache is merely empty."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, address: str) -> Page | None:
        """Return the page that was kept for an address."""
        try:
            head, _, body = self._path(address).read_bytes().partition(b"\n")
            values = json.loads(head)
            if values.pop("key") != address or values.pop("digest") != sha256(body).hexdigest():
                return None
            return Page(body=body, **values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, address: str, page: Page) -> None:
        """Keep a page for an address."""
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
            self._thin(path.parent)

    def _path(self, address: str) -> Path:
        if self._folder is None:
            from platformdirs import user_cache_path

            self._folder = user_cache_path("jumble", appauthor=False) / "pages"
        return self._folder / f"{sha256(address.encode()).hexdigest()[:40]}.page"

    @staticmethod
    def _thin(folder: Path) -> None:
        """Remove the oldest pages beyond MAX_CACHED_PAGES."""
        pages = sorted(folder.glob("*.page"), key=lambda path: path.stat().st_mtime)
        for path in pages[:-MAX_CACHED_PAGES]:
            path.unlink(missing_ok=True)


def _fresh_until(policy: str) -> float:
    """Return until when a page is fresh by its Cache-Control, in seconds since 1970; 0: ask each time."""
    found = _MAX_AGE.search(policy)
    if found is None or "no-cache" in policy or "no-store" in policy:
        return 0.0
    return time.time() + min(int(found[1]), MAX_FRESH_SECONDS)
