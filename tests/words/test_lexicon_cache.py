import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.words.lexicon.lexicon_cache import MAX_FILES, cache_folder, load_parts, save_parts

PARTS = [b"12345678", b"", b"abc"]


def read(folder: Path | None, name: str = "a", key: str = "k") -> list[bytes] | None:
    parts = load_parts(folder, name, key)
    return None if parts is None else [bytes(part) for part in parts]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_stored_comes_back(tmp_path: Path) -> None:
    save_parts(tmp_path / "new", "a", "k", PARTS)
    assert read(tmp_path / "new") == PARTS
    assert names(tmp_path / "new") == ["a.words"]


@given(st.lists(st.binary(max_size=40), max_size=5), st.text(max_size=9))
def test_any_parts_come_back_where_numbers_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], key: str
) -> None:
    folder = tmp_path_factory.mktemp("store")
    save_parts(folder, "a", key, parts)
    assert read(folder, key=key) == parts
    for part in load_parts(folder, "a", key) or ():
        part[: len(part) // 8 * 8].cast("Q").tolist()


def test_another_key_or_name_is_not_there(tmp_path: Path) -> None:
    save_parts(tmp_path, "a", "k", PARTS)
    assert read(tmp_path, key="l") is None
    assert read(tmp_path, name="b") is None
    assert read(None) is None


def test_any_changed_or_missing_byte_is_seen(tmp_path: Path) -> None:
    save_parts(tmp_path, "a", "k", PARTS)
    file = tmp_path / "a.words"
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read(tmp_path) is None, place
        file.write_bytes(whole[:place])
        assert read(tmp_path) is None, place
    file.write_bytes(whole + b"x")
    assert read(tmp_path) is None
    save_parts(tmp_path, "a", "k", PARTS)
    assert read(tmp_path) == PARTS


def test_a_folder_that_cannot_be_written_stores_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    save_parts(tmp_path / "file", "a", "k", PARTS)
    save_parts(tmp_path / "file" / "under", "a", "k", PARTS)
    save_parts(None, "a", "k", PARTS)
    assert read(tmp_path / "file") is None
    (tmp_path / "a.words").mkdir()
    save_parts(tmp_path, "a", "k", PARTS)
    assert read(tmp_path) is None
    assert names(tmp_path) == ["a.words", "file"]


def test_the_oldest_go_and_what_was_left_half_written(tmp_path: Path) -> None:
    for number in range(MAX_FILES):
        save_parts(tmp_path, f"{number}", "k", PARTS)
        os.utime(tmp_path / f"{number}.words", (number, number))
    (tmp_path / "9abc.words.new").write_bytes(b"half")
    os.utime(tmp_path / "9abc.words.new", (0, 0))
    save_parts(tmp_path, "last", "k", PARTS)
    left = names(tmp_path)
    assert left == [*(f"{number}.words" for number in range(1, MAX_FILES)), "last.words"]


@pytest.mark.parametrize(
    ("variables", "folder"),
    [
        ({"JUMBLE_HOME": "/j", "XDG_CACHE_HOME": "/x"}, "/j/cache"),
        ({"XDG_CACHE_HOME": "/x"}, "/x/jumble"),
        ({"XDG_CACHE_HOME": "not/absolute"}, "/h/.cache/jumble"),
        ({}, "/h/.cache/jumble"),
    ],
)
def test_the_folder(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], folder: str) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", "/h")
    for name in ("JUMBLE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(folder)
