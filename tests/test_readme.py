"""All there is to press, to type and to set stands in the README at its place, and is missed when it is taken out."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import jumble
from jumble.article import load_article
from jumble.cli.arguments import parser_of
from jumble.cli.command_line import COMMANDS as SUB_COMMANDS
from jumble.cli.printing import article_json, words_json
from jumble.desk.commands import COMMANDS, Place, commands_at, show_key
from jumble.plain.line_commands import NAMES
from jumble.puzzle import make_puzzle
from jumble.settings import settings_table
from jumble.settings.settings import Kind
from jumble.settings.theme_names import DAY_NAME, NIGHT_NAME
from jumble.startup.early_names import MAX_ROUNDS
from jumble.words import LEVELS, Reason, find_candidates, open_lexicon

FOLDER = Path(__file__).parent.parent
PACKAGE = Path(jumble.__file__).parent
README = (FOLDER / "README.md").read_text(encoding="utf-8")
KEYS_OF_TEXTUAL = {Place.EVERYWHERE: {"ctrl+p"}, Place.OPEN: {"enter"}}
"""Keys that are no commands of ours: the palette's, and that of a line of text."""
VARIABLES_OF_TEXTUAL = {"NO_COLOR", "TEXTUAL_ANIMATIONS"}
OUR_THEMES = (NIGHT_NAME, DAY_NAME)
"""Named one by one; those of Textual are many."""


class Need(NamedTuple):
    """Something that must stand in a part of the README, and there alone is looked for."""

    what: str
    token: str
    part: Callable[[str], str]

    def stands(self, readme: str) -> bool:
        return re.search(rf"(?<![\w-]){re.escape(self.token)}(?![\w-])", self.part(readme)) is not None

    def taken_out(self, readme: str) -> str:
        part = self.part(readme)
        assert readme.count(part) == 1
        return readme.replace(part, re.sub(rf"(?<![\w-]){re.escape(self.token)}(?![\w-])", "", part, count=1))


def matched(pattern: str) -> Callable[[str], str]:
    """Return what finds the part of a README that a pattern matches; empty when there is none."""

    def find(readme: str) -> str:
        match = re.search(pattern, readme, re.DOTALL | re.MULTILINE)
        return match[0] if match else ""

    return find


def row(head: str) -> Callable[[str], str]:
    return matched(rf"^\| {re.escape(head)} \|[^\n]*$")


def section(title: str) -> Callable[[str], str]:
    return matched(rf"^## {title}\n.*?(?=^## |\Z)")


def usage(command: str | None) -> Callable[[str], str]:
    """Return what finds the lines of a command among those that tell how the game is called."""
    first = re.escape(command or "[SOURCE")
    return matched(rf"^python -m jumble {first}.*?(?=^python|^```)")


def needed_keys() -> Iterator[Need]:
    for place in Place:
        for command in commands_at(place):
            yield Need(f"{place}: {command.id}", f"`{command.key}`", row(place.value))


def needed_arguments() -> Iterator[Need]:
    for name in (None, *SUB_COMMANDS):
        title = name or "front page"
        if name:
            yield Need(title, f"python -m jumble {name}", section("Command line"))
        for action in parser_of(name, dict.fromkeys(SUB_COMMANDS))._actions:
            if action.dest == "help":
                continue
            for word in action.option_strings or [str(action.metavar)]:
                yield Need(f"{title} {word}", word, usage(name))
            for choice in action.choices or ():
                yield Need(f"{title} {action.dest} {choice}", choice, usage(name))


def needed_settings() -> Iterator[Need]:
    for setting in settings_table(tuple(LEVELS), OUR_THEMES, MAX_ROUNDS):
        head = row(f"`{setting.name}`")
        yield Need(f"setting {setting.name}", f"`{setting.name}`", head)
        values = setting.allowed if setting.kind is Kind.CHOICE else [str(setting.most)] if setting.most else []
        for value in values:
            yield Need(f"setting {setting.name} {value}", value, head)


def variables_read() -> set[str]:
    """Return the environment variables that the code asks for, by whatever name it has for them."""
    read = set()
    for path in PACKAGE.rglob("*.py"):
        for name in re.findall(r"environ(?:\.get\(|\[)\s*([\"'\w]+)", path.read_text(encoding="utf-8")):
            module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
            read.add(name.strip("\"'") if name[0] in "\"'" else str(getattr(import_module(module), name)))
    return read


