"""The player's settings while the game is on: what they are now, and how a change of them is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jumble.settings import Setting, Settings


class Preferences:
    """Holds the settings; a change counts at once and is written when `save` is called."""

    def __init__(
        self,
        settings: "Settings",
        table: "Sequence[Setting]",
        write: "Callable[[Settings, Settings], str | None]",
        *,
        place: str = "",
        problems: Sequence[str] = (),
    ) -> None:
        """`write` keeps settings that were others before, and returns what the player should know of it.

        `place` is where they are kept, `problems` is what was wrong there.
        """
        self.settings = settings
        self.table = tuple(table)
        self.place = place
        self.problems = tuple(problems)
        self._write = write
        self._written = settings
        self._lock = Lock()

    def change(self, **values: Any) -> None:  # noqa: ANN401 each setting has a type of its own
        """Set some values by the names of their settings."""
        self.settings = replace(self.settings, **values)

    def step(self, setting: "Setting", by: int) -> None:
        """Set a setting to the value after this one, or `by` values on; choices go round, numbers end at their ends."""
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
        """Write what has changed; return what the player should know of it. Takes a while; any thread may call it."""
        with self._lock:
            before, after = self._written, self.settings
            if before == after:
                return None
            self._written = after
            return self._write(after, before)
