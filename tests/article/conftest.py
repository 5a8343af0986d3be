"""What a reader makes of a document does not hang on how busy the machine is: here it has all the time it takes."""

import pytest

PATIENCE = 60.0
"""Seconds; the limits themselves are for tests/hostile."""


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "formats.documents.PAGE_SECONDS",
        "formats.fence.OPEN_SECONDS",
        "read_control.OPEN_SECONDS",
        "formats.texts.MARKDOWN_SECONDS",
    ):
        monkeypatch.setattr(f"jumble.article.{name}", PATIENCE)
