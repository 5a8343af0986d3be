"""The player's settings and their file, and the folders in which the game keeps its data.

The file behind a name is imported when the name is first used: starting a game need not import the writer of settings.
"""

from typing import TYPE_CHECKING

from jumble.startup.lazy import exports

if TYPE_CHECKING:
    from jumble.settings.paths import data_folder, pages_folder, settings_path
    from jumble.settings.preferences import Preferences
    from jumble.settings.settings import Kind, Setting, Settings, settings_table
    from jumble.settings.settings_file import read_settings, write_settings
    from jumble.settings.theme_names import THEME_NAMES

__all__ = [
    "THEME_NAMES",
    "Kind",
    "Preferences",
    "Setting",
    "Settings",
    "data_folder",
    "pages_folder",
    "read_settings",
    "settings_path",
    "settings_table",
    "write_settings",
]

__getattr__ = exports(
    "jumble.settings",
    {
        "paths": (
            "data_folder",
            "pages_folder",
            "settings_path",
        ),
        "preferences": ("Preferences",),
        "settings": (
            "Kind",
            "Setting",
            "Settings",
            "settings_table",
        ),
        "settings_file": (
            "read_settings",
            "write_settings",
        ),
        "theme_names": ("THEME_NAMES",),
    },
)
