"""The command line, and the only place that wires the rooms together.

Standard output carries the answer and nothing else. Exit status: 0 done, 1 could not (one line on standard error), 2
wrong usage, 130 interrupted, 128 + n ended by signal n.
"""

import argparse
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jumble.faults import CannotError
from jumble.names import HOUSE, LEVEL_NAMES, MAX_ROUNDS, MODE_NAMES

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.playing import Wish

MAX_SEED = 999_999
"""Seeds that the game draws: six figures, to be read out to a friend."""
MAX_GIVEN_SEED = 10**18 - 1
"""Seeds that a player may give: what fits into the record, with room for the games after the first."""
LAST_GAMES = 5
"""Games that `jumble stats` names; `--json` has them all."""
POPULAR = 10
"""Articles that it names; likewise."""
RECORD_COMMANDS = ("export", "import", "forget")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no stars gets question marks
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = given[0] if given and given[0] in COMMANDS else None
    try:
        options = _parser(command).parse_args(given[1:] if command else given)
        status = COMMANDS[command](options) if command else _front(options)
        sys.stdout.flush()
    except CannotError as error:
        print(f"jumble: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:  # the reader has seen enough: `jumble words … | head`
        _discard_output()
        return 128 + signal.SIGPIPE
    except OSError as error:
        _discard_output()
        print(f"jumble: the answer could not be written: {error.strerror or error}", file=sys.stderr)
        return 1
    return status


def _discard_output() -> None:
    """Send what is still to be written nowhere, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- usage


def _parser(command: str | None) -> argparse.ArgumentParser:
    """Return the parser of one sub-command, or of the front page."""
    sources = "a file, a folder, a web address, - for standard input, or house:NAME"
    if command is None:
        parser = argparse.ArgumentParser(
            prog="jumble",
            allow_abbrev=False,
            description="A newspaper page in the terminal, with a word game made from its own words.",
            epilog=f"Commands: {', '.join(COMMANDS)}; jumble COMMAND --help tells of each. A command's name wins over "
            "a file of that name (give ./words).",
        )
        parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    else:
        parser = argparse.ArgumentParser(
            prog=f"jumble {command}", description=COMMANDS[command].__doc__, allow_abbrev=False
        )
    if command in RECORD_COMMANDS:
        from jumble.record_commands import add_arguments

        add_arguments(parser, command)
    elif command in {"words", "puzzle", "article"}:
        parser.add_argument("source", metavar="SOURCE", help=sources)
    elif command in {None, "play"}:
        sources += "; several to choose from; the house edition if left out"
        parser.add_argument("sources", nargs="*", metavar="SOURCE", help=sources)
    if command in {"words", "puzzle"}:
        parser.add_argument("--level", choices=LEVEL_NAMES, default="medium", help="how hard (default: medium)")
    if command in {None, "play"}:
        parser.add_argument("--level", choices=LEVEL_NAMES, help="how hard (default: as it is set, or medium)")
        parser.add_argument("--mode", choices=MODE_NAMES, help="how to play (default: as it is set, or classic)")
        plain = "a game line by line, for screen readers, pipes and serial lines; by itself where TERM is dumb"
        parser.add_argument("--plain", action="store_true", help=plain)
    if command in {None, "play", "puzzle"}:
        parser.add_argument("--rounds", type=_rounds, metavar="N", help="words in a game, 1 to 50 (default: 8)")
        parser.add_argument("--seed", type=_seed, metavar="N", help="the same seed gives the same puzzle")
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


def _rounds(text: str) -> int:
    """Return a number of rounds."""
    if not (text.isdecimal() and 1 <= int(text) <= MAX_ROUNDS):
        raise argparse.ArgumentTypeError(f"a game has 1 to {MAX_ROUNDS} rounds, not {text}")
    return int(text)


def _seed(text: str) -> int:
    """Return a seed that the record can hold."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a seed is a whole number, not {text}") from None
    if not -MAX_GIVEN_SEED <= number <= MAX_GIVEN_SEED:
        raise argparse.ArgumentTypeError("a seed has at most 18 figures")
    return number


# --- commands that print


def _article(options: argparse.Namespace) -> int:
    """Print an article as it was read."""
    from jumble.printing import article_json, print_json

    article = _read(options.source)
    if options.json:
        print_json(article_json(article))
    else:
        print(article.title, article.text, sep="\n\n")
    return 0


