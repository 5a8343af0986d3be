"""Checks of what stands in a file from anywhere: each takes a value as it should be, and raises ValueError for others.

A value is taken when it is of the right kind, within bounds, and, if it will be shown, clean.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from math import isfinite
from types import MappingProxyType
from typing import Any

from jumble.article import clean, clean_line

MAX_WHOLE = 2**53
"""Whole numbers up to which every program that reads JSON agrees."""
MAX_NAME = 64
"""Characters."""

Check = Callable[[Any], Any]
"""Returns the value that it was given, as it is to be used; raises ValueError."""


def checked_fields(
    stored: Any,  # noqa: ANN401 anything may stand in a file
    checks: Mapping[str, Check],
    additions: Mapping[str, Check] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return the fields of an object, each checked; `additions` may be missing. Raises ValueError."""
    if not isinstance(stored, dict) or not checks.keys() <= stored.keys():
        raise ValueError(f"not the fields {', '.join(checks)}")
    unknown = stored.keys() - checks.keys() - additions.keys()
    if unknown:
        raise ValueError(f"not the fields {', '.join(checks)}; a newer version of the game may have written this")
    values = {}
    for name, check in {**checks, **additions}.items():
        if name in stored:
            try:
                values[name] = check(stored[name])
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
    return values


def any_text(value: Any) -> str:  # noqa: ANN401
    """Take any text that can be written down."""
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004 what is wrong with a file is a ValueError
    value.encode()  # lone surrogates raise UnicodeEncodeError, a ValueError
    return value


def clean_line_of_text(value: Any) -> str:  # noqa: ANN401
    """Take a clean line."""
    if clean_line(any_text(value)) != value:
        raise ValueError("a text that is not clean")
    return str(value)


def clean_text(value: Any) -> str:  # noqa: ANN401
    """Take a clean text."""
    if clean(any_text(value)) != value:
        raise ValueError("a text that is not clean")
    return str(value)


def plain_name(value: Any) -> str:  # noqa: ANN401
    """Take a short name in plain letters."""
    if not (isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= MAX_NAME):
        raise ValueError("not a name")
    return value


def whole(most: int, least: int = 0) -> Check:
    """Return what takes whole numbers within bounds."""

    def check(value: Any) -> int:  # noqa: ANN401
        if type(value) is not int or not least <= value <= most:
            raise ValueError(f"not a whole number from {least} to {most}")
        return value

    return check


def number(least: float = 0.0, most: float = 1e12) -> Check:
    """Return what takes finite numbers from a bound on."""

    def check(value: Any) -> float:  # noqa: ANN401
        if type(value) not in {int, float} or not isfinite(value) or not least <= value <= most:
            raise ValueError(f"not a number from {least}")
        return float(value)

    return check


def optional(check: Check) -> Check:
    """Return what takes null, too."""
    return lambda value: None if value is None else check(value)


def list_of(check: Check) -> Check:
    """Return what takes a list of such."""

    def check_all(value: Any) -> list[Any]:  # noqa: ANN401
        if not isinstance(value, list):
            raise ValueError("not a list")  # noqa: TRY004 what is wrong with a file is a ValueError
        return [check(item) for item in value]

    return check_all


def time_with_offset(value: Any) -> str:  # noqa: ANN401
    """Take an instant as the record writes it."""
    when = datetime.fromisoformat(plain_name(value))
    offset = when.utcoffset()
    if offset is None or offset.seconds % 60 or when.isoformat(timespec="seconds") != value or when.year < 1971:
        raise ValueError("not a time with its offset")
    return str(value)


def day(value: Any) -> str:  # noqa: ANN401
    """Take a date."""
    if date.fromisoformat(plain_name(value)).isoformat() != value:
        raise ValueError("not a date")
    return str(value)


def one_of(values: Any) -> Check:  # noqa: ANN401
    """Return what takes one of some values."""

    def check(value: Any) -> Any:  # noqa: ANN401
        if value not in list(values):
            raise ValueError(f"none of {', '.join(map(str, values))}")
        return value

    return check


def mapping_of(check_name: Check, check_value: Check) -> Check:
    """Return what takes an object of such names and values."""

    def check_all(value: Any) -> dict[Any, Any]:  # noqa: ANN401
        if not isinstance(value, dict):
            raise ValueError("not an object")  # noqa: TRY004 what is wrong with a file is a ValueError
        return {check_name(name): check_value(item) for name, item in value.items()}

    return check_all


def spoken_name(value: Any) -> str:  # noqa: ANN401
    """Take a short clean line that is not empty: a name in any script."""
    name = clean_line_of_text(value)
    if not 0 < len(name) <= MAX_NAME:
        raise ValueError("not a name")
    return name
