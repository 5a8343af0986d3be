"""Pages of a local test server are read, cached, refused or given up, each within its time limit."""

import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from jumble.article import ArticleError, CancelledError, Shelf, open_source
from jumble.article.read_control import ReadControl
from jumble.article.web import fetching as module
from tests.hostile.builders import HEADLINE
from tests.hostile.server import LoopbackServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackServer]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with LoopbackServer() as server:
        thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.02), daemon=True)
        thread.start()
        yield server
        server.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def opened(server: LoopbackServer, path: str, cache: Path) -> Shelf:
    return open_source(f"{server.address}/{path}", cache_folder=cache)


def refusal(source: str, cache: Path) -> str:
    began = time.monotonic()
    with pytest.raises(ArticleError) as caught:
        open_source(source, cache_folder=cache).first()
    assert time.monotonic() - began < 10
    message = str(caught.value)
    assert message.isprintable()
    return message


@pytest.mark.parametrize(
    "path",
    ["page", "", "hop", "gzip", "deflate", "not-gzip", "wrong-charset", "mad-charset", "latin", "pdf",
     "longer-than-said", "shorter-than-said", "huge-length", "page?q=ü&x=1", "page#part"],
)  # fmt: skip
def test_what_is_played(server: LoopbackServer, cache: Path, path: str) -> None:
    shelf = opened(server, path, cache)
    article = shelf.first()[1]
    assert "The river rises in the hills" in article.text
    assert path == "pdf" or article.title == HEADLINE
    assert article.source.startswith(server.address)
    assert "café" in article.text or path not in {"latin", "wrong-charset"}
    assert all("article-word-jumble" in agent for agent in server.agents)


def test_a_book_on_the_web_is_a_shelf(server: LoopbackServer, cache: Path) -> None:
    assert [entry.title for entry in opened(server, "book", cache).entries] == ["One", "Two"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing", "has no such page"),
        ("forbidden", "does not let us in"),
        ("broken", "has a fault of its own"),
        ("odd-status", ""),
        ("empty", "is empty"),
        ("nonsense", "cannot reach"),
        ("hangs-up", "cannot reach"),
        ("many-headers", "cannot reach"),
        ("long-header", "cannot reach"),
        ("loop", "leads on and on"),
        ("maze", "leads on and on"),
        ("to-file", "a file: address"),
        ("to-data", "a data: address"),
        ("to-ftp", "an? ftp: address"),
        ("to-nowhere", ""),
        ("to-credentials", "name and password"),
        ("redirect-escapes", ""),
        ("broken-gzip", "damaged"),
        ("brotli", "packs its pages"),
        ("bomb", "more than 32 MB"),
        ("flood", "more than 32 MB"),
    ],
)
def test_what_is_refused(server: LoopbackServer, cache: Path, path: str, message: str) -> None:
    message_shown = refusal(f"{server.address}/{path}", cache)
    assert message.removeprefix("an? ") in message_shown


def test_a_length_below_nothing_is_no_length(server: LoopbackServer, cache: Path) -> None:
    assert opened(server, "negative-length", cache).first()[1].title == HEADLINE


@pytest.mark.parametrize("path", ["drip", "header-drip", "silent"])
def test_the_slow_are_given_up(server: LoopbackServer, cache: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.6)
    began = time.monotonic()
    assert "takes too long" in refusal(f"{server.address}/{path}", cache)
    assert time.monotonic() - began < 2


def test_an_opening_can_be_cancelled(server: LoopbackServer, cache: Path) -> None:
    cancel = threading.Event()
    received: list[int] = []

    def progress(count: int) -> None:
        received.append(count)
        if count:
            cancel.set()

    began = time.monotonic()
    with pytest.raises(CancelledError):
        open_source(f"{server.address}/drip", progress=progress, cancel=cancel, cache_folder=cache)
    assert time.monotonic() - began < 3
    assert received[-1] > 0


@pytest.mark.parametrize(
    ("path", "asked", "unchanged"), [("etag", 2, 1), ("dated", 2, 1), ("fresh", 1, 0), ("page", 2, 0)]
)
def test_a_page_is_kept_with_its_validators(
    server: LoopbackServer, cache: Path, path: str, asked: int, unchanged: int
) -> None:
    first = opened(server, path, cache).first()[1]
    assert opened(server, path, cache).first()[1] == first
    assert server.asked[f"/{path}"] == asked
    assert server.not_modified == unchanged


def test_a_kept_page_opens_without_a_network(server: LoopbackServer, cache: Path) -> None:
    address = f"{server.address}/etag"
    first = open_source(address, cache_folder=cache).first()[1]
    server.shutdown()
    server.server_close()
    began = time.monotonic()
    assert open_source(address, cache_folder=cache).first()[1] == first
    assert time.monotonic() - began < 3
    assert "nobody answers" in refusal(f"{server.address}/page", cache)


def test_a_kept_page_serves_while_the_server_has_a_fault(server: LoopbackServer, cache: Path) -> None:
    first = opened(server, "flaky", cache).first()[1]
    assert opened(server, "flaky", cache).first()[1] == first


@pytest.mark.parametrize("path", ["secret", "shorter-than-said"])
def test_what_must_not_be_stored_is_not(server: LoopbackServer, cache: Path, path: str) -> None:
    opened(server, path, cache)
    assert not list(cache.glob("*")) if cache.exists() else True


def test_a_damaged_cache_is_an_empty_one(server: LoopbackServer, cache: Path) -> None:
    first = opened(server, "etag", cache).first()[1]
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:-5] + b"other")
    assert opened(server, "etag", cache).first()[1] == first
    assert server.not_modified == 0


def test_a_cache_that_cannot_be_written_is_no_hindrance(server: LoopbackServer, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert opened(server, "page", tmp_path / "file" / "cache").first()[1].text


def test_the_cache_does_not_grow_without_end(
    server: LoopbackServer, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jumble.article.web.page_cache.MAX_CACHED_PAGES", 3)
    for number in range(6):
        module.fetch(f"{server.address}/page?{number}", ReadControl(cache_folder=cache))
    assert len(list(cache.iterdir())) == 3


def test_a_summary_opens_its_link(server: LoopbackServer, cache: Path) -> None:
    (entry,) = opened(server, "feed", cache).entries
    assert entry.link == f"{server.address}/page"
    assert server.asked["/page"] == 0
    assert entry.load().title == HEADLINE
    assert server.asked["/page"] == 1


def test_a_feed_leads_nowhere_but_to_the_web(server: LoopbackServer, cache: Path) -> None:
    for entry in opened(server, "sly-feed", cache).entries:
        article = entry.load()
        assert "root:" not in article.text
        assert "The river rises" in article.text  # the summary


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://", "names no server"),
        ("http://[::1", "names no server"),
        ("http://a:99999/", "names no server"),
        ("http://me:secret@127.0.0.1/", "name and password"),
        ("http://127.0.0.1/\r\nHost: evil", "no address that can be opened"),
        ("http://127.0.0.1/" + "a" * 3000, "no address that can be opened"),
        ("http://" + "a" * 300 + ".example/", "names no server"),
        ("http://..", "names no server"),
    ],
)
def test_addresses_that_are_none(cache: Path, address: str, message: str) -> None:
    assert message in refusal(address, cache)
