"""The settings file: read whatever state it is in, and changed without losing what the player wrote into it."""

import os
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from itertools import count
from pathlib import Path
from stat import S_ISREG
from typing import Any

from jumble.settings.settings import Change, Kind, Setting, Settings, changes_between

MAX_BYTES = 100_000
"""Settings fill a page; what is a hundred times as long is something else."""
BROKEN = "settings-broken"
"""The name under which a file that cannot be read is kept aside, once it has to make room."""


class _UnreadableError(Exception):
    """There is a file of settings, and it cannot be read; the message says why."""


def read_settings(path: Path, table: Sequence[Setting]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings and, each in a line, what is wrong with their file.

    Never raises. What is wrong has its default; what the table does not know is left alone.
    """
    try:
        given = _parse(_text(path))
    except _UnreadableError as error:
        return Settings(), (f"The settings in {_shown(path)} {error}; the usual ones hold",)
    return _settings(given, table)


def write_settings(
    path: Path, settings: Settings, table: Sequence[Setting], before: Settings | None = None
) -> str | None:
    """Write the settings that are not yet in the file; return what the player should know of it, in a line, or None.

    Comments, unknown names and values that were wrong stay, as long as their own setting is not changed. With `before`,
    only what has changed since then is written, so that two games at once leave each other's changes alone. The file is
    replaced as a whole, never half written; one that cannot be read is kept aside. Never raises OSError.
    """
    if settings == before:
        return None
    notice = None
    try:
        path = path.resolve()  # a link into a folder of such files stays one
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            text = _text(path)
            given = _parse(text)
            changes = changes_between(before or _settings(given, table)[0], settings)
            if not changes:
                return None
            merged = _merged(text, changes)
        except _UnreadableError:
            aside = _set_aside(path)
            notice = f"The settings could not be read; they were kept aside as {_shown(aside)}, and new ones begun"
            merged = _merged("", changes_between(Settings(), settings))
        _replace(path, merged)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        return f"The settings could not be written to {_shown(path)} ({getattr(error, 'strerror', None) or error})"
    return notice


def _text(path: Path) -> str:
    """Return what the file holds, nothing if there is none; raises _UnreadableError."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise _UnreadableError("are no file")
        if status.st_size > MAX_BYTES:
            raise _UnreadableError(f"are too long ({status.st_size} bytes)")
        raw = path.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise _UnreadableError(f"cannot be read ({error.strerror or error})") from None
    try:
        return raw.decode(_encoding(raw))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _UnreadableError(f"are not UTF-8 (line {line})") from None


def _encoding(raw: bytes) -> str:
    """Return how a text is encoded: by its mark, and by the zero bytes that editors of Windows leave without one."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if raw[:1] == b"\0":
        return "utf-16-be"
    return "utf-16-le" if raw[1:2] == b"\0" else "utf-8-sig"


def _parse(text: str) -> Mapping[str, Any]:
    """Return what a TOML text says; raises _UnreadableError that names the line."""
    if not text.strip():  # as long as nothing is set
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = ascii(str(error))[1:-1] if isinstance(error, tomllib.TOMLDecodeError) else "a value out of all measure"
        raise _UnreadableError(f"are not TOML: {reason}") from None


def _settings(given: Mapping[str, Any], table: Iterable[Setting]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that a file gives, and what is wrong with them."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    for setting in table:
        if setting.name not in given:
            continue
        value = given[setting.name]
        parts = _one_by_one(value) if setting.kind is Kind.KEYS and isinstance(value, Mapping) else [value]
        for part in parts:
            try:
                made = setting.value(part)
            except ValueError as error:
                problems.append(f"Setting {setting.name}: {error}; the usual holds")
            else:
                values[setting.name] = values.get(setting.name, {}) | made if isinstance(made, dict) else made
    return Settings(**values), tuple(problems)


def _one_by_one(keys: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return keys command by command, so that a wrong one does not take the others with it."""
    return [{command: keys[command]} for command in keys]


def _merged(text: str, changes: Sequence[Change]) -> str:
    """Return the file with changes made in it; raises _UnreadableError when that would change anything else."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    wanted = _exactly(text)
    _apply(wanted, changes)
    try:
        document = tomlkit.parse(text)
        _apply(document, changes)
        merged = tomlkit.dumps(document)
        if _exactly(merged) == wanted:
            return merged
    except (ValueError, TOMLKitError, RecursionError):
        pass
    raise _UnreadableError("cannot be changed in place")


def _exactly(text: str) -> dict[str, Any]:
    """Return what a TOML text says, its fractions to the letter, for "not a number" is not even equal to itself."""
    import tomllib

    return tomllib.loads(text, parse_float=str)


def _apply(document: MutableMapping[str, Any], changes: Iterable[Change]) -> None:
    """Make changes in a document, or in plain tables all the same."""
    for (*tables, name), value in changes:
        place = document
        for table in tables:
            if not isinstance(place.get(table), MutableMapping):
                place[table] = {}
            place = place[table]
        if value is None:
            place.pop(name, None)
        else:
            place[name] = value


def _set_aside(path: Path) -> Path:
    """Move a file out of the way, over no other; return where it is now."""
    for number in count(1):
        aside = path.with_name(f"{BROKEN}{path.suffix}" if number == 1 else f"{BROKEN}-{number}{path.suffix}")
        if not os.path.lexists(aside):
            break
    path.rename(aside)
    return aside


def _replace(path: Path, text: str) -> None:
    """Put a text in the place of a file, all of it or, when anything goes wrong, nothing."""
    import shutil
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _shown(path: Path) -> str:
    """Return a path as it may stand in a message."""
    from jumble.article import clean_line

    return clean_line(str(path))
