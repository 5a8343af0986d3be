"""The player's settings while the game runs: their current values, and how changes are saved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jumble.settings.settings import Setting, Settings


class Preferences:
    """Holds the current settings; a change applies at once and is written to the file when `save` is called."""

    def __init__(
        self,
        settings: "Settings",
        table: "Sequence[Setting]",
        write: "Callable[[Settings, Settings], str | None]",
        *,
        place: str = "",
        problems: Sequence[str] = (),
    ) -> None:
        """Hold `settings`, as read from the file, for the settings listed in `table`.

        `write(after, before)` saves changed settings and returns a line for the player, or None. `place` names the file
        on screen; `problems` are lines about what was wrong in the file.
        """
        self.settings = settings
        self.table = tuple(table)
        self.place = place
        self.problems = tuple(problems)
        self._write = write
        self._written = settings
        self._lock = Lock()

    def change(self, **values: Any) -> None:  # noqa: ANN401 each setting has a type of its own
        """Replace the values of the named settings, without checking them."""
        self.settings = replace(self.settings, **values)

    def step(self, setting: "Setting", by: int) -> None:
        """Move a setting `by` values on, or back if negative. Choices wrap around, numbers stop at their bounds.

        A switch changes to the other value, whatever `by` is.
        """
        value = getattr(self.settings, setting.name)
        if isinstance(value, bool):
            self.change(**{setting.name: not value})
        elif isinstance(value, int):
            self.change(**{setting.name: min(setting.most, max(setting.least, value + by))})
        elif setting.allowed and isinstance(value, str):
            values = list(setting.allowed)
            place = values.index(value) + by if value in values else 0
            self.change(**{setting.name: values[place % len(values)]})

    def save(self) -> str | None:
        """Write the changes made since the last save; return a line for the player about problems, or None.

        Slow (it writes a file); may be called from any thread.
        """
        with self._lock:
            before, after = self._written, self.settings
            if before == after:
                return None
            self._written = after
            return self._write(after, before)
