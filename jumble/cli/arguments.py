"""How the game is called: the options and sources of each command. Only a command line that says something needs it."""

import argparse
from collections.abc import Mapping

from jumble.game.modes import DEFAULT_MODE, MODES
from jumble.startup.early_names import DEFAULT_LEVEL, DEFAULT_ROUNDS, LEVEL_NAMES, MAX_ROUNDS

MAX_GIVEN_SEED = 10**18 - 1
"""Seeds that a player may give: what fits into the record, with room for the games after the first."""
RECORD_COMMANDS = ("export", "import", "forget")


def parser_of(command: str | None, commands: Mapping[str, str | None]) -> argparse.ArgumentParser:
    """Return the parser of one sub-command, or of the front page; `commands` are all of them with what each does."""
    sources = "a file, a folder, a web address, - for standard input, or house:NAME"
    if command is None:
        parser = argparse.ArgumentParser(
            prog="jumble",
            allow_abbrev=False,
            description="A newspaper page in the terminal, with a word game made from its own words.",
            epilog=f"Commands: {', '.join(commands)}; jumble COMMAND --help tells of each. A command's name wins over "
            "a file of that name (give ./words).",
        )
        parser.add_argument(
            "--version", action=_Version, nargs=0, default=argparse.SUPPRESS, help="show the version and exit"
        )
    else:
        parser = argparse.ArgumentParser(prog=f"jumble {command}", description=commands[command], allow_abbrev=False)
    if command in RECORD_COMMANDS:
        from jumble.cli.record_commands import add_arguments

        add_arguments(parser, command)
    elif command in {"words", "puzzle", "article"}:
        parser.add_argument("source", metavar="SOURCE", help=sources)
    elif command in {None, "play"}:
        sources += "; several to choose from; the house edition if left out"
        parser.add_argument("sources", nargs="*", metavar="SOURCE", help=sources)
    if command in {"words", "puzzle"}:
        parser.add_argument(
            "--level", choices=LEVEL_NAMES, default=DEFAULT_LEVEL, help=f"how hard (default: {DEFAULT_LEVEL})"
        )
    if command in {None, "play"}:
        level = f"how hard (default: as it is set, or {DEFAULT_LEVEL})"
        parser.add_argument("--level", choices=LEVEL_NAMES, help=level)
        mode = f"how to play (default: as it is set, or {DEFAULT_MODE})"
        parser.add_argument("--mode", choices=tuple(MODES), help=mode)
        plain = "a game line by line, for screen readers, pipes and serial lines; by itself where TERM is dumb"
        parser.add_argument("--plain", action="store_true", help=plain)
    if command in {None, "play", "puzzle"}:
        rounds = f"words in a game, 1 to {MAX_ROUNDS} (default: {DEFAULT_ROUNDS})"
        parser.add_argument("--rounds", type=rounds_in, metavar="N", help=rounds)
        parser.add_argument("--seed", type=seed_in, metavar="N", help="the same seed gives the same puzzle")
    if command in {"words", "puzzle", "article", "stats"}:
        forms = parser.add_mutually_exclusive_group()
        forms.add_argument("--json", action="store_true", help="write JSON")
        if command == "stats":
            forms.add_argument("--csv", action="store_true", help="write CSV, one row a round")
    return parser


class _Version(argparse.Action):
    """Shows the version, which is slow to find out, when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from jumble import __version__

        print(f"jumble {__version__}")
        parser.exit(0)


def rounds_in(text: str) -> int:
    """Return a number of rounds."""
    if not (text.isdecimal() and 1 <= int(text) <= MAX_ROUNDS):
        raise argparse.ArgumentTypeError(f"a game has 1 to {MAX_ROUNDS} rounds, not {text}")
    return int(text)


def seed_in(text: str) -> int:
    """Return a seed that the record can hold."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a seed is a whole number, not {text}") from None
    if not -MAX_GIVEN_SEED <= number <= MAX_GIVEN_SEED:
        raise argparse.ArgumentTypeError("a seed has at most 18 figures")
    return number
