"""Makes Textual's key bindings from the command registry."""

from textual.binding import Binding, BindingType

from jumble.desk.commands import ANYWHERE, Place, commands_at


def bindings(*places: Place) -> list[BindingType]:
    """Return the bindings for the commands of `places`; each has its command's id, by which its keys are remapped."""
    return [
        Binding(",".join(keys), command.action, command.help, show=False, id=command.id, priority=priority)
        for command in commands_at(*places)
        for priority in (False, True)
        if (keys := [key for key in command.keys if (key in ANYWHERE) is priority])
    ]
