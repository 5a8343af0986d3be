"""What the next game is to be like: mode, level, rounds and seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from jumble.startup.early_names import LEVEL_NAMES

if TYPE_CHECKING:
    from jumble.game import GameKind, Mode


Thing = TypeVar("Thing")


class Choice(NamedTuple):
    """What the player has set for the next game."""

    mode: Mode
    level: str
    rounds: int | None = None
    """None for as many as the mode has."""
    seed: int | None = None
    """Of the first game; None for a drawn one, as for all later games."""
    settings: tuple[str, str, int] | None = None
    """Level, mode and rounds in the settings; the command line may have asked for others."""
    kind: GameKind | None = None
    """What the first game is played for; None, as for all later games, for the words of an article."""

    @property
    def length(self) -> int:
        """Rounds of the next game, if the article has as many words."""
        return self.rounds or self.mode.rounds

    def summary(self, words: int | None) -> str:
        """Return in a line what the game will be like; it has so many `words`, None if they are not chosen yet."""
        rounds = self.length if words is None else words
        only = "only " if rounds < self.length else ""
        return f"{self.mode.title} · {self.level} · {only}{rounds} {'word' if rounds == 1 else 'words'}"

    def with_settings(self, level: str, mode: str, rounds: int) -> Choice:
        """Return the choice after the settings have changed; `rounds` 0 stands for as many as the mode has.

        What the command line asked for stays until that very setting is changed.
        """
        from jumble.game import MODES

        before = self.settings or (level, mode, rounds)
        return self._replace(
            level=self.level if level == before[0] else level,
            mode=self.mode if mode == before[1] else MODES[mode],
            rounds=self.rounds if rounds == before[2] else rounds or None,
            settings=(level, mode, rounds),
        )

    def next_mode(self) -> Choice:
        """Return the choice with the mode after this one."""
        from jumble.game import MODES

        return self._replace(mode=_after(self.mode, tuple(MODES.values())))

    def next_level(self) -> Choice:
        """Return the choice with the level after this one."""
        return self._replace(level=_after(self.level, LEVEL_NAMES))


def _after(this: Thing, things: tuple[Thing, ...]) -> Thing:
    """Return the thing after this one, in a circle."""
    return things[(things.index(this) + 1) % len(things)]
