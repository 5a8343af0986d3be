"""Checks of values in a file that may come from anywhere: each returns a valid value and raises ValueError for others.

A value is valid if it has the right type, lies within its bounds and, if it is a text, has no control characters.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from math import isfinite
from types import MappingProxyType
from typing import Any

from jumble.article import clean, clean_line

MAX_WHOLE = 2**53
"""The greatest whole number allowed: up to here, all programs that read JSON read the same number."""
MAX_NAME = 64
"""Most characters in a name."""

Check = Callable[[Any], Any]
"""A function that returns the value it is given, converted if need be; raises ValueError when it is not valid."""


def checked_fields(
    stored: Any,  # noqa: ANN401 anything may stand in a file
    checks: Mapping[str, Check],
    additions: Mapping[str, Check] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return the checked fields of a JSON object.

    `checks` has a check for each required field, `additions` for each optional one; other fields are not allowed.
    Raises ValueError, which names the field.
    """
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
    """Return any text that can be encoded as UTF-8; raises ValueError."""
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004 what is wrong with a file is a ValueError
    value.encode()  # lone surrogates raise UnicodeEncodeError, a ValueError
    return value


def clean_line_of_text(value: Any) -> str:  # noqa: ANN401
    """Return a text that `clean_line` leaves as it is: one line without control characters; raises ValueError."""
    if clean_line(any_text(value)) != value:
        raise ValueError("a text that is not clean")
    return str(value)


def clean_text(value: Any) -> str:  # noqa: ANN401
    """Return a text that `clean` leaves as it is, so one without control characters; raises ValueError."""
    if clean(any_text(value)) != value:
        raise ValueError("a text that is not clean")
    return str(value)


def plain_name(value: Any) -> str:  # noqa: ANN401
    """Return a name of 1 to MAX_NAME printable ASCII characters; raises ValueError."""
    if not (isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= MAX_NAME):
        raise ValueError("not a name")
    return value


def whole(most: int, least: int = 0) -> Check:
    """Return a check for whole numbers from `least` to `most`."""

    def check(value: Any) -> int:  # noqa: ANN401
        if type(value) is not int or not least <= value <= most:
            raise ValueError(f"not a whole number from {least} to {most}")
        return value

    return check


def number(least: float = 0.0, most: float = 1e12) -> Check:
    """Return a check for finite numbers from `least` to `most`, which it converts to float."""

    def check(value: Any) -> float:  # noqa: ANN401
        if type(value) not in {int, float} or not isfinite(value) or not least <= value <= most:
            raise ValueError(f"not a number from {least}")
        return float(value)

    return check


def optional(check: Check) -> Check:
    """Return a check that allows None (JSON's null) as well as what `check` allows."""
    return lambda value: None if value is None else check(value)


def list_of(check: Check) -> Check:
    """Return a check for lists whose items all pass `check`."""

    def check_all(value: Any) -> list[Any]:  # noqa: ANN401
        if not isinstance(value, list):
            raise ValueError("not a list")  # noqa: TRY004 what is wrong with a file is a ValueError
        return [check(item) for item in value]

    return check_all


def time_with_offset(value: Any) -> str:  # noqa: ANN401
    """Return a time stamp as the record stores it: ISO 8601 in seconds, with an offset from UTC. Raises ValueError."""
    when = datetime.fromisoformat(plain_name(value))
    offset = when.utcoffset()
    if offset is None or offset.seconds % 60 or when.isoformat(timespec="seconds") != value or when.year < 1971:
        raise ValueError("not a time with its offset")
    return str(value)


def day(value: Any) -> str:  # noqa: ANN401
    """Return a date in ISO 8601; raises ValueError."""
    if date.fromisoformat(plain_name(value)).isoformat() != value:
        raise ValueError("not a date")
    return str(value)


def one_of(values: Any) -> Check:  # noqa: ANN401
    """Return a check for values that are among `values`."""

    def check(value: Any) -> Any:  # noqa: ANN401
        if value not in list(values):
            raise ValueError(f"none of {', '.join(map(str, values))}")
        return value

    return check


def mapping_of(check_name: Check, check_value: Check) -> Check:
    """Return a check for JSON objects whose names pass `check_name` and whose values pass `check_value`."""

    def check_all(value: Any) -> dict[Any, Any]:  # noqa: ANN401
        if not isinstance(value, dict):
            raise ValueError("not an object")  # noqa: TRY004 what is wrong with a file is a ValueError
        return {check_name(name): check_value(item) for name, item in value.items()}

    return check_all


def name_in_any_script(value: Any) -> str:  # noqa: ANN401
    """Return a name of 1 to MAX_NAME characters in any script, without control characters; raises ValueError."""
    name = clean_line_of_text(value)
    if not 0 < len(name) <= MAX_NAME:
        raise ValueError("not a name")
    return name
