"""What a reader makes of a document does not hang on how busy the machine is: here it has all the time it takes."""

import pytest

PATIENCE = 60.0
"""Seconds; the limits themselves are for tests/hostile."""


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "formats.document_shelf.PAGE_SECONDS",
        "formats.reader_process.OPEN_SECONDS",
        "read_control.OPEN_SECONDS",
        "formats.text_or_markdown.MARKDOWN_SECONDS",
    ):
        monkeypatch.setattr(f"jumble.article.{name}", PATIENCE)