def _words(options: argparse.Namespace) -> int:
    """Print the words that a game would use, best first."""
    from jumble.printing import print_json, print_words, words_json
    from jumble.words import LEVELS, WordsError, find_candidates, open_lexicon

    article = _read(options.source)
    try:
        lexicon = open_lexicon(article.language)
    except WordsError as error:
        raise CannotError(error) from None
    candidates = find_candidates(article, lexicon, LEVELS[options.level])
    if options.json:
        print_json(words_json(article, candidates, lexicon))
        return 0
    if not candidates.picked:
        raise CannotError(f"{article.title}: no word in it is fit to play; --json tells why, or try another --level")
    if sys.stdout.isatty():
        print_words(candidates)
    else:
        for each in candidates.picked:
            print(each.word)
    return 0


def _puzzle(options: argparse.Namespace) -> int:
    """Print a puzzle: each word's letters, with the answers at the end."""
    from jumble.printing import print_json, print_puzzle

    article = _read(options.source)
    seed = _seed_of(options)
    from jumble.puzzle import DEFAULT_ROUNDS, PuzzleError, make_puzzle
    from jumble.words import WordsError

    try:
        puzzle = make_puzzle(article, level=options.level, rounds=options.rounds or DEFAULT_ROUNDS, seed=seed)
    except (PuzzleError, WordsError) as error:
        raise CannotError(f"{article.title}: {error}") from None
    if options.json:
        print_json(puzzle.as_json())
        return 0
    print_puzzle(article, puzzle)
    return 0


def _stats(options: argparse.Namespace) -> int:
    """Print the record so far."""
    from datetime import date

    from jumble.printing import print_figures, print_json
    from jumble.records import (
        RecordsError,
        read_listed,
        read_plays,
        reading_records,
        statistics,
        statistics_csv,
        summary,
    )

    today = date.today()  # noqa: DTZ011 the player's own day
    try:
        with reading_records() as records:
            if options.csv:
                sys.stdout.write(statistics_csv(records))
                return 0
            if options.json:
                print_json(statistics(records, today))
                return 0
            figures = summary(records, today)
            articles, last = read_plays(records, POPULAR), read_listed(records, LAST_GAMES)
    except RecordsError as error:
        raise CannotError(error) from None
    if not figures.games_played:
        print("No games yet. Play one: jumble play")
    else:
        print_figures(figures, articles, last)
    return 0


def _export(options: argparse.Namespace) -> int:
    """Write the whole record to a file, to keep it or to import it elsewhere."""
    return _on_record("export_record", options)


def _import(options: argparse.Namespace) -> int:
    """Take over a record that was exported; importing it twice changes nothing."""
    return _on_record("import_record", options)


def _forget(options: argparse.Namespace) -> int:
    """Remove an article with its games from the record, or everything."""
    return _on_record("forget", options)


def _on_record(name: str, options: argparse.Namespace) -> int:
    """Do what a command does to the record."""
    from jumble import record_commands
    from jumble.records import RecordsError

    try:
        return int(getattr(record_commands, name)(options))
    except RecordsError as error:
        raise CannotError(error) from None


# --- commands that play


def _front(options: argparse.Namespace) -> int:
    """Open the front page."""
    return _run(options, playing=False)


def _play(options: argparse.Namespace) -> int:
    """Begin a game at once."""
    return _run(options, playing=True)


def _run(options: argparse.Namespace, *, playing: bool) -> int:
    """Play in the terminal, or line by line."""
    sources = tuple(source for source in options.sources if source != HOUSE)
    plain = options.plain or os.environ.get("TERM") == "dumb"

    def wish() -> "Wish":
        from jumble.playing import Wish

        return Wish(sources, options.level, options.mode, options.rounds, options.seed)

    def settle() -> tuple[str, int]:
        from jumble.playing import settled

        return settled(wish())

    first = None
    if not plain and sys.stdin is not None and sys.stdin.isatty():  # before anything is loaded that takes time
        from jumble.first import begin_first

        first = begin_first(sources, settle, lambda: _seed_of(options), playing=playing)
    from jumble.playing import play

    return play(wish(), _new_seed, first, playing=playing, plain=plain)


def _seed_of(options: argparse.Namespace) -> int:
    """Return the seed of the first game."""
    return _new_seed() if options.seed is None else int(options.seed)


# --- what several commands need


def _read(source: str) -> "Article":
    """Return the article at a source, the whole of a long text; pages from the web are kept beside the records."""
    from jumble.article import ArticleError, is_address, open_source

    try:
        if not is_address(source):
            return open_source(source).whole_or_first()
        from jumble.records import pages_folder

        return open_source(source, cache_folder=pages_folder()).whole_or_first()
    except ArticleError as error:
        raise CannotError(error) from None


def _new_seed() -> int:
    """Draw a seed that no player could foresee."""
    from random import SystemRandom

    return SystemRandom().randint(0, MAX_SEED)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "play": _play,
    "words": _words,
    "puzzle": _puzzle,
    "article": _article,
    "stats": _stats,
    "export": _export,
    "import": _import,
    "forget": _forget,
}
