"""A web server for tests on 127.0.0.1: pages and feeds, redirects, slow responses, false headers."""

import gzip
import threading
import time
import zlib
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.hostile.builders import PROSE, epub, item, page, pdf, rss

ETAG = '"first"'
DRIP_SECONDS = 20.0
"""Seconds after which a slow response ends."""


class LoopbackServer(ThreadingHTTPServer):
    """Serves on a free port of 127.0.0.1; counts requests by path, 304 responses, and user agents."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.not_modified = 0
        self.agents: set[str] = set()
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        """The server's address, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Print nothing: the tests let clients hang up on purpose."""


class Handler(BaseHTTPRequestHandler):
    """Answers `/some-name` with its method `serve_some_name`, an unknown path with 404."""

    server: LoopbackServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name of the base class
        """Print no log."""

    def do_GET(self) -> None:
        """Count the request and answer it."""
        path = self.path.partition("?")[0]
        self.server.asked[path] += 1
        self.server.agents.add(self.headers.get("User-Agent", ""))
        name = path.strip("/").replace("-", "_") or "page"
        getattr(self, f"serve_{name}", self.serve_missing)()

    def send(
        self, body: bytes | str, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        """Send a response; an underscore in a header's name stands for a hyphen."""
        raw = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in ({"Content_Length": str(len(raw))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(raw)

    def redirect(self, target: str, status: int = 302) -> None:
        """Send a redirect."""
        self.send("", status=status, Location=target)

    def serve_page(self) -> None:
        self.send(page())

    def serve_etag(self) -> None:
        if self.headers.get("If-None-Match") == ETAG:
            self.server.not_modified += 1
            self.send_response(304)
            self.end_headers()
        else:
            self.send(page(), ETag=ETAG)

    def serve_dated(self) -> None:
        if self.headers.get("If-Modified-Since"):
            self.server.not_modified += 1
            self.send_response(304)
            self.end_headers()
        else:
            self.send(page(), Last_Modified="Mon, 01 Jan 2024 10:00:00 GMT")

    def serve_fresh(self) -> None:
        self.send(page(), Cache_Control="max-age=3600")

    def serve_secret(self) -> None:
        self.send(page(), Cache_Control="no-store")

    def serve_flaky(self) -> None:
        if self.server.asked["/flaky"] > 1:
            self.send("", status=503)
        else:
            self.send(page())

    def serve_feed(self) -> None:
        self.send(rss(item("Short", PROSE[:90], f"{self.server.address}/page")), "application/rss+xml")

    def serve_sly_feed(self) -> None:
        links = ("file:///etc/passwd", "data:text/plain,x", "javascript:alert(1)", f"{self.server.address}/to-file")
        self.send(rss("".join(item(f"To {link[:6]}", PROSE[:90], link) for link in links)), "text/plain")

    def serve_pdf(self) -> None:
        self.send(pdf(), "text/html")

    def serve_book(self) -> None:
        self.send(epub(), "application/octet-stream")

    def serve_latin(self) -> None:
        self.send(page(f"<article><p>Un café déjà vu. {PROSE}</p><p>{PROSE}</p></article>").encode("latin-1"),
                  "text/html; charset=ISO-8859-1")  # fmt: skip

    def serve_wrong_charset(self) -> None:
        self.send(
            page(f"<article><p>Un café déjà vu. {PROSE}</p><p>{PROSE}</p></article>"), "text/html; charset=koi8-r"
        )

    def serve_mad_charset(self) -> None:
        self.send(page(), "text/html; charset=\x7fzip")

    def serve_hop(self) -> None:
        self.redirect("/page", 301)

    def serve_loop(self) -> None:
        self.redirect("/loop")

    def serve_maze(self) -> None:
        self.redirect(f"/maze?{time.monotonic_ns()}")

    def serve_to_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def serve_to_data(self) -> None:
        self.redirect("data:text/plain,hello")

    def serve_to_ftp(self) -> None:
        self.redirect("ftp://127.0.0.1/x")

    def serve_to_nowhere(self) -> None:
        self.redirect("http://")

    def serve_to_credentials(self) -> None:
        self.redirect("http://me:secret@127.0.0.1/")

    def serve_redirect_escapes(self) -> None:
        self.redirect("\x1b[31mfile:///x")

    def serve_missing(self) -> None:
        self.send("no", status=404)

    def serve_forbidden(self) -> None:
        self.send("no", status=403)

    def serve_broken(self) -> None:
        self.send("no", status=500)

    def serve_empty(self) -> None:
        self.send("")

    def serve_odd_status(self) -> None:
        self.wfile.write(b"HTTP/1.1 999 \x1b[31mred\r\n\r\n")

    def serve_nonsense(self) -> None:
        self.wfile.write(b"\0\xff" * 5000)

    def serve_hangs_up(self) -> None:
        self.close_connection = True

    def serve_many_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000 + b"\r\n")

    def serve_long_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 5_000_000 + b"\r\n\r\n")

    def serve_longer_than_said(self) -> None:
        self.send(page(), Content_Length="400")

    def serve_shorter_than_said(self) -> None:
        self.send(page(), Content_Length="999999")
        self.close_connection = True

    def serve_huge_length(self) -> None:
        self.send(page(), Content_Length="99999999999999999999")
        self.close_connection = True

    def serve_negative_length(self) -> None:
        self.send(page(), Content_Length="-5")

    def serve_gzip(self) -> None:
        self.send(gzip.compress(page().encode()), Content_Encoding="gzip")

    def serve_deflate(self) -> None:
        self.send(zlib.compress(page().encode()), Content_Encoding="deflate")

    def serve_not_gzip(self) -> None:
        self.send(page(), Content_Encoding="gzip")

    def serve_broken_gzip(self) -> None:
        self.send(b"\x1f\x8b\x08" + b"x" * 900, Content_Encoding="gzip")

    def serve_brotli(self) -> None:
        self.send(b"\x0b\x02\x80", Content_Encoding="br")

    def serve_bomb(self) -> None:
        self.send(gzip.compress(b"a" * 200 * 2**20), Content_Encoding="gzip")

    def serve_flood(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.closing.is_set():
            self.wfile.write(b"word " * 100_000)

    def serve_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._drip(b"<p>drip</p>")

    def serve_header_drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self._drip(b"X: y\r\n")

    def serve_silent(self) -> None:
        self.server.closing.wait(DRIP_SECONDS)

    def _drip(self, drop: bytes) -> None:
        end = time.monotonic() + DRIP_SECONDS
        while time.monotonic() < end and not self.server.closing.wait(0.2):
            self.wfile.write(drop)
            self.wfile.flush()
