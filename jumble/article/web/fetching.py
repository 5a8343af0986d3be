"""Addresses on the web: http and https, fetched with bounded time and size, kept on disk for the next time.

The fetch runs in a thread of its own, so that a name server or a dripping server cannot hold up the one who waits.
"""

import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jumble.article.article import Article, ArticleError
from jumble.article.formats.document_shelf import open_document
from jumble.article.limits import (
    CONNECT_SECONDS,
    MAX_BYTES,
    MAX_REDIRECTS,
    MAX_UNPACKED_BYTES,
    OPEN_SECONDS,
    REVALIDATE_SECONDS,
)
from jumble.article.prose.cleaning import clean_line
from jumble.article.read_control import Reading
from jumble.article.shelf import Shelf
from jumble.article.web.addresses import next_address, normal_address, shown_host
from jumble.article.web.page_cache import Page, PageCache
from jumble.article.web.server_faults import UnreachableError, reason_unreachable, status_error

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

USER_AGENT = "article-word-jumble/1 (a word game that a reader plays in the terminal; opens one page at a time)"
POLL_SECONDS = 0.05
CHUNK = 64 * 1024
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def open_address(address: str, reading: Reading) -> Shelf:
    """Open a page, a feed or any other document on the web; raises ArticleError, CancelledError."""
    page = fetch(address, reading)
    name = urlsplit(page.address).path.rstrip("/").rpartition("/")[2] or urlsplit(page.address).netloc
    shown = clean_line(name)[:80] or "the page"
    return open_document(
        page.body, page.address, shown, reading, content_type=page.content_type, open_link=_link_opener(reading)
    )


def _link_opener(reading: Reading) -> Callable[[str], Article]:
    """Return what opens the link of a feed's entry; a link leads to a page, never on to another feed's links."""

    def open_link(link: str) -> Article:
        again = reading.again()
        page = fetch(link, again)
        shelf = open_document(page.body, page.address, "the page", again, content_type=page.content_type)
        return shelf.whole_or_first()

    return open_link


def fetch(address: str, reading: Reading) -> Page:
    """Return the page at an address, fresh or from the cache; raises ArticleError, CancelledError.

    A cached page that its server still vouches for is not fetched again; when the server cannot be reached, the
    cached page serves whatever its age.
    """
    address = normal_address(address)
    cache = PageCache(reading.cache_folder)
    cached = cache.get(address)
    if cached is not None and cached.fresh_until > time.time():
        reading.progress(len(cached.body))
        return cached
    try:
        page = _Fetch(address, cached).wait(reading, REVALIDATE_SECONDS if cached else OPEN_SECONDS)
    except UnreachableError:
        if cached is None:
            raise
        return cached
    if page.storable:
        cache.put(address, page)
    return page


@dataclass(slots=True)
class _Fetch:
    """One fetch, at work in its thread; what becomes of it is looked at from outside."""

    address: str
    cached: Page | None
    came: int = 0
    page: Page | None = None
    error: Exception | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    def wait(self, reading: Reading, seconds: float) -> Page:
        """Fetch; return the page, or raise what went wrong."""
        end = time.monotonic() + reading.left(seconds)
        told = -1
        thread = threading.Thread(target=self._run, name="fetch", daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(POLL_SECONDS)
                reading.left()
                if self.came != told:
                    told = self.came
                    reading.progress(told)
                if time.monotonic() > end and thread.is_alive():
                    raise UnreachableError(f"{shown_host(self.address)} takes too long to answer; try again later")
        finally:
            self.stop.set()
        if self.error is not None:
            raise self.error
        assert self.page is not None  # noqa: S101 the thread sets one of the two
        return self.page

    def _run(self) -> None:
        """Fetch, following redirects; nothing is raised in a thread of its own."""
        from http.client import HTTPException

        try:
            self.page = self._follow()
        except ArticleError as error:
            self.error = error
        except (OSError, HTTPException, ValueError, EOFError) as error:  # ssl and socket errors are OSErrors
            self.error = UnreachableError(
                f"cannot reach {shown_host(self.address)}: {reason_unreachable(error)}; check the address"
            )
        except Exception as error:  # noqa: BLE001 it must come to an end, and be told
            self.error = ArticleError(f"cannot read {shown_host(self.address)}: {type(error).__name__}; save the page")

    def _follow(self) -> Page:
        """Ask for the address and for those that it redirects to."""
        opener = _opener()
        address = self.address
        for _ in range(MAX_REDIRECTS + 1):
            with opener.open(self._request(address), timeout=CONNECT_SECONDS) as response:
                status = response.status
                location = response.headers.get("Location")
                if status == 304 and self.cached:
                    return self.cached.renewed(response.headers)
                if status in _REDIRECTS and location:
                    address = next_address(address, location)
                    continue
                if status != 200:
                    raise status_error(address, status)
                page = Page.of(address, self._body(response), response.headers)
                return replace(page, storable=page.storable and not response.length)  # some of it has not come
        raise ArticleError(
            f"{shown_host(self.address)} leads on and on ({MAX_REDIRECTS} redirects); give the page's own address"
        )

    def _request(self, address: str) -> Any:  # noqa: ANN401 urllib is not loaded before it is needed
        from urllib.request import Request

        headers = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
        if self.cached and address in {self.address, self.cached.address}:
            headers |= self.cached.conditions
        return Request(address, headers=headers)  # noqa: S310 the scheme has been looked at

    def _body(self, response: Any) -> bytes:  # noqa: ANN401
        """Return the body unpacked; raises ArticleError when it is too large, packed or not."""
        encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
        if encoding not in {"identity", "", "gzip", "x-gzip", "deflate"}:
            raise ArticleError(f"{shown_host(self.address)} packs its pages in a way that is not read; save the page")
        unpack = _unpacker(encoding)
        body = bytearray()
        came = 0
        while not self.stop.is_set():
            chunk = response.read1(CHUNK)
            if not chunk:
                break
            came += len(chunk)
            self.came = came
            body += unpack(chunk, MAX_UNPACKED_BYTES + 1 - len(body))
            if came > MAX_BYTES or len(body) > MAX_UNPACKED_BYTES:
                raise ArticleError(
                    f"{shown_host(self.address)} sends more than {MAX_UNPACKED_BYTES // 2**20} MB; give a shorter page"
                )
        return bytes(body)


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    """Return what unpacks a chunk to so many bytes at most; what a server calls packed and is not stays as it is."""
    if encoding in {"identity", ""}:
        return lambda chunk, _: chunk
    state: dict[str, Any] = {}

    def unpack(chunk: bytes, most: int) -> bytes:
        if "unpacker" not in state:
            if encoding != "deflate":
                packed, wbits = chunk.startswith(b"\x1f"), 31
            else:
                packed = True
                wbits = 15 if len(chunk) > 1 and chunk[0] & 15 == 8 and (chunk[0] << 8 | chunk[1]) % 31 == 0 else -15
            state["unpacker"] = zlib.decompressobj(wbits) if packed else None
        if state["unpacker"] is None:
            return chunk
        try:
            return bytes(state["unpacker"].decompress(chunk, max(1, most)))
        except zlib.error:
            raise ArticleError("the page came damaged; try again, or save the page and give the file") from None

    return unpack


def _opener() -> "OpenerDirector":
    """Return an opener for http and https, through the proxies that the player has set, and for nothing else."""
    from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler

    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    return opener
