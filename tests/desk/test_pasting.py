from pathlib import Path

import pytest

from jumble.desk.pasting import MAX_NAMES, sources_in


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "The ferry was late.",
        "The ferry was late.\rNobody waited.",
        "/ and other slashes begin this line",
        "https://example.org/a and https://example.org/b",
        "it's an open quote",
        "nul \0 byte",
        "/" + "x" * MAX_NAMES,
    ],
)
def test_a_text_names_nothing(text: str) -> None:
    assert sources_in(text) == []


@pytest.mark.parametrize("address", ["https://example.org/feed", " http://example.org \n"])
def test_an_address_is_opened(address: str) -> None:
    assert sources_in(address) == [address.strip()]


def test_paths_as_terminals_paste_them(tmp_path: Path) -> None:
    plain, blank = tmp_path / "one.txt", tmp_path / "two words.txt"
    plain.touch()
    blank.touch()
    assert sources_in(f"{plain}\n") == [str(plain)]
    assert sources_in(str(blank)) == [str(blank)]
    assert sources_in(f"'{blank}'") == [str(blank)]
    assert sources_in(str(blank).replace(" ", "\\ ")) == [str(blank)]
    assert sources_in(f"file://{str(blank).replace(' ', '%20')}") == [str(blank)]
    assert sources_in(f"{plain} '{blank}'") == [str(plain), str(blank)]


def test_a_path_to_nothing_is_to_be_told_of() -> None:
    assert sources_in("/no/such/file.txt") == ["/no/such/file.txt"]
