"""Every test has a home of its own: no test sees the developer's records, settings or colours."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")  # nothing is timed in a test

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
"""Real texts to measure on, beside the checkout of those who have them."""


@pytest.fixture(scope="session")
def lexicons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of stored lexicons, which all homes share: to make one takes a second."""
    return tmp_path_factory.mktemp("lexicons")


def furnish(home: Path, lexicons: Path) -> Path:
    """Make a home that finds the lexicons; return it."""
    home.mkdir(exist_ok=True)
    (home / "cache").symlink_to(lexicons, target_is_directory=True)
    return home


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, lexicons: Path) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(furnish(tmp_path_factory.mktemp("home"), lexicons)))
    for name in ("NO_COLOR", "TEXTUAL_ANIMATIONS", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")  # where it is dumb, games are plain


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real texts; the test skips where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("needs ../shared/corpus, the real texts that are no part of the project")
    return CORPUS
