"""The commands that read the record, where it is damaged: one line, or the answer."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from jumble.records import open_records
from jumble.settings import data_folder
from jumble.settings.paths import DATABASE
from tests.cli.test_record_commands import run
from tests.records.played import OTHER, SKIP_ALL, SOLVE_ALL, play
from tests.records.test_damage import PAGE, fill, flip, spoil

ASKED = [["stats"], ["stats", "--json"], ["stats", "--csv"], ["export", "-"]]


@pytest.fixture
def home() -> Path:
    with closing(open_records()) as records:
        play(records, SOLVE_ALL)
        play(records, SKIP_ALL, OTHER)
        play(records, SKIP_ALL)
    return data_folder()


def assert_told(status: int, err: str) -> None:
    """It was done, or one line says why not."""
    assert status == bool(err)
    if status:
        assert err.startswith("jumble: the record ")
        assert err.count("\n") == 1


def test_wherever_the_file_is_damaged_one_line_says_so(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    fill(home, 12)
    raw, draws, failed = (home / DATABASE).read_bytes(), Random(3), 0
    for page in range(1, len(raw) // PAGE):
        for old in home.iterdir():
            old.unlink()
        (home / DATABASE).write_bytes(flip(raw, page * PAGE + draws.randrange(PAGE), draws.choice([1, 8, 600]), draws))
        for arguments in ASKED:
            status, _, err = run(capsys, *arguments)
            assert_told(status, err)
            failed += status
    assert failed > 20, "much of it shows"


@pytest.mark.parametrize("arguments", ASKED[1:])
def test_damage_that_shows_is_healed_by_the_next_game(
    capsys: pytest.CaptureFixture[str], home: Path, arguments: list[str]
) -> None:
    fill(home, 40)
    spoil(home / DATABASE, "round")
    status, _, err = run(capsys, *arguments)
    assert status == 1
    assert err == (
        f"jumble: the record {home / DATABASE} cannot be read: database disk image is malformed; start the game once, "
        "which takes over what can be read\n"
    )
    with closing(open_records()) as records:
        assert records.notice is not None
        assert records.notice.endswith(" with 43 games that could be read")
    assert run(capsys, *arguments)[0] == 0


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE round SET stars = -3", "UPDATE round SET difficulty = 9e999", "UPDATE round SET value = -9e999",
        "UPDATE round SET difficulty = 1e300", "UPDATE round SET seconds_used = 9e999", "UPDATE round SET outcome = ''",
        "UPDATE round SET points = -9223372036854775808", "UPDATE game SET started = '', ended = 'x'",
        "UPDATE game SET most = -1, rounds_played = -5", "UPDATE game SET score = 9223372036854775807, most = 0",
        "UPDATE round_count SET rounds = -1", "UPDATE round_count SET rounds = 9223372036854775807",
        "UPDATE round_count SET tenths = -tenths - 5, size = -size", "UPDATE puzzle SET puzzle = '[' || puzzle",
        "UPDATE move SET move = x'ff'", "UPDATE body SET paragraphs = x'00'", "UPDATE article SET plays = -1",
        "DELETE FROM round_count", "DELETE FROM move", "UPDATE round SET number = number + 1000000",
        "DROP TABLE round_count", "DROP TABLE move",
    ],
)  # fmt: skip
def test_whatever_stands_in_it_one_line_says_so(capsys: pytest.CaptureFixture[str], damage: str) -> None:
    with closing(sqlite3.connect(data_folder() / DATABASE)) as database, suppress(sqlite3.IntegrityError):
        database.executescript(damage)
    for arguments in ASKED:
        status, _, err = run(capsys, *arguments)
        assert_told(status, err)
