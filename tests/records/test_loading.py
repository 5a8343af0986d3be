"""What a game does not need to begin is not loaded before it is used."""

import subprocess
import sys

from jumble import records


def test_every_public_name_is_there() -> None:
    assert [name for name in records.__all__ if not hasattr(records, name)] == []
    assert not hasattr(records, "none")


def test_a_game_begins_without_statistics_and_settings() -> None:
    listing = "import sys; from jumble.records import open_records; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "jumble.records.sqlite.store" in loaded
    late = {
        "figures.bests", "figures.speed", "figures.summary", "records.sqlite.queries",
        "records.exchange.statistics_json", "records.exchange.statistics_csv", "settings.settings",
        "settings.settings_file",
    }  # fmt: skip
    assert not {"csv", "tomllib", "tomlkit", *(f"jumble.{name}" for name in late)} & loaded


def test_settings_are_read_without_the_library_that_writes_them() -> None:
    reading = (
        "import sys; from pathlib import Path; from jumble.settings import read_settings, settings_table; "
        "read_settings(Path('pyproject.toml'), settings_table(['easy'], ['day'], 50)); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", reading], capture_output=True, text=True, check=True)
    assert "tomllib" in done.stdout.split()
    assert "tomlkit" not in done.stdout.split()
