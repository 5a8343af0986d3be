"""Fetches http and https addresses, limited in time and size, through the cache on disk, and reads them as shelves.

Each fetch runs in its own thread: the caller can stop waiting even while a DNS lookup or a slow server blocks it.
"""

import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jumble.article.article import Article, ArticleError
from jumble.article.formats.document_shelf import shelf_from_document
from jumble.article.limits import (
    CONNECT_SECONDS,
    MAX_BYTES,
    MAX_REDIRECTS,
    MAX_UNPACKED_BYTES,
    OPEN_SECONDS,
    REVALIDATE_SECONDS,
)
from jumble.article.prose.cleaning import clean_line
from jumble.article.read_control import ReadControl
from jumble.article.shelf import Shelf
from jumble.article.web.addresses import normalize_address, redirect_target, shown_host
from jumble.article.web.page_cache import Page, PageCache
from jumble.article.web.server_faults import UnreachableError, reason_unreachable, status_error

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

USER_AGENT = "article-word-jumble/1 (a word game that a reader plays in the terminal; opens one page at a time)"
POLL_SECONDS = 0.05
"""Seconds between two checks for cancellation while a fetch runs."""
CHUNK = 64 * 1024
"""Bytes read from a response at once."""
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def shelf_from_address(address: str, control: ReadControl) -> Shelf:
    """Return the shelf of a page, feed or other document on the web; raises ArticleError, CancelledError."""
    page = fetch(address, control)
    name = urlsplit(page.address).path.rstrip("/").rpartition("/")[2] or urlsplit(page.address).netloc
    shown = clean_line(name)[:80] or "the page"
    return shelf_from_document(
        page.body, page.address, shown, control, content_type=page.content_type, load_link=_link_loader(control)
    )


def _link_loader(control: ReadControl) -> Callable[[str], Article]:
    """Return the function that loads the article behind a feed entry's link, without following further links."""

    def load_link(link: str) -> Article:
        fresh_control = control.restarted()
        page = fetch(link, fresh_control)
        shelf = shelf_from_document(page.body, page.address, "the page", fresh_control, content_type=page.content_type)
        return shelf.whole_or_first()

    return load_link


def fetch(address: str, control: ReadControl) -> Page:
    """Return the page at an address, from the server or the cache; raises ArticleError, CancelledError.

    A cached page is used while it is fresh, when its server answers 304 (not modified), and when the server cannot be
    reached, however old it is.
    """
    address = normalize_address(address)
    cache = PageCache(control.cache_folder)
    cached = cache.get(address)
    if cached is not None and cached.fresh_until > time.time():
        control.progress(len(cached.body))
        return cached
    try:
        page = _Fetch(address, cached).run(control, REVALIDATE_SECONDS if cached else OPEN_SECONDS)
    except UnreachableError:
        if cached is None:
            raise
        return cached
    if page.storable:
        cache.put(address, page)
    return page


