"""Where the settings file lies."""

from pathlib import Path

import pytest

from jumble.settings import settings_path


def test_it_lies_beside_the_records_where_the_player_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "settings.toml"


def test_it_lies_in_the_platforms_folder_for_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JUMBLE_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = settings_path()
    assert path.name == "settings.toml"
    assert "jumble" in path.parts