NEEDS = [
    *needed_keys(),
    *needed_arguments(),
    *needed_settings(),
    *[Need(f"variable {name}", name, row(f"`{name}`")) for name in sorted(variables_read() | VARIABLES_OF_TEXTUAL)],
    *[Need(f"plain {name}", f"`{name}`", section("Plain mode")) for name in NAMES],
    *[Need(f"reason {reason}", f"`{reason}`", section("Command line")) for reason in Reason],
]


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.what)
def test_it_stands_there_and_is_missed_when_it_is_taken_out(need: Need) -> None:
    assert need.stands(README)
    assert not need.stands(need.taken_out(README))


def test_everything_there_is_was_looked_for() -> None:
    """A list that came out empty would lack nothing."""
    assert {need.what.partition(": ")[2] for need in needed_keys()} == {command.id for command in COMMANDS}
    assert {"JUMBLE_HOME", "TERM"} <= variables_read()
    assert {"play --seed", "export FILE", "stats --csv", "front page --version"} <= {need.what for need in NEEDS}


@pytest.mark.parametrize("place", list(Place))
def test_a_row_has_no_key_that_does_nothing_there(place: Place) -> None:
    known = {show_key(key) for command in commands_at(place) for key in command.keys}
    told = re.findall(r"`(.+?)`", row(place.value)(README))
    assert sorted(told) == sorted(set(told))
    assert set(told) - known == KEYS_OF_TEXTUAL.get(place, set())


# --- JSON


def names_in(value: object, path: str = "") -> Iterator[str]:
    """Give the names in JSON, each behind those that it stands in: `rounds[].clue`."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}{name}"
            yield from names_in(inner, f"{path}{name}.")
    elif isinstance(value, list):
        if path:
            yield f"{path[:-1]}[]"
        for inner in value:
            yield from names_in(inner, f"{path[:-1]}[].")


def json_line(command: str) -> Callable[[str], str]:
    return matched(rf"^{command} --json .*?(?=^\w|^```)")


def names_told(readme: str, command: str) -> set[str]:
    """Return the names that the README gives for a command, in the same form."""
    names, inside, name = set(), [""], ""
    for mark in re.findall(r"\w+|\[\]|\[\{|\{|\}", json_line(command)(readme).partition("--json")[2]):
        if mark == "}":
            inside.pop()
            continue
        name = mark if mark.isidentifier() else name
        names.add(inside[-1] + name + ("[]" if mark.startswith("[") else ""))
        if mark.endswith("{"):
            inside.append(inside[-1] + name + ("[]." if mark.startswith("[") else "."))
    return names


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    article = load_article("house:tin-opener")
    lexicon = open_lexicon("en")
    return {
        "article": article_json(article),
        "words": words_json(article, find_candidates(article, lexicon, LEVELS["medium"]), lexicon),
        "puzzle": make_puzzle(article).as_json(),
    }


@pytest.mark.parametrize("command", ["article", "words", "puzzle"])
def test_the_names_in_json_are_those_that_the_readme_gives(command: str, answers: dict[str, dict[str, Any]]) -> None:
    names = set(names_in(answers[command]))
    assert names_told(README, command) == names
    line = json_line(command)(README)
    for word in re.finditer(r"\w+", line):
        if word.start() > line.index("--json") + len("--json"):
            without = README.replace(line, line[: word.start()] + line[word.end() :])
            assert names_told(without, command) != names, word[0]


# --- what it shows


def test_the_python_example_works() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    names: dict[str, object] = {}
    exec(code[1], names)  # noqa: S102 our own README
    assert names["words"]
    assert len(names["puzzle"].rounds) == 8  # type: ignore[attr-defined]


def test_the_pictures_are_there() -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", README)
    assert len(pictures) >= 2
    for picture in pictures:
        assert "<svg" in (FOLDER / picture).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "shown"), [("front-day", "Play The Word Game!"), ("round-day", "Round 3 of 8")])
def test_the_pictures_stand_there_as_text_for_pages_that_show_none(name: str, shown: str) -> None:
    text = (FOLDER / "tests" / "pictures" / f"{name}.txt").read_text(encoding="utf-8")
    assert f"```text\n{text}```" in README
    assert shown in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("formula", ["word   = 10 × letters", "max(0.10, 1 − 0.20 × clue − 0.25 × letter_hints)"])
def test_the_scoring_is_told_exactly(formula: str) -> None:
    assert formula in README
