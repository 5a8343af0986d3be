"""The commands that take the record elsewhere, bring it back, or forget it: one line, and nothing half done."""

import gzip
import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jumble.article import Article
from jumble.cli import command_line as cli
from jumble.records import open_records
from jumble.settings import data_folder
from jumble.settings.paths import DATABASE
from tests.records.played import ARTICLE, OTHER, SKIP_ALL, SOLVE_ALL, play

ROOT = Path(__file__).parents[1]
SECRET = Article(
    "A quiet letter", ("Xylophones in Quetzaltenango.", " ".join(map(str, range(9000)))), source="/texts/letter.txt"
)


@pytest.fixture
def home() -> Path:
    with closing(open_records()) as records:
        play(records, SOLVE_ALL)
        play(records, SKIP_ALL, OTHER)
        play(records, SKIP_ALL, SECRET)
    return data_folder()


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = cli.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def titles() -> set[str]:
    with closing(open_records()) as records:
        assert records.notice is None
        return {each.title for each in records.library()}


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", ["record.jsonl", "record.jsonl.gz"])
def test_export_and_import(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert run(capsys, "export", tmp_path / name) == (0, "", "")
    raw = (tmp_path / name).read_bytes()
    text = gzip.decompress(raw) if name.endswith(".gz") else raw
    assert [next(iter(json.loads(line))) for line in text.splitlines()] == [
        "format", "article", "article", "article", "game", "game", "game", "end",
    ]  # fmt: skip
    before = titles()
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path / "other"))
    assert run(capsys, "import", tmp_path / name) == (0, "3 articles and 3 games imported\n", "")
    assert run(capsys, "import", tmp_path / name) == (0, "0 articles and 0 games imported\n", "")
    assert titles() == before
    assert {path.name for path in tmp_path.iterdir()} == {name, "other"}


@pytest.mark.usefixtures("home")
def test_through_a_pipe(tmp_path: Path) -> None:
    jumble = [sys.executable, "-m", "jumble"]
    exported = subprocess.run([*jumble, "export", "-"], cwd=ROOT, check=True, capture_output=True).stdout
    for raw in (exported, gzip.compress(exported)):
        other = {**os.environ, "JUMBLE_HOME": str(tmp_path / str(len(raw)))}
        imported = subprocess.run(
            [*jumble, "import", "-"], cwd=ROOT, input=raw, env=other, check=True, capture_output=True
        )
        assert imported.stdout == b"3 articles and 3 games imported\n"
        again = subprocess.run([*jumble, "export", "-"], cwd=ROOT, env=other, check=True, capture_output=True).stdout
        assert again.splitlines()[1:] == exported.splitlines()[1:]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("place", ["missing/record.jsonl", "."])
def test_where_nothing_can_be_written_one_line_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, place: str
) -> None:
    status, out, err = run(capsys, "export", tmp_path / place)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "cannot be written: " in err
    assert list(tmp_path.iterdir()) == []


def broken_off(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


@pytest.mark.parametrize(
    ("name", "spoil", "message"),
    [
        ("a.jsonl", broken_off, "was not imported: line "),
        (
            "a.jsonl",
            lambda raw: raw.replace(b'"solved"', b'"lost"'),
            "was not imported: line 5: rounds: outcome: none of",
        ),
        ("a.jsonl", lambda _: b"", "was not imported: line 1: the file is not whole"),
        ("a.jsonl.gz", broken_off, "cannot be read: "),
        ("a.jsonl.gz", lambda raw: raw[:50] + b"\0" * 50 + raw[100:], "cannot be read: "),
        ("a.jsonl.gz", lambda raw: raw[:2], "cannot be read: "),
        ("a.jsonl", lambda _: b"\0" * 100, "was not imported: line 1: no JSON"),
        ("a.jsonl", lambda _: b"\x89PNG\xff", "was not imported: line 1: "),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_file_that_is_not_what_it_should_be_changes_nothing(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    spoil: Callable[[bytes], bytes],
    message: str,
) -> None:
    run(capsys, "export", tmp_path / name)
    (tmp_path / name).write_bytes(spoil((tmp_path / name).read_bytes()))
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path / "other"))
    status, out, err = run(capsys, "import", tmp_path / name)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert f"{name} {message}" in err
    assert titles() == set()


def test_a_file_that_is_missing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, "import", tmp_path / "none.jsonl")
    assert (status, err.count("\n")) == (1, 1)
    assert err.endswith("none.jsonl cannot be read: No such file or directory\n")


