"""The record as it travels: what each line of a file says, and nothing that is not checked is taken from one.

A file is JSON Lines: a header, the articles, the games, and a line that says how many there were. What it holds may
come from anywhere: a value is taken when it is of the right kind, within bounds, and, if it will be shown, clean.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from sys import float_info
from typing import Any

from jumble.article import clean, clean_line
from jumble.game import MODES, Outcome, Puzzle, move_from_json

FORMAT = "article-word-jumble record"
FORMAT_VERSION = 1
MAX_WHOLE = 2**53
"""Whole numbers up to which every program that reads JSON agrees."""
MAX_SEED = 2**63 - 1

ROUND_COLUMNS = (
    "number", "answer", "scramble", "difficulty", "stars", "value", "seconds", "outcome", "given", "seconds_used",
    "seconds_left", "clue", "letter_hints", "wrong_tries", "streak", "points",
)  # fmt: skip
Check = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class TravellingArticle:
    """An article, as a line tells it."""

    row: Mapping[str, Any]
    """By the names of its columns."""
    paragraphs: tuple[str, ...] | None
    """None: its text was not in the library."""


@dataclass(frozen=True, slots=True)
class TravellingGame:
    """A game, as a line tells it."""

    row: Mapping[str, Any]
    """By the names of its columns."""
    puzzle: Mapping[str, Any]
    moves: tuple[tuple[float, Mapping[str, Any]], ...]
    """Each with the seconds of play."""
    rounds: tuple[Mapping[str, Any], ...]


def article_from(stored: Any) -> TravellingArticle:  # noqa: ANN401 anything may stand in a file
    """Return the article of a line; raises ValueError when it is none."""
    values = _fields(stored, _ARTICLE)
    paragraphs = values.pop("paragraphs")
    return TravellingArticle(values, None if paragraphs is None else tuple(paragraphs))


def game_from(stored: Any) -> TravellingGame:  # noqa: ANN401
    """Return the game of a line; raises ValueError when it is none."""
    values = _fields(stored, _GAME)
    puzzle, moves, rounds = (values.pop(name) for name in ("puzzle", "moves", "rounds"))
    whole = Puzzle.from_json(puzzle)
    if (whole.seed, whole.level, len(whole.rounds)) != (values["seed"], values["level"], values["rounds_of_puzzle"]):
        raise ValueError("a game that is not of its puzzle")
    if [each["number"] for each in rounds] != list(range(1, len(rounds) + 1)) or len(rounds) > len(whole.rounds):
        raise ValueError("a game whose rounds do not follow each other")
    for each, this in zip(rounds, whole.rounds, strict=False):
        if (each["answer"], each["scramble"]) != (this.answer, this.scramble):
            raise ValueError("a round that is not of its puzzle")
    if (values["ended"] is not None) != (len(rounds) == len(whole.rounds)):
        raise ValueError("a game ends with its last round")
    times = [at for at, _ in moves]
    if not moves or times != sorted(times):
        raise ValueError("moves that do not follow each other")
    values["rounds"] = values.pop("rounds_of_puzzle")
    return TravellingGame(values, puzzle, tuple(moves), tuple(rounds))


def _fields(stored: Any, checks: Mapping[str, Check]) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of an object, each checked; raises ValueError."""
    if not isinstance(stored, dict) or stored.keys() != checks.keys():
        raise ValueError(f"not the fields {', '.join(checks)}")
    values = {}
    for name, check in checks.items():
        try:
            values[name] = check(stored[name])
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    return values


def _text(value: Any) -> str:  # noqa: ANN401
    """Take any text that can be written down."""
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004 what is wrong with a file is a ValueError
    value.encode()  # lone surrogates raise UnicodeEncodeError, a ValueError
    return value


def _line(value: Any) -> str:  # noqa: ANN401
    """Take a clean line."""
    if clean_line(_text(value)) != value:
        raise ValueError("a text that is not clean")
    return str(value)


def _clean(value: Any) -> str:  # noqa: ANN401
    """Take a clean text."""
    if clean(_text(value)) != value:
        raise ValueError("a text that is not clean")
    return str(value)


def _name(value: Any) -> str:  # noqa: ANN401
    """Take a short name in plain letters."""
    if not (isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= 64):
        raise ValueError("not a name")
    return value


def _whole(most: int, least: int = 0) -> Check:
    """Return what takes whole numbers within bounds."""

    def check(value: Any) -> int:  # noqa: ANN401
        if type(value) is not int or not least <= value <= most:
            raise ValueError(f"not a whole number from {least} to {most}")
        return value

    return check


