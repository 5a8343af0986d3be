"""Reads the settings file, whatever its state, and changes it without losing what the player wrote into it."""

import os
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from itertools import count
from pathlib import Path
from stat import S_ISREG
from typing import Any

from jumble.settings.settings import Change, Kind, Setting, Settings, changes_between

MAX_BYTES = 100_000
"""Files longer than this are not read: settings fill a page, so a file a hundred times as long is something else."""
BROKEN = "settings-broken"
"""Name, without suffix, under which an unreadable settings file is kept when a new one replaces it."""


class _UnreadableError(Exception):
    """The settings file exists but cannot be read; the message says why and continues "The settings in FILE …"."""


def read_settings(path: Path, table: Sequence[Setting]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in a file, and a line for each problem with the file.

    Never raises. A setting with a wrong value gets its default; names that are not in the table are ignored.
    """
    try:
        given = _parse(_text(path))
    except _UnreadableError as error:
        return Settings(), (f"The settings in {_shown(path)} {error}; the usual ones hold",)
    return _settings(given, table)


def write_settings(
    path: Path, settings: Settings, table: Sequence[Setting], before: Settings | None = None
) -> str | None:
    """Write settings to their file; return a line for the player when something went wrong, else None.

    Comments, unknown names and wrong values stay in the file unless their own setting changes. With `before`, only the
    changes since then are written, so two running games keep each other's changes. The file is replaced atomically; an
    unreadable one is kept under another name. Never raises OSError.
    """
    if settings == before:
        return None
    notice = None
    try:
        path = path.resolve()  # so that a symbolic link is not replaced by a file
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
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links, before Python 3.13
        return f"The settings could not be written to {_shown(path)} ({getattr(error, 'strerror', None) or error})"
    return notice


def _text(path: Path) -> str:
    """Return the text of the settings file, empty when there is no file; raises _UnreadableError."""
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
    """Return the encoding of a text: by its byte order mark, or by the zero bytes of UTF-16 saved without a mark."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if raw[:1] == b"\0":
        return "utf-16-be"
    return "utf-16-le" if raw[1:2] == b"\0" else "utf-8-sig"


def _parse(text: str) -> Mapping[str, Any]:
    """Return the content of a TOML text; raises _UnreadableError, which names the line."""
    if not text.strip():  # no settings yet, so tomllib need not be imported
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = ascii(str(error))[1:-1] if isinstance(error, tomllib.TOMLDecodeError) else "a value out of all measure"
        raise _UnreadableError(f"are not TOML: {reason}") from None


def _settings(given: Mapping[str, Any], table: Iterable[Setting]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that the content of a file gives, and a line for each wrong value."""
    values: dict[str, Any] = {}
    problems: list[str] = []
    for setting in table:
        if setting.name not in given:
            continue
        value = given[setting.name]
        parts = _one_by_one(value) if setting.kind is Kind.KEYS and isinstance(value, Mapping) else [value]
        for part in parts:
            try:
                checked = setting.value(part)
            except ValueError as error:
                problems.append(f"Setting {setting.name}: {error}; the usual holds")
            else:
                is_table = isinstance(checked, dict)
                values[setting.name] = values.get(setting.name, {}) | checked if is_table else checked
    return Settings(**values), tuple(problems)


def _one_by_one(keys: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one table per command, so that a wrong key of one command does not invalidate those of the others."""
    return [{command: keys[command]} for command in keys]


def _merged(text: str, changes: Sequence[Change]) -> str:
    """Return the text of the file with changes made; raises _UnreadableError if anything else would change, too."""
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
    """Return the content of a TOML text with floats as strings, so that two contents with `nan` compare as equal."""
    import tomllib

    return tomllib.loads(text, parse_float=str)


def _apply(document: MutableMapping[str, Any], changes: Iterable[Change]) -> None:
    """Make changes in place, in a tomlkit document or in plain dictionaries."""
    for (*table_names, name), value in changes:
        table = document
        for table_name in table_names:
            if not isinstance(table.get(table_name), MutableMapping):
                table[table_name] = {}
            table = table[table_name]
        if value is None:
            table.pop(name, None)
        else:
            table[name] = value


def _set_aside(path: Path) -> Path:
    """Rename a file to an unused name based on BROKEN, in the same folder; return its new path."""
    for number in count(1):
        aside = path.with_name(f"{BROKEN}{path.suffix}" if number == 1 else f"{BROKEN}-{number}{path.suffix}")
        if not os.path.lexists(aside):
            break
    path.rename(aside)
    return aside


def _replace(path: Path, text: str) -> None:
    """Replace a file by a text atomically: when anything goes wrong, the old file stays as it was."""
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
    """Return a path for a message to the player, without control characters."""
    from jumble.article import clean_line

    return clean_line(str(path))