@dataclass(slots=True)
class _Fetch:
    """One fetch in a thread of its own, which sets `page` or `error`; the calling thread polls these fields."""

    address: str
    cached: Page | None
    """The stored page, sent back to the server as validators; returned if the server answers 304."""
    received_bytes: int = 0
    page: Page | None = None
    error: Exception | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    """Set when nobody waits for the page any more; the thread then stops reading."""

    def run(self, control: ReadControl, seconds: float) -> Page:
        """Return the page, fetched within `seconds`; raises ArticleError (UnreachableError if late), CancelledError."""
        end = time.monotonic() + control.seconds_left(seconds)
        reported_bytes = -1
        thread = threading.Thread(target=self._run_in_thread, name="fetch", daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(POLL_SECONDS)
                control.seconds_left()
                if self.received_bytes != reported_bytes:
                    reported_bytes = self.received_bytes
                    control.progress(reported_bytes)
                if time.monotonic() > end and thread.is_alive():
                    raise UnreachableError(f"{shown_host(self.address)} takes too long to answer; try again later")
        finally:
            self.stop.set()
        if self.error is not None:
            raise self.error
        assert self.page is not None  # noqa: S101 the thread sets one of the two
        return self.page

    def _run_in_thread(self) -> None:
        """Set `page` or `error`: an exception raised in this thread would be lost."""
        from http.client import HTTPException

        try:
            self.page = self._fetch_following_redirects()
        except ArticleError as error:
            self.error = error
        except (OSError, HTTPException, ValueError, EOFError) as error:  # ssl and socket errors are OSErrors
            self.error = UnreachableError(
                f"cannot reach {shown_host(self.address)}: {reason_unreachable(error)}; check the address"
            )
        except Exception as error:  # noqa: BLE001 any other fault must reach the player too
            self.error = ArticleError(f"cannot read {shown_host(self.address)}: {type(error).__name__}; save the page")

    def _fetch_following_redirects(self) -> Page:
        """Return the page at the address after at most MAX_REDIRECTS redirects; raises ArticleError."""
        opener = _build_opener()
        address = self.address
        for _ in range(MAX_REDIRECTS + 1):
            with opener.open(self._build_request(address), timeout=CONNECT_SECONDS) as response:
                status = response.status
                location = response.headers.get("Location")
                if status == 304 and self.cached:
                    return self.cached.revalidated(response.headers)
                if status in _REDIRECTS and location:
                    address = redirect_target(address, location)
                    continue
                if status != 200:
                    raise status_error(address, status)
                page = Page.from_response(address, self._read_body(response), response.headers)
                # http.client counts `length` down from Content-Length: what remains of it has not arrived.
                return replace(page, storable=page.storable and not response.length)
        raise ArticleError(
            f"{shown_host(self.address)} leads on and on ({MAX_REDIRECTS} redirects); give the page's own address"
        )

    def _build_request(self, address: str) -> Any:  # noqa: ANN401 urllib is imported only here
        """Return the GET request for an address, with the validators of the cached page where they apply."""
        from urllib.request import Request

        headers = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
        if self.cached and address in {self.address, self.cached.address}:
            headers |= self.cached.conditional_headers
        return Request(address, headers=headers)  # noqa: S310 the scheme was checked

    def _read_body(self, response: Any) -> bytes:  # noqa: ANN401
        """Return the body, decompressed.

        Raises ArticleError for a compression other than gzip and deflate, beyond MAX_BYTES received or
        MAX_UNPACKED_BYTES decompressed.
        """
        encoding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
        if encoding not in {"identity", "", "gzip", "x-gzip", "deflate"}:
            raise ArticleError(f"{shown_host(self.address)} packs its pages in a way that is not read; save the page")
        decode_chunk = _content_decoder(encoding)
        body = bytearray()
        received_bytes = 0
        while not self.stop.is_set():
            chunk = response.read1(CHUNK)
            if not chunk:
                break
            received_bytes += len(chunk)
            self.received_bytes = received_bytes
            body += decode_chunk(chunk, MAX_UNPACKED_BYTES + 1 - len(body))
            if received_bytes > MAX_BYTES or len(body) > MAX_UNPACKED_BYTES:
                raise ArticleError(
                    f"{shown_host(self.address)} sends more than {MAX_UNPACKED_BYTES // 2**20} MB; give a shorter page"
                )
        return bytes(body)


def _content_decoder(encoding: str) -> Callable[[bytes, int], bytes]:
    """Return a function that decompresses chunk after chunk, each to at most the given number of bytes.

    A body that is declared gzip and does not begin like it is passed on unchanged. Deflate may come in zlib format, as
    RFC 9110 says, or raw, as some servers send it; the first two bytes tell which (RFC 1950).
    """
    if encoding in {"identity", ""}:
        return lambda chunk, _: chunk
    state: dict[str, Any] = {}

    def decode_chunk(chunk: bytes, most: int) -> bytes:
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

    return decode_chunk


def _build_opener() -> "OpenerDirector":
    """Return an opener for http and https alone, with the proxies of the environment; it follows no redirects."""
    from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler

    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    return opener
