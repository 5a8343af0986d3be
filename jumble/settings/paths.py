"""The folders and files in which records, fetched pages and settings are kept."""

import os
from pathlib import Path

from jumble.startup.early_names import HOME_VARIABLE

DATABASE = "records.db"
SETTINGS = "settings.toml"
PAGES = "pages"


def data_folder() -> Path:
    """Return the folder of the record: `$JUMBLE_HOME`, or the platform's folder for user data. It may not exist yet."""
    if home := _home():
        return home
    from platformdirs import user_data_path

    return user_data_path("jumble", appauthor=False)


def pages_folder() -> Path:
    """Return the folder in which fetched web pages are cached; it may not exist yet."""
    return data_folder() / PAGES


def settings_path() -> Path:
    """Return the settings file in `$JUMBLE_HOME`, or in the platform's folder for user settings; it may not exist."""
    if home := _home():
        return home / SETTINGS
    from platformdirs import user_config_path

    return user_config_path("jumble", appauthor=False) / SETTINGS


def _home() -> Path | None:
    """Return `$JUMBLE_HOME` with a leading `~` expanded; None when it is unset or empty."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(os.path.expanduser(home)) if home else None  # noqa: PTH111 Path.expanduser raises for an unknown user
