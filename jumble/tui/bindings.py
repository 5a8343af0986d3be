"""The command registry as Textual knows it: key bindings."""

from textual.binding import Binding, BindingType

from jumble.commands import ANYWHERE, Place, commands_at


def bindings(*places: Place) -> list[BindingType]:
    """Return the bindings of a screen on which `places` take turns."""
    return [
        Binding(
            key,
            command.action,
            command.help,
            show=False,
            id=command.id if number == 0 else None,
            priority=key in ANYWHERE,
        )
        for command in commands_at(*places)
        for number, key in enumerate(command.keys)
    ]
