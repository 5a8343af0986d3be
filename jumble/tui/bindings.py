"""The command registry as Textual knows it: key bindings."""

from textual.binding import Binding, BindingType

from jumble.desk.commands import ANYWHERE, Place, commands_at


def bindings(*places: Place) -> list[BindingType]:
    """Return the bindings of a screen on which `places` take turns; each bears its command's id, to be remapped by."""
    return [
        Binding(",".join(keys), command.action, command.help, show=False, id=command.id, priority=priority)
        for command in commands_at(*places)
        for priority in (False, True)
        if (keys := [key for key in command.keys if (key in ANYWHERE) is priority])
    ]
