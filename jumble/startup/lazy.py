"""What costs time is done when it is first needed: loading what a room's names need, compiling an expression."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any, AnyStr, cast


def exports(room: str, modules: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return a `__getattr__` for a room (PEP 562) whose public names are those of its modules, or of another room.

    No module may be called as a name is that it does not export itself: loading it would put it in the name's place.
    """
    module_of = {
        name: module if module.startswith("jumble.") else f"{room}.{module}"
        for module, names in modules.items()
        for name in names
    }

    def get(name: str) -> Any:  # noqa: ANN401 each name has a type of its own
        if name in module_of:
            return getattr(import_module(module_of[name]), name)
        raise AttributeError(f"module {room!r} has no attribute {name!r}")

    return get


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` would, compiled when it is first asked for anything.

    A short article needs a tenth of the expressions of its readers, which take 20 ms to compile.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(partial(re.compile, pattern, flags)))


class _Uncompiled:
    """A regular expression of which each method is found here once it was asked for."""

    def __init__(self, compiled: Callable[[], re.Pattern[Any]]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 each has a type of its own
        attribute = getattr(self._compiled(), name)  # re.compile caches, so compiling again costs nothing
        setattr(self, name, attribute)
        return attribute
