"""The settings file: round trips, and whatever state it is found in."""

import os
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from jumble.settings import Settings, read_settings, settings_table, write_settings
from jumble.settings.settings_file import MAX_BYTES

COMMANDS = ("round.hint", "round.skip", "app.help")
TABLE = settings_table(("easy", "medium", "hard"), ("paper-night", "paper-day"), 50, COMMANDS)
NOT_DEFAULT = Settings("hard", "relaxed", 12, "paper-day", "none", "short", "today", True, {"round.hint": ("f2",)})

key_names = st.text(min_size=1, max_size=12).filter(lambda text: text.isprintable() and not text.isspace())
settings = st.builds(
    Settings,
    **{each.name: st.sampled_from(list(each.allowed)) for each in TABLE if each.kind == "choice"},
    rounds=st.integers(0, 50),
    lessons_seen=st.booleans(),
    keys=st.dictionaries(st.sampled_from(COMMANDS), st.lists(key_names, min_size=1, max_size=3).map(tuple)),
)
plain = st.recursive(
    st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=6,
)
unknown = st.dictionaries(
    st.text(st.characters(codec="utf-8"), min_size=1).map(lambda name: f"x-{name}"), plain, max_size=4
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(path: Path) -> Settings:
    """Read settings with which nothing is wrong."""
    told, problems = read_settings(path, TABLE)
    assert problems == ()
    return told


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


# --- round trips


@given(st.lists(settings, min_size=1, max_size=3))
def test_what_is_written_is_read(row: list[Settings]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deep" / "settings.toml"
        for each in row:
            assert write_settings(path, each, TABLE) is None
            assert read(path) == each
        assert {*names(path.parent)} <= {"settings.toml"}


@given(unknown, settings, settings)
def test_what_is_unknown_survives(others: dict[str, Any], first: Settings, second: Settings) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(tomlkit.dumps(others).encode())
        kept = tomllib.loads(path.read_text("utf-8"))
        for each in (first, second):
            assert write_settings(path, each, TABLE) is None
            assert read(path) == each
            now = tomllib.loads(path.read_bytes().decode())
            assert {name: value for name, value in now.items() if name in kept} == kept


def test_comments_order_and_the_hand_of_the_player_stay(path: Path) -> None:
    path.write_text(
        "# mine\nmode   =  'relaxed'   # no hurry\nfuture = [1, 2]\n\n[keys]\n# left hand\n"
        '"round.hint" = "f2"\n"later.command" = "x"\n\n[other]\nlevel = "not mine"\n',
        encoding="utf-8",
    )
    told, problems = read_settings(path, TABLE)
    assert problems == ("Setting keys: 'later.command' is no command; the usual holds",)
    assert told == Settings(mode="relaxed", keys={"round.hint": ("f2",)})
    assert write_settings(path, Settings("easy", "relaxed", keys={"round.skip": ("f3",)}), TABLE) is None
    text = path.read_text(encoding="utf-8")
    for line in (
        "# mine",
        "mode   =  'relaxed'   # no hurry",
        "future = [1, 2]",
        "# left hand",
        '"later.command" = "x"',
    ):
        assert line in text.splitlines()
    assert tomllib.loads(text) == {
        "mode": "relaxed",
        "future": [1, 2],
        "level": "easy",
        "keys": {"later.command": "x", "round.skip": ["f3"]},
        "other": {"level": "not mine"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "[keys]\n",
        'keys = {"round.skip" = "x"}\n',
        'keys."round.skip" = "x"\n',
        'keys = "broken"\n',
        "[[other]]\nx = 1\n[[other]]\ny = nan\n",
        "a.b.c = 1\na.d = inf\n[z]",
        "\r\n# Windows\r\nmode = 'classic'\r\n",
    ],
)
def test_changes_find_their_place_in_every_form_of_file(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    assert write_settings(path, NOT_DEFAULT, TABLE) is None
    assert read(path) == NOT_DEFAULT
    assert names(path.parent) == ["settings.toml"]


def test_nothing_to_change_writes_nothing(path: Path) -> None:
    assert write_settings(path, Settings(), TABLE) is None
    assert not path.exists()


def test_a_wrong_value_stays_until_its_setting_is_changed(path: Path) -> None:
    path.write_text('mode = "duel"\n', encoding="utf-8")  # of a newer version, perhaps
    assert write_settings(path, Settings(level="easy"), TABLE) is None
    assert tomllib.loads(path.read_text("utf-8")) == {"mode": "duel", "level": "easy"}
    assert write_settings(path, Settings(level="easy", mode="relaxed"), TABLE) is None
    assert read(path) == Settings(level="easy", mode="relaxed")


def test_two_games_leave_each_others_changes_alone(path: Path) -> None:
    start = Settings()
    write_settings(path, Settings(level="hard"), TABLE, before=start)
    write_settings(path, Settings(theme="paper-day"), TABLE, before=start)
    assert read(path) == Settings(level="hard", theme="paper-day")


def test_a_broken_file_makes_room_for_a_change_and_for_nothing_else(path: Path) -> None:
    path.write_text("level = ", encoding="utf-8")
    assert write_settings(path, Settings(), TABLE, before=Settings()) is None
    assert names(path.parent) == ["settings.toml"]
    notice = write_settings(path, Settings(rounds=3), TABLE, before=Settings())
    assert notice is not None
    assert read(path) == Settings(rounds=3)
    assert names(path.parent) == ["settings-broken.toml", "settings.toml"]


# --- files in every state


def test_no_file_is_no_problem(path: Path) -> None:
    assert read(path) == Settings()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_another_encoding_is_read(path: Path, encoding: str) -> None:
    path.write_bytes('level = "easy"\n"ünknown" = "ß"\n'.encode(encoding))
    assert read(path) == Settings(level="easy")
    assert write_settings(path, Settings(level="hard"), TABLE) is None
    assert tomllib.loads(path.read_bytes().decode()) == {"level": "hard", "ünknown": "ß"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'level = "easy"\nmode = \n', "line 2"),
        (b'level = "easy"\nlevel = "hard"\n', "line 2"),
        (b'# x\n\nlevel = "\xff"\n', "are not UTF-8 (line 3)"),
        (b"x = " + b"[" * 5000, "are not TOML"),
        (b"x = " + b"9" * 5000, "are not TOML"),
        (b"x" * (MAX_BYTES + 1), "are too long"),
        (b"\x1b]0;x\x07 = 1\n", "are not TOML"),
        (b"\xff\xfe\x00", "are not UTF-8"),
    ],
)
def test_a_broken_file_is_named_left_alone_and_kept_aside_when_it_must_make_room(
    path: Path, content: bytes, told: str
) -> None:
    path.write_bytes(content)
    read_as, (problem,) = read_settings(path, TABLE)
    assert read_as == Settings()
    assert told in problem
    assert str(path) in problem
    assert problem.endswith("; the usual ones hold")
    assert problem.isprintable()
    assert path.read_bytes() == content
    aside = path.with_name("settings-broken.toml")
    notice = write_settings(path, NOT_DEFAULT, TABLE)
    assert notice == f"The settings could not be read; they were kept aside as {aside}, and new ones begun"
    assert aside.read_bytes() == content
    assert read(path) == NOT_DEFAULT


def test_what_is_kept_aside_replaces_nothing_kept_before(path: Path) -> None:
    for text in ("one", "two", "three"):
        path.write_text(text, encoding="utf-8")
        write_settings(path, NOT_DEFAULT, TABLE)
    assert {each.read_text("utf-8") for each in path.parent.glob("settings-broken*.toml")} == {"one", "two", "three"}


def test_each_wrong_value_is_named_and_the_others_hold(path: Path) -> None:
    path.write_text(
        'level = "harder"\nrounds = 99\nmode = "relaxed"\nkeys = {"round.hint" = 5, "round.skip" = "x"}\n',
        encoding="utf-8",
    )
    told, problems = read_settings(path, TABLE)
    assert told == Settings(mode="relaxed", keys={"round.skip": ("x",)})
    assert problems == (
        "Setting level: 'harder' is not one of easy, medium, hard; the usual holds",
        "Setting rounds: 99 is not a whole number from 0 to 50; the usual holds",
        "Setting keys: 5 is not a key or a list of keys for 'round.hint'; the usual holds",
    )


def test_a_folder_in_its_place_is_named_and_kept_aside(path: Path) -> None:
    path.mkdir()
    assert "are no file" in read_settings(path, TABLE)[1][0]
    write_settings(path, NOT_DEFAULT, TABLE)
    assert path.with_name("settings-broken.toml").is_dir()
    assert read(path) == NOT_DEFAULT


def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(path)
    assert "are no file" in read_settings(path, TABLE)[1][0]


def test_a_file_that_may_not_be_read_is_named(path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("needs a user who may not read everything")
    path.touch(mode=0o000)
    assert "cannot be read (Permission denied)" in read_settings(path, TABLE)[1][0]


def test_a_path_through_a_file_is_named_and_nothing_is_raised(path: Path) -> None:
    path.write_text("", encoding="utf-8")
    inside = path / "settings.toml"
    assert "cannot be read (Not a directory)" in read_settings(inside, TABLE)[1][0]
    notice = write_settings(inside, NOT_DEFAULT, TABLE)
    assert notice is not None
    assert notice.startswith(f"The settings could not be written to {inside} (")


def test_a_failure_leaves_the_old_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text('level = "easy"\n', encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    notice = write_settings(path, NOT_DEFAULT, TABLE)
    assert notice == f"The settings could not be written to {path} (No space left on device)"
    assert path.read_text(encoding="utf-8") == 'level = "easy"\n'
    assert names(path.parent) == ["settings.toml"]


def test_a_link_stays_a_link_and_rights_stay(path: Path) -> None:
    real = path.with_name("dotfiles.toml")
    real.write_text("# kept\n", encoding="utf-8")
    real.chmod(0o640)
    path.symlink_to(real)
    assert write_settings(path, NOT_DEFAULT, TABLE) is None
    assert path.is_symlink()
    assert read(real) == NOT_DEFAULT
    assert real.stat().st_mode & 0o777 == 0o640
    assert "# kept" in real.read_text(encoding="utf-8")


def test_links_in_a_circle_are_named(path: Path) -> None:
    path.symlink_to(path)
    assert "cannot be read" in read_settings(path, TABLE)[1][0]
    write_settings(path, NOT_DEFAULT, TABLE)  # in words or done, by the version of Python; nothing is raised
