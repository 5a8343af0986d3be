import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jumble.cli import command_line as cli
from jumble.cli.arguments import parser_of, rounds_in
from jumble.game import RELAXED
from jumble.records import open_records
from jumble.startup import early_names
from jumble.startup.early_names import MAX_ROUNDS
from jumble.words import LEVELS, Reason
from tests.records.played import SKIP_ALL, SOLVE_ALL, play

TEXT = "A quiet harbour\n\nThe harbour was quiet, the garden was green, and the winter was far away from the village.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = cli.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    status, out, err = run(capsys, *arguments, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_article_prints_title_and_text(capsys: pytest.CaptureFixture[str], text: Path) -> None:
    status, out, _ = run(capsys, "article", text)
    assert status == 0
    assert out == TEXT


def test_article_json_has_the_names_of_the_contract(capsys: pytest.CaptureFixture[str], text: Path) -> None:
    article = run_json(capsys, "article", text)
    assert {"title", "dateline", "language", "source", "paragraphs", "text"} <= set(article)
    assert set(article["dateline"]) == {"place", "date", "temperature"}
    assert article["text"] == "\n\n".join(article["paragraphs"])


def test_words_are_printed_one_a_line(capsys: pytest.CaptureFixture[str], text: Path) -> None:
    status, out, _ = run(capsys, "words", text)
    assert status == 0
    assert {"harbour", "village", "winter"} <= set(out.splitlines())
    assert all(word.isalpha() for word in out.splitlines())


def test_words_json_has_the_names_of_the_contract(capsys: pytest.CaptureFixture[str], text: Path) -> None:
    words = run_json(capsys, "words", text, "--level", "hard")
    assert set(words) == {"language", "picked", "rejected"}
    assert {"word", "count", "zipf", "difficulty", "stars", "clue", "alternatives"} <= set(words["picked"][0])
    assert all(set(each) == {"word", "reason"} for each in words["rejected"])
    assert {each["reason"] for each in words["rejected"]} <= {reason.value for reason in Reason}


def test_puzzle_prints_the_same_for_a_seed(capsys: pytest.CaptureFixture[str]) -> None:
    first = run(capsys, "puzzle", "house:tin-opener", "--seed", 9, "--rounds", 3)
    assert first == run(capsys, "puzzle", "house:tin-opener", "--seed", 9, "--rounds", 3)
    assert "seed 9" in first[1]
    assert "Answers: " in first[1]


def test_puzzle_json_has_the_names_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    puzzle = run_json(capsys, "puzzle", "house:tin-opener", "--seed", 9, "--level", "easy", "--rounds", 3)
    assert {"seed", "level", "language", "rounds"} <= set(puzzle)
    assert puzzle["level"] == "easy"
    assert len(puzzle["rounds"]) == 3


def test_standard_input_is_read_for_a_dash(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run_json(capsys, "article", "-")["title"] == "A quiet harbour"


def test_stats_before_the_first_game(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "stats")[:2] == (0, "No games yet. Play one: jumble play\n")
    assert run_json(capsys, "stats")["games_played"] == 0
    status, out, _ = run(capsys, "stats", "--csv")
    assert status == 0
    assert len(out.splitlines()) == 1


def test_stats_tells_what_was_played(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path))
    records = open_records(tmp_path)
    play(records, SOLVE_ALL)
    play(records, SKIP_ALL, mode=RELAXED)
    records.close()
    status, out, err = run(capsys, "stats")
    assert (status, err) == (0, "")
    for line in (
        "Games played    2, 2 to the end",
        "Words solved    3 of 6 (50%)",
        "Days in a row   1, at most 1; 1 in all",
        "Best score      286",
        "Highest rank    Editor: 286 of 337 points, 1 short of Editor-in-Chief",
        "easy   classic      1           1   286          85%",
        "      6      4     50%   6.5     6.5",
        "   5 to 10  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄ 3",
        "            (planet) (stone) (garden)",
        " 1  The tin  (2 plays)",
    ):
        assert line in out.splitlines()
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("command", [["article"], ["words"], ["puzzle"]])
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t\n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text"),
        ("missing.txt", None, "no such file"),
        ("missing\x1b[31m\n.txt", None, "no such file"),
        ("", None, "no texts in the folder"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str], name: str, content: bytes | None, told: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert_one_line(run(capsys, *command, path), told)


