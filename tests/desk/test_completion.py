from pathlib import Path

import pytest

from jumble.desk.completion import MAX_SUGGESTIONS, Suggestion, complete, names_in, suggest

FOLDERS = {
    ".": [("texts", True), ("tale.txt", False), ("picture.png", False), (".hidden", True), ("README", False)],
    "texts": [("alice.epub", False), ("Alps.md.gz", False), ("old", True), ("bad\x1b.txt", False)],
    str(Path.home()): [("notes.md", False)],
}
RECENT = ["https://example.org/feed", "/b/tale.txt"]


def values(typed: str) -> list[str]:
    return [each.value for each in suggest(typed, RECENT, lambda folder: FOLDERS.get(folder, []))]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("", RECENT),
        ("ta", ["tale.txt", "/b/tale.txt"]),
        ("te", ["texts/"]),
        ("texts/", ["texts/old/", "texts/alice.epub", "texts/Alps.md.gz"]),
        ("texts/al", ["texts/alice.epub", "texts/Alps.md.gz"]),
        (".", ["./texts/", "./README", "./tale.txt", "/b/tale.txt", "https://example.org/feed"]),
        ("./.", ["./.hidden/"]),
        ("RE", ["README"]),
        ("pic", []),
        ("~/", ["~/notes.md"]),
        ("https://ex", ["https://example.org/feed"]),
        ("feed", ["https://example.org/feed"]),
        ("nothing", []),
    ],
)
def test_what_is_suggested(typed: str, suggested: list[str]) -> None:
    assert sorted(values(typed)) == sorted(suggested)


def test_folders_come_first() -> None:
    assert values("texts/")[0] == "texts/old/"
    assert values("t")[:2] == ["texts/", "tale.txt"]


@pytest.mark.parametrize(
    ("typed", "found", "completed"),
    [
        ("al", ["alice.epub", "alimony.txt"], "ali"),
        ("ali", ["alice.epub", "alimony.txt"], "alice.epub"),
        ("AL", ["alice.epub"], "alice.epub"),
        ("al", [], "al"),
        ("al", ["/b/alice.epub"], "al"),
    ],
)
def test_what_tab_makes_of_a_line(typed: str, found: list[str], completed: str) -> None:
    assert complete(typed, [Suggestion(value, value) for value in found]) == completed


def test_a_folder_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b").mkdir()
    assert sorted(names_in(str(tmp_path))) == [("a.txt", False), ("b", True)]
    assert names_in(str(tmp_path / "a.txt")) == []
    assert names_in("nul\0") == []


def test_a_huge_folder_gives_a_short_list() -> None:
    names = [(f"text{number}.txt", False) for number in range(1000)]
    assert len(suggest("te", [], lambda _: names)) == MAX_SUGGESTIONS
