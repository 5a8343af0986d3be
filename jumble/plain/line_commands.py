"""What a typed line means: a command, by its name or an unambiguous beginning of it, or else a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jumble.article import clean_line
from jumble.desk.commands import COMMANDS, HELP, Command
from jumble.game import Clear, Hint, Move, Next, Shuffle, Skip, TakeBack
from jumble.words import fold, letters

PAUSE = "round.pause"
RESUME = "pause.resume"
QUIT = "app.quit"
MOVES: Mapping[str, Move] = {
    "round.hint": Hint(),
    "round.shuffle": Shuffle(),
    "round.skip": Skip(),
    "round.back": TakeBack(),
    "round.clear": Clear(),
    "reveal.next": Next(),
}
"""Commands that are moves, by the id they have in the registry."""

NAMES: Mapping[str, Command] = {
    command.id.rpartition(".")[2]: command for command in COMMANDS if command.id in {*MOVES, PAUSE, RESUME, HELP, QUIT}
}
"""Commands by what is typed for them: the last part of the id."""
COMMAND_MARK = "/"
"""May stand before a command, to make sure that it is read as one."""
HELP_MARK = "?"
MAX_LINE = 200
"""Characters of a line that are read; no word and no command is nearly as long."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the player tries."""

    spelt: tuple[str, ...]
    """Its letters, in the form in which words are compared."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that means nothing, or more than one thing."""

    said: str
    """The question or hint to print."""


def read_line(line: str, tiles: Sequence[str], language: str) -> Command | Word | Doubt | None:
    """Return what a line means, None for an empty one.

    `tiles` are the letters of the round in play, none between rounds: a word of exactly these is always a try, whatever
    it means besides.
    """
    text = clean_line(line[:MAX_LINE])
    if not text:
        return None
    spelt = letters(fold("".join(text.split()), language), language)
    if sorted(spelt) == sorted(tiles):
        return Word(spelt)
    marked = text.startswith(COMMAND_MARK)
    name = text.removeprefix(COMMAND_MARK).strip().lower()
    meant = ["help"] if name == HELP_MARK else _names_of(name)
    if len(meant) == 1:
        return NAMES[meant[0]]
    if meant and name:
        return Doubt(f"{text}: {' or '.join(meant)}?")
    return Doubt(f"There is no command {text}; help tells of all.") if marked else Word(spelt)


def short_form(name: str) -> str:
    """Return the shortest beginning of a command's name that no other shares."""
    return next(name[:end] for end in range(1, len(name) + 1) if len(_names_of(name[:end])) == 1)


def _names_of(beginning: str) -> list[str]:
    """Return the names that begin so."""
    return [name for name in NAMES if name.startswith(beginning)]
