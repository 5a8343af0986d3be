"""Where records live."""

import os
from pathlib import Path

HOME_VARIABLE = "JUMBLE_HOME"
DATABASE = "records.db"


def data_folder() -> Path:
    """Return `$JUMBLE_HOME`, or the platform's folder for a user's data; it need not exist yet."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(os.path.expanduser(home))  # noqa: PTH111 Path.expanduser raises for a user there is not
    from platformdirs import user_data_path

    return user_data_path("jumble", appauthor=False)
