"""Rooms whose front door loads nothing: what a name needs is loaded when the name is first used."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def exports(room: str, modules: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return a `__getattr__` for a room (PEP 562) whose public names are those of its modules, or of another room.

    No module may be called as a name is that it does not export itself: loading it would put it in the name's place.
    """
    module_of = {
        name: module if "." in module else f"{room}.{module}" for module, names in modules.items() for name in names
    }

    def get(name: str) -> Any:  # noqa: ANN401 each name has a type of its own
        if name in module_of:
            return getattr(import_module(module_of[name]), name)
        raise AttributeError(f"module {room!r} has no attribute {name!r}")

    return get