@pytest.mark.parametrize("named", [SECRET.key, SECRET.title, SECRET.source])
def test_what_is_forgotten_is_in_no_file_any_more(capsys: pytest.CaptureFixture[str], home: Path, named: str) -> None:
    assert b"quetzaltenango" in bytes_of(home)
    assert run(capsys, "forget", named, "--yes") == (0, "", "")
    assert titles() == {ARTICLE.title, OTHER.title}
    raw = bytes_of(home)
    for trace in (b"quetzaltenango", b"quiet letter", b"letter.txt", SECRET.key.encode()):
        assert trace not in raw.lower()
    with closing(sqlite3.connect(home / DATABASE)) as database:
        assert database.execute("SELECT count(*) FROM game").fetchone() == (2,)
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,), "no page is left over"
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_path_is_forgotten_from_where_one_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_records()) as records:
        records.remember(Article("Here", ("x",), source=str(tmp_path / "here.txt")))
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "forget", "here.txt", "--yes")[0] == 0
    assert titles() == set()


def test_everything_is_forgotten(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    for name in (
        "records-v1-backup.db",
        "records-damaged-20250701T093000.db",
        "records-damaged-20250701T093000.db-wal",
    ):
        (home / name).touch()
    (home / "pages").mkdir()
    (home / "pages" / "x.page").touch()
    (home / "settings.json").touch()
    assert run(capsys, "forget", "--all", "--yes") == (0, "", "")
    assert sorted(path.name for path in home.iterdir()) == ["cache", "settings.json"]
    assert titles() == set()


def test_what_does_not_open_is_forgotten_too(capsys: pytest.CaptureFixture[str]) -> None:
    data_folder().mkdir(exist_ok=True)
    (data_folder() / DATABASE).write_bytes(b"damage" * 1000)
    assert run(capsys, "forget", "--all", "--yes") == (0, "", "")
    assert [path.name for path in data_folder().iterdir()] == ["cache"]  # nothing of the player's is in it


@pytest.mark.parametrize("arguments", [("forget", "--all", "--yes")])
def test_what_another_window_is_using_is_not_forgotten(
    capsys: pytest.CaptureFixture[str], home: Path, arguments: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(home / DATABASE)) as other:
        other.execute("SELECT * FROM article").fetchone()
        status, _, err = run(capsys, *arguments)
    assert (status, err) == (1, "jumble: another window has the record open; quit it, then forget again\n")
    assert len(titles()) == 3


def test_copies_that_may_still_have_it_are_named(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    (home / "records-v1-backup.db").touch()
    status, _, err = run(capsys, "forget", SECRET.title, "--yes")
    assert (status, err) == (0, f"jumble: older copies in {home} may still have it: records-v1-backup.db\n")


def test_what_is_not_there_is_not_forgotten(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    status, _, err = run(capsys, "forget", "Nothing of the kind", "--yes")
    assert (status, err.count("\n")) == (1, 1)
    assert len(titles()) == 3, home


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("what", [["--all"], ["The tin"]])
def test_without_a_terminal_nothing_is_forgotten_unasked(what: list[str]) -> None:
    command = [sys.executable, "-m", "jumble", "forget", *what]
    ended = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr == b"jumble: nothing was forgotten: there is no terminal to ask in; give --yes\n"
    assert len(titles()) == 3


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("answer", "status", "left"), [(b"y\n", 0, 2), (b"n\n", 1, 3), (b"\n", 1, 3), (b"\x04", 1, 3)])
def test_on_a_terminal_it_asks(answer: bytes, status: int, left: int) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "jumble", "forget", "The tin"]
    with subprocess.Popen(command, cwd=ROOT, stdin=theirs, stderr=subprocess.PIPE) as child:
        os.write(ours, answer)
        assert child.stderr is not None
        said = child.stderr.read()
    os.close(ours)
    os.close(theirs)
    assert child.returncode == status
    assert said.startswith(b"Forget The tin (1 game), for good? [y/N] ")
    assert len(titles()) == left
