"""The command palette: Textual's own, filled from the command registry."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.command import CommandList, CommandPalette
from textual.errors import NoWidget
from textual.events import Click
from textual.screen import Screen

from jumble.desk.commands import COMMANDS
from jumble.tui.screens.page import LeavingScreen


class Palette(CommandPalette, LeavingScreen[None]):
    """Textual's palette; it survives keys before its list is shown, and a click where no widget is any more."""

    def _action_command_list(self, action: str) -> None:
        """Do something to the list unless it is hidden, as it is until all commands are gathered.

        It may have the first ones by then, and no lines for them: `OptionList._move_page` raises KeyError (8.2.8).
        """
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def _on_click(self, event: Click) -> None:  # type: ignore[override]  # Textual's own override, too
        """Close on a click beside the list; ignore one that lies outside a terminal that has become smaller since."""
        event.prevent_default()
        try:
            super()._on_click(event)
        except NoWidget:
            return


def palette_commands(app: App[None], screen: Screen[object]) -> Iterable[SystemCommand]:
    """Yield the commands of the screen in front, and those of the app."""
    namespaces = {"app": app, "screen": screen}
    for command in COMMANDS:
        owner, _, name = command.action.rpartition(".")
        target = namespaces[owner or "screen"]
        method = getattr(target, f"action_{name}", None)
        if method is not None and (owner or _binds(screen, command.id)):
            yield SystemCommand(command.help, f"key: {command.key}", method)


def _binds(screen: Screen[object], command_id: str) -> bool:
    """Tell whether a screen has a binding for a command."""
    return any(binding.id == command_id for _, binding in screen._bindings)  # noqa: SLF001 there is no public way to ask