@pytest.mark.parametrize("command", ["article", "words", "puzzle"])
def test_a_folder_without_texts_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert_one_line(run(capsys, command, tmp_path), "no texts in the folder")


@pytest.mark.parametrize("command", ["words", "puzzle"])
def test_an_article_without_a_usable_word_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    path = tmp_path / "dull.txt"
    path.write_text("Oh, so it is. Is it so? Oh no, it is not so, is it?\n", encoding="utf-8")
    assert_one_line(run(capsys, command, path), "no word in it is fit to play")


@pytest.mark.parametrize("arguments", [[], ["play"], ["play", "house:tin-opener"], ["house:"]])
def test_without_a_terminal_there_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert_one_line(run(capsys, *arguments), "no terminal to play in")


def assert_one_line(result: tuple[int, str, str], told: str) -> None:
    status, out, err = result
    assert status == 1
    assert out == ""
    assert told in err
    assert err.startswith("jumble: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["words"],
        ["play", "--level", "harder"],
        ["play", "--rounds", "0"],
        ["play", "--rounds", "51"],
        ["play", "--seed", "x"],
        ["play", "--seed", "1" + "0" * 18],
        ["play", "--lev", "easy"],
        ["stats", "--json", "--csv"],
        ["stats", "extra"],
        ["--nonsense"],
    ],
)
def test_wrong_usage_is_status_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_commands_name_wins_over_a_file_of_that_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("stats").write_text(TEXT, encoding="utf-8")
    assert run(capsys, "stats")[1].startswith("No games yet")
    assert run(capsys, "article", "./stats")[1] == TEXT


def test_the_command_line_names_what_the_rooms_have() -> None:
    assert tuple(LEVELS) == early_names.LEVEL_NAMES
    assert rounds_in(str(MAX_ROUNDS)) == MAX_ROUNDS


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    piped = f"{sys.executable} -m jumble words house:tin-opener | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", piped], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_the_seed_article_gives_its_words(capsys: pytest.CaptureFixture[str], corpus: Path) -> None:
    picked = run(capsys, "words", corpus / "articles" / "seed.txt")[1].split()
    assert len(picked) >= 60
    names = {"putin", "moscow", "chinese", "wednesday", "march", "china", "biden", "kremlin"}
    furniture = {"jumble", "unscrambling", "popular", "skills", "found", "game"}
    function = {"after", "against", "also", "always", "before", "between", "both", "during", "often", "these", "while"}
    assert not set(picked) & (names | furniture | function)


def test_names_of_files_reach_the_terminal_escaped(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "evil\u202e\x1b[31m  name\udcff.txt"
    path.write_text(TEXT, encoding="utf-8")
    out = run(capsys, "article", path, "--json")[1]
    assert not {"\u202e", "\x1b", "\udcff"} & set(out)
    assert json.loads(out)["source"] == str(path)


def test_a_full_disk_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full (Linux)")
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m jumble article house:tin-opener > /dev/full"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("standard", ["0<&-", "0</dev/null"])
def test_no_standard_input_is_one_line(standard: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m jumble words - {standard}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("jumble: standard input ")
    assert done.stderr.count("\n") == 1


def test_a_terminal_that_knows_no_stars_gets_question_marks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jumble", "puzzle", "house:tin-opener", "--seed", "1"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "1. " in done.stdout


def test_a_record_that_cannot_be_read_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path))
    (tmp_path / "records.db").write_bytes(b"no database at all" * 100)
    assert_one_line(run(capsys, "stats"), "cannot be read")
    assert (tmp_path / "records.db").read_bytes().startswith(b"no database")


def test_reading_the_record_makes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUMBLE_HOME", str(tmp_path / "none"))
    assert run(capsys, "stats")[0] == 0
    assert not (tmp_path / "none").exists()


def test_no_arguments_mean_what_the_parser_would_make_of_them() -> None:
    assert vars(parser_of(None, {}).parse_args([])) == cli.NOTHING_GIVEN
