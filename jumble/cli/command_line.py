"""The command line, and the only place that wires the rooms together.

Standard output carries the answer and nothing else. Exit status: 0 done, 1 could not (one line on standard error), 2
wrong usage, 130 interrupted, 128 + n ended by signal n.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jumble.cli.faults import CannotError
from jumble.startup.early_names import DEFAULT_ROUNDS, HOUSE, STANDARD_INPUT

if TYPE_CHECKING:
    from jumble.article import Article
    from jumble.cli.progress_line import Work
    from jumble.cli.start_game import Asked

Options = Any
"""The parsed arguments of a command: a namespace."""

MAX_SEED = 999_999
"""Highest drawn seed: six figures can be read out to a friend."""
LAST_GAMES = 5
"""Games that `jumble stats` lists; `--json` has them all."""
POPULAR = 10
"""Articles that `jumble stats` lists; `--json` has them all."""
NOTHING_GIVEN: dict[str, Any] = {
    "sources": [], "level": None, "mode": None, "plain": False, "rounds": None, "seed": None,
}  # fmt: skip
"""The arguments of `jumble` without any: no parser is needed, which would take 5 ms."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no stars gets question marks
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = given[0] if given and given[0] in COMMANDS else None
    try:
        options = _options(command, given[1:] if command else given)
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


def _options(command: str | None, given: list[str]) -> Options:
    """Parse the arguments of a command; exits where they are wrong, or ask for help."""
    if command is None and not given:
        return SimpleNamespace(**NOTHING_GIVEN)
    from jumble.cli.arguments import parser_of

    return parser_of(command, {name: run.__doc__ for name, run in COMMANDS.items()}).parse_args(given)


def _discard_output() -> None:
    """Discard unwritten output, so that the interpreter does not try to write it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- commands that print


def _article(options: Options) -> int:
    """Print an article as it was read."""
    from jumble.cli.printing import article_json, print_json

    with _reading(options.source) as (article, _):
        answer = article_json(article)
    if options.json:
        print_json(answer)
    else:
        print(article.title, article.text, sep="\n\n")
    return 0


def _words(options: Options) -> int:
    """Print the words that a game would use, best first."""
    from jumble.cli.printing import print_json, print_words, words_json
    from jumble.words import LEVELS, WordsError, find_candidates, open_lexicon

    with _reading(options.source) as (article, work):
        work.begin_step("Choosing words")
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
        for candidate in candidates.picked:
            print(candidate.word)
    return 0


def _puzzle(options: Options) -> int:
    """Print a puzzle: each word's letters, with the answers at the end."""
    from jumble.cli.printing import print_json, print_puzzle
    from jumble.puzzle import PuzzleError, make_puzzle
    from jumble.words import WordsError

    seed = _seed_of(options)
    with _reading(options.source) as (article, work):
        work.begin_step("Making the puzzle")
        try:
            puzzle = make_puzzle(article, level=options.level, rounds=options.rounds or DEFAULT_ROUNDS, seed=seed)
        except (PuzzleError, WordsError) as error:
            raise CannotError(f"{article.title}: {error}") from None
    if options.json:
        print_json(puzzle.as_json())
        return 0
    print_puzzle(article, puzzle)
    return 0


def _stats(options: Options) -> int:
    """Print the record so far."""
    from datetime import date

    from jumble.cli.printing import print_figures, print_json
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


def _export(options: Options) -> int:
    """Write the whole record to a file, to keep it or to import it elsewhere."""
    return _on_record("export_record", options)


def _import(options: Options) -> int:
    """Take over a record that was exported; importing it twice changes nothing."""
    return _on_record("import_record", options)


def _forget(options: Options) -> int:
    """Remove an article with its games from the record, or everything."""
    return _on_record("forget", options)


def _on_record(name: str, options: Options) -> int:
    """Run one of the commands that export, import or forget records."""
    from jumble.cli import record_commands
    from jumble.records import RecordsError

    try:
        return int(getattr(record_commands, name)(options))
    except RecordsError as error:
        raise CannotError(error) from None


# --- commands that play


def _front(options: Options) -> int:
    """Open the front page."""
    return _run(options, playing=False)


def _play(options: Options) -> int:
    """Begin a game at once."""
    return _run(options, playing=True)


def _run(options: Options, *, playing: bool) -> int:
    """Play in the terminal, or line by line."""
    sources = tuple(source for source in options.sources if source != HOUSE)
    plain = options.plain or os.environ.get("TERM") == "dumb"

    def asked() -> Asked:
        from jumble.cli.start_game import Asked

        return Asked(sources, options.level, options.mode, options.rounds, options.seed)

    def level_and_rounds() -> tuple[str, int]:
        from jumble.cli.start_game import level_and_rounds_of

        return level_and_rounds_of(asked())

    first = None
    if not plain and sys.stdin is not None and sys.stdin.isatty():  # before anything is loaded that takes time
        gc.disable()  # until the first frame is painted: nothing is thrown away before that
        if playing:  # the front page is seen sooner without: the two processes would share processors and disk
            from jumble.desk.first_game import prefetch_first_game

            first = prefetch_first_game(sources, level_and_rounds, lambda: _seed_of(options))
    from jumble.cli.start_game import play

    return play(asked(), _new_seed, first, playing=playing, plain=plain)


def _seed_of(options: Options) -> int:
    """Return the seed of the first game."""
    return _new_seed() if options.seed is None else int(options.seed)


# --- what several commands need


@contextmanager
def _reading(source: str) -> Iterator[tuple[Article, Work]]:
    """Yield the article at a source, a long text as a whole, and the progress line to report further work to.

    Fetched pages are cached beside the records.
    """
    from jumble.article import ArticleError, is_address, open_source
    from jumble.cli.progress_line import sign_of_life

    is_typed = source == STANDARD_INPUT and sys.stdin is not None and sys.stdin.isatty()
    pages = None
    if is_address(source):
        from jumble.settings import pages_folder

        pages = pages_folder()
    with sign_of_life("Reading", wanted=not is_typed) as work:
        try:
            article = open_source(source, progress=work.note, cache_folder=pages).whole_or_first()
        except ArticleError as error:
            raise CannotError(error) from None
        yield article, work


def _new_seed() -> int:
    """Draw an unpredictable seed."""
    from random import SystemRandom

    return SystemRandom().randint(0, MAX_SEED)


COMMANDS: dict[str, Callable[[Options], int]] = {
    "play": _play,
    "words": _words,
    "puzzle": _puzzle,
    "article": _article,
    "stats": _stats,
    "export": _export,
    "import": _import,
    "forget": _forget,
}
