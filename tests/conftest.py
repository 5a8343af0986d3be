"""Every test has a home of its own: no test sees the developer's records, settings or colours."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.corpus import ABSENT, CORPUS

settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")  # nothing is timed in a test

gc.set_threshold(100_000, 20, 100)  # a started app is half a million objects; to look through them took a sixth of all


@pytest.fixture(scope="session")
def lexicons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of stored lexicons, which all homes and all workers share: to make one takes seconds."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "lexicons"
    folder.mkdir(exist_ok=True)
    return folder


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
        pytest.skip(ABSENT)
    return CORPUS
