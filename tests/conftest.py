"""Every test has a home of its own: no test sees the developer's records, settings or colours."""

from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
"""Real texts to measure on, beside the checkout of those who have them."""


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path_factory.mktemp("home")))
    for name in ("NO_COLOR", "TEXTUAL_ANIMATIONS", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")  # where it is dumb, games are plain


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real texts; the test skips where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("needs ../shared/corpus, the real texts that are no part of the project")
    return CORPUS