def _number(least: float = 0.0, most: float = 1e12) -> Check:
    """Return what takes finite numbers from a bound on."""

    def check(value: Any) -> float:  # noqa: ANN401
        if type(value) not in {int, float} or not isfinite(value) or not least <= value <= most:
            raise ValueError(f"not a number from {least}")
        return float(value)

    return check


def _optional(check: Check) -> Check:
    """Return what takes null, too."""
    return lambda value: None if value is None else check(value)


def _list(check: Check) -> Check:
    """Return what takes a list of such."""

    def check_all(value: Any) -> list[Any]:  # noqa: ANN401
        if not isinstance(value, list):
            raise ValueError("not a list")  # noqa: TRY004 what is wrong with a file is a ValueError
        return [check(each) for each in value]

    return check_all


def _time(value: Any) -> str:  # noqa: ANN401
    """Take an instant as the record writes it."""
    when = datetime.fromisoformat(_name(value))
    offset = when.utcoffset()
    if offset is None or offset.seconds % 60 or when.isoformat(timespec="seconds") != value or when.year < 1971:
        raise ValueError("not a time with its offset")
    return str(value)


def _day(value: Any) -> str:  # noqa: ANN401
    """Take a date."""
    if date.fromisoformat(_name(value)).isoformat() != value:
        raise ValueError("not a date")
    return str(value)


def _one_of(values: Any) -> Check:  # noqa: ANN401
    """Return what takes one of some values."""

    def check(value: Any) -> Any:  # noqa: ANN401
        if value not in list(values):
            raise ValueError(f"none of {', '.join(map(str, values))}")
        return value

    return check


def _puzzle(value: Any) -> Any:  # noqa: ANN401
    """Take a puzzle all of whose texts are clean."""
    puzzle = Puzzle.from_json(value)
    for each in puzzle.rounds:
        for text in (each.scramble, each.answer, each.clue, each.sentence, *each.accepted):
            _clean(text)
        _whole(MAX_WHOLE)(each.seconds)
        _whole(5, 1)(each.stars)
        _number()(each.value)
        _number()(each.difficulty)
    _name(puzzle.language)
    return value


def _move(value: Any) -> tuple[float, Any]:  # noqa: ANN401
    """Take a move with its seconds of play."""
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[1], dict)):
        raise ValueError("not a move")
    at, stored = value
    move = move_from_json(stored)
    _clean(getattr(move, "letter", ""))
    _whole(MAX_WHOLE)(getattr(move, "tile", 0))
    return _number()(at), stored


def _key(value: Any) -> str:  # noqa: ANN401
    """Take an article's key."""
    return _name(value)


_ARTICLE: Mapping[str, Check] = {
    "key": _key,
    "title": _line,
    "source": _text,
    "language": _name,
    "section": _optional(_line),
    "place": _optional(_line),
    "date": _optional(_day),
    "temperature": _optional(_number(-float_info.max, float_info.max)),
    "opened": _optional(_time),
    "paragraphs": _optional(_list(_clean)),
}
_ROUND: Mapping[str, Check] = dict(
    zip(
        ROUND_COLUMNS,
        (
            _whole(MAX_WHOLE, 1),
            _line,
            _line,
            _number(),
            _whole(5, 1),
            _number(),
            _whole(MAX_WHOLE, 1),
            _one_of([each.value for each in Outcome]),
            _line,
            _number(),
            _number(),
            _whole(1),
            _whole(MAX_WHOLE),
            _whole(MAX_WHOLE),
            _whole(MAX_WHOLE),
            _whole(MAX_WHOLE),
        ),
        strict=True,
    )
)
_GAME: Mapping[str, Check] = {
    "uid": _name,
    "article_key": _key,
    "mode": _one_of(MODES),
    "level": _name,
    "seed": _whole(MAX_SEED, -MAX_SEED),
    "rounds_of_puzzle": _whole(MAX_WHOLE, 1),
    "most": _whole(MAX_WHOLE),
    "started": _time,
    "ended": _optional(_time),
    "stood": _number(),
    "touched": _whole(MAX_WHOLE),
    "given_up": _whole(1),
    "puzzle": _puzzle,
    "moves": _list(_move),
    "rounds": _list(lambda value: _fields(value, _ROUND)),
}
ARTICLE_COLUMNS = tuple(name for name in _ARTICLE if name != "paragraphs")
GAME_COLUMNS = (
    "uid", "article_key", "mode", "level", "seed", "most", "started", "ended", "stood", "touched", "given_up",
)  # fmt: skip
