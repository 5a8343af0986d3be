"""Names that say what a value is, imports that hide no circle, and files that a reader can take in at once."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GAME_FILES = sorted((ROOT / "jumble").rglob("*.py"))
TEST_FILES = sorted((ROOT / "tests").rglob("*.py"))
SAYS_NOTHING = {"each", "found", "told", "thing"}
MAX_LINES = 300
"""A file must have fewer."""


def path_in_project(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def names_that_say_nothing(tree: ast.AST) -> list[str]:
    """Return `line: name` for each variable of a loop or comprehension, or assigned local, whose name says nothing."""
    return [
        f"{node.lineno}: {node.id}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in SAYS_NOTHING
    ]


def imports_from_own_packages(tree: ast.AST, package: str) -> Iterator[str]:
    """Yield `line: name` for each name that a file in `package` imports from the `__init__` of a package around it.

    A module of the package, imported by `from package import module`, is not a name of its `__init__`.
    """
    parts = package.split(".")
    around = {".".join(parts[:length]) for length in range(2, len(parts) + 1)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        module = node.module or ""
        if node.level:
            base = parts[: len(parts) - node.level + 1]
            module = ".".join([*base, *filter(None, [module])])
        if module in around:
            folder = ROOT.joinpath(*module.split("."))
            for alias in node.names:
                if not ((folder / f"{alias.name}.py").is_file() or (folder / alias.name).is_dir()):
                    yield f"{node.lineno}: {module}.{alias.name}"


@pytest.mark.parametrize("path", GAME_FILES, ids=path_in_project)
def test_a_name_says_what_its_value_is(path: Path) -> None:
    assert names_that_say_nothing(ast.parse(path.read_bytes())) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("for each in rows: pass", ["1: each"]),
        ("for number, (told, row) in rows: pass", ["1: told"]),
        ("words = [each.word for each in rows]", ["1: each"]),
        ("found = text.find('a')", ["1: found"]),
        ("def f():\n    found, error = answer()", ["2: found"]),
        ("if (found := search()): pass", ["1: found"]),
        ("found: int = 1", ["1: found"]),
        ("with open('a') as thing: pass", ["1: thing"]),
        ("for row in rows: print(row.each, each(row), f(told=row))", []),
    ],
)
def test_names_that_say_nothing_are_seen(code: str, found: list[str]) -> None:
    assert names_that_say_nothing(ast.parse(code)) == found


@pytest.mark.parametrize("path", [path for path in GAME_FILES if path.name != "__init__.py"], ids=path_in_project)
def test_a_file_imports_from_the_files_of_its_room(path: Path) -> None:
    """Names that `__init__` exports lazily are invisible to the import contracts, and so would be a circle of them."""
    package = ".".join(path.relative_to(ROOT).parent.parts)
    assert list(imports_from_own_packages(ast.parse(path.read_bytes()), package)) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from jumble.records import Records", ["1: jumble.records.Records"]),
        ("from jumble.records.sqlite import Order, store", ["1: jumble.records.sqlite.Order"]),
        ("from . import connect", ["1: jumble.records.sqlite.connect"]),
        ("from .. import Records", ["1: jumble.records.Records"]),
        ("from jumble.records.sqlite.store import Records", []),
        ("from jumble.records import sqlite", []),
        ("from jumble.game import Game", []),
        ("from jumble import __version__", []),
    ],
)
def test_imports_from_the_own_room_are_seen(code: str, found: list[str]) -> None:
    assert list(imports_from_own_packages(ast.parse(code), "jumble.records.sqlite")) == found


def test_no_file_is_too_long() -> None:
    lengths = {path_in_project(path): len(path.read_bytes().splitlines()) for path in [*GAME_FILES, *TEST_FILES]}
    assert {path: length for path, length in lengths.items() if length >= MAX_LINES} == {}
