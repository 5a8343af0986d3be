"""From the shell to the first round of a page, a feed, a book: documents as they are found, read by their readers."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.pairs import NO_GOAL, Row, Skipped
from tests.bench.starting import GAME_SHOWN, against_hello
from tests.corpus import CORPUS

DOCUMENTS = (
    "articles/ozone-crops.txt",
    "articles/alice.txt",
    "formats/18f-software-maintenance-i.md",
    "html/gold/v8-blog.html",
    "html/gold/wikipedia-mozilla.html",
    "formats/wikinews-full.rss",
    "formats/childrens-literature.epub",
    "formats/alice30.pdf",
)


def measure_documents(pairs: int, scratch: Path) -> Iterator[Row]:
    """Measure the way to the first round of each document."""
    for document in DOCUMENTS:
        path = CORPUS / document
        name = f"to a round of {path.name}"
        if not path.exists():
            yield Skipped(name, f"{path} is not there")
            continue
        game = ("-m", "jumble", "play", str(path), "--seed", "5")
        yield against_hello(name, pairs, scratch / "documents", game, GAME_SHOWN, NO_GOAL)
