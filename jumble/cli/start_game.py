"""Wires the rooms together for a game, on the screen or line by line, and reports what cannot be played."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from jumble.cli.faults import CannotError
from jumble.desk.choice import Choice
from jumble.desk.commands import COMMANDS
from jumble.desk.desk import Desk
from jumble.desk.opener import Opener
from jumble.settings.preferences import Preferences
from jumble.settings.theme_names import THEME_NAMES
from jumble.startup.early_names import HOUSE, LEVEL_NAMES, MAX_ROUNDS, STANDARD_INPUT

if TYPE_CHECKING:
    from jumble.desk.first_game import FirstAnswers
    from jumble.desk.history import History
    from jumble.records import Records
    from jumble.settings import Settings

CRASH_REPORT = "crash.txt"


class Asked(NamedTuple):
    """What the command line asks for."""

    sources: tuple[str, ...]
    """Empty for the house edition."""
    level: str | None
    """None, here and below, for what the settings say."""
    mode: str | None
    rounds: int | None
    seed: int | None


def play(
    asked: Asked,
    new_seed: Callable[[], int],
    first: FirstAnswers | None = None,
    *,
    playing: bool,
    plain: bool,
) -> int:
    """Play; return the exit status. `playing`: straight into a game; `plain`: line by line, always straight into one.

    `first` is the prefetch of the first game. Raises CannotError.
    """
    need = _need_input if plain else _need_terminal
    stdin = _reopen_terminal() if STANDARD_INPUT in asked.sources else None
    need()
    if len(asked.sources) == 1:
        _refuse_missing(asked.sources[0])
    preferences = _preferences()
    records = cache(_open_records)
    desk = Desk(
        Opener(asked.sources, today=date.today, cache_folder=_pages_folder, stdin=stdin),
        records,
        _choice(asked, preferences.settings),
        new_seed=new_seed,
        clock=time.monotonic,
        today=date.today,
        open_history=lambda: _history(records()),
    )
    desk.use_prefetch(first)
    if plain:
        return _play_line_by_line(desk, preferences.problems)
    return _play_on_screen(desk, preferences, playing=playing)


def level_and_rounds_of(asked: Asked) -> tuple[str, int]:
    """Return level and rounds of the first game, from the command line or else the settings."""
    choice = _choice(asked, _preferences().settings)
    return choice.level, choice.length


def _choice(asked: Asked, settings: Settings) -> Choice:
    """Return the choice for the first game."""
    from jumble.game import MODES

    return Choice(
        MODES[asked.mode or settings.mode],
        asked.level or settings.level,
        asked.rounds or settings.rounds or None,
        asked.seed,
        (settings.level, settings.mode, settings.rounds),
    )


def _preferences() -> Preferences:
    """Return the player's settings."""
    from jumble.settings import read_settings, settings_path, settings_table, write_settings

    path = settings_path()
    table = settings_table(LEVEL_NAMES, THEME_NAMES, MAX_ROUNDS, [command.id for command in COMMANDS])
    settings, problems = read_settings(path, table)
    return Preferences(
        settings,
        table,
        lambda after, before: write_settings(path, after, table, before),
        place=str(path),
        problems=problems,
    )


def _open_records() -> Records:
    """Open the player's record."""
    from jumble.records import open_records

    return open_records()


def _history(records: Records) -> History:
    """Return the games of the past."""
    from jumble.records import RecordHistory

    return RecordHistory(records)


def _pages_folder() -> Path:
    """Return the folder in which fetched pages are kept."""
    from jumble.settings import pages_folder

    return pages_folder()


def _refuse_missing(source: str) -> None:
    """Raise CannotError for a path that does not exist, before the terminal is taken."""
    if source == STANDARD_INPUT or source.startswith(HOUSE) or "://" in source or os.path.lexists(source):
        return
    from jumble.article import ArticleError, refuse_missing

    try:
        refuse_missing(source)
    except ArticleError as error:
        raise CannotError(error) from None


def _play_on_screen(desk: Desk, preferences: Preferences, *, playing: bool) -> int:
    """Play in the terminal."""
    from jumble.tui.app import JumbleApp

    try:
        app = JumbleApp(desk, preferences, playing=playing, signals=True)
        app.run()
    finally:
        preferences.save()
        desk.close()
    if app.crash is not None:
        raise CannotError(f"the game stopped by a fault of its own; what happened is in {_report(app.crash)}")
    if app.refusal is not None:
        raise CannotError(app.refusal)
    return app.return_code or 0


def _play_line_by_line(desk: Desk, problems: Sequence[str]) -> int:
    """Play a game on the standard streams; the record is closed before its notice is printed."""
    for problem in problems:
        print(f"jumble: {problem}", file=sys.stderr)
    from jumble.article import ArticleError
    from jumble.plain.play import play_plain
    from jumble.plain.typed_lines import TypedLines
    from jumble.puzzle import PuzzleError
    from jumble.words import WordsError

    try:
        opened = desk.opener.open_first(lambda _: None, Event(), first=True)
    except ArticleError as error:
        raise CannotError(error) from None
    article = opened.article
    if article is None:
        raise CannotError("there is nothing to read in it; give another source")
    if opened.notice:
        print(f"jumble: {opened.notice}", file=sys.stderr)
    try:
        desk.library.remember(article)
        with TypedLines(sys.stdin.fileno(), sys.stdin.encoding) as lines:
            ended_in = play_plain(desk, article, lines, partial(print, flush=True))
    except (PuzzleError, WordsError) as error:
        raise CannotError(f"{article.title}: {error}") from None
    finally:
        desk.close()
        if notice := desk.take_notice():
            print(f"jumble: {notice}", file=sys.stderr)
    if ended_in is not None:
        print(f"jumble: the input ended in {ended_in}, and with it the game", file=sys.stderr)
    return 0


def _need_terminal() -> None:
    """Raise CannotError unless there is a terminal to play in."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise CannotError(
            "no terminal to play in: standard input is not one (to read an article from it, give -; to play with what "
            "comes through it, give --plain)"
        )
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise CannotError("no terminal to play in: the output goes elsewhere; jumble puzzle prints a puzzle")


def _need_input() -> None:
    """Raise CannotError unless there is a standard input."""
    if sys.stdin is None:
        raise CannotError("no standard input to play with; give it a terminal, or a pipe")


def _reopen_terminal() -> BinaryIO:
    """Make the terminal standard input, where the article is piped in; return the piped stream."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise CannotError("no terminal to play in; jumble puzzle - prints a puzzle of the text") from None
    try:
        text = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    except (AttributeError, OSError, ValueError):
        raise CannotError("standard input cannot be read; pipe a text into it, or name a file") from None
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
    return text


def _report(crash: str) -> str:
    """Write a crash report; return its path."""
    from jumble.settings import data_folder

    path = data_folder() / CRASH_REPORT
    try:
        path.write_text(crash, encoding="utf-8")
    except OSError:
        return "no file, for none could be written"
    return str(path)
