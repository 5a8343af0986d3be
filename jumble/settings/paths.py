"""Where records and settings live."""

import os
from pathlib import Path

from jumble.startup.early_names import HOME_VARIABLE

DATABASE = "records.db"
SETTINGS = "settings.toml"
PAGES = "pages"


def data_folder() -> Path:
    """Return `$JUMBLE_HOME`, or the platform's folder for a user's data; it need not exist yet."""
    if home := _home():
        return home
    from platformdirs import user_data_path

    return user_data_path("jumble", appauthor=False)


def pages_folder() -> Path:
    """Return the folder in which fetched pages are kept."""
    return data_folder() / PAGES


def settings_path() -> Path:
    """Return the settings file in `$JUMBLE_HOME`, or in the platform's folder for a user's settings."""
    if home := _home():
        return home / SETTINGS
    from platformdirs import user_config_path

    return user_config_path("jumble", appauthor=False) / SETTINGS


def _home() -> Path | None:
    """Return `$JUMBLE_HOME`, None when it is not set."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(os.path.expanduser(home)) if home else None  # noqa: PTH111 Path.expanduser raises for a user there is not
