"""Lengthens the readers' time limits for these tests, so that results do not depend on how busy the machine is."""

import pytest

PATIENCE = 60.0
"""Seconds; tests/hostile tests the limits themselves."""


@pytest.fixture(autouse=True)
def _long_time_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "formats.document_shelf.PAGE_SECONDS",
        "formats.reader_process.OPEN_SECONDS",
        "read_control.OPEN_SECONDS",
        "formats.text_or_markdown.MARKDOWN_SECONDS",
    ):
        monkeypatch.setattr(f"jumble.article.{name}", PATIENCE)
