"""The format of an exported record, and the checks of every field that an import reads.

A file is JSON Lines: a header, the articles, the games, and a last line that counts both. The names of fields must not
change. Fields added after the first version are left out where they have their default, so that older versions of the
game can import such a file, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from sys import float_info
from types import MappingProxyType
from typing import Any

from jumble.game import MODES, GameKind, Outcome, Puzzle, move_from_json
from jumble.records.exchange.hint_columns import HINT_COLUMNS, hints_taken
from jumble.records.exchange.value_checks import (
    MAX_WHOLE,
    Check,
    any_text,
    checked_fields,
    clean_line_of_text,
    clean_text,
    day,
    list_of,
    mapping_of,
    name_in_any_script,
    number,
    one_of,
    optional,
    plain_name,
    time_with_offset,
    whole,
)
from jumble.records.sqlite.schema import YOUR_NAME

FORMAT = "article-word-jumble record"
FORMAT_VERSION = 1
MAX_SEED = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article read from an exported line."""

    row: Mapping[str, Any]
    """Values by the names in ARTICLE_COLUMNS."""
    paragraphs: tuple[str, ...] | None
    """The text; None when the exported record did not have it."""


@dataclass(frozen=True, slots=True)
class ExportedGame:
    """A game read from an exported line."""

    row: Mapping[str, Any]
    """Values by the names in GAME_COLUMNS and GAME_ADDITIONS; `rounds` is the number of rounds of the puzzle."""
    puzzle: Mapping[str, Any]
    """The puzzle as `Puzzle.as_json` returns it."""
    moves: tuple[tuple[float, Mapping[str, Any]], ...]
    """(seconds of play, move as `move_as_json` returns it), in order."""
    rounds: tuple[Mapping[str, Any], ...]
    """Values by the column names of table `round`; `hints` is the count of each hint by its name."""


def article_from(stored: Any) -> ExportedArticle:  # noqa: ANN401 anything may stand in a file
    """Return the article that an exported line describes; raises ValueError when the line is not valid."""
    values = checked_fields(stored, _ARTICLE)
    paragraphs = values.pop("paragraphs")
    return ExportedArticle(values, None if paragraphs is None else tuple(paragraphs))


def game_from(stored: Any) -> ExportedGame:  # noqa: ANN401
    """Return the game that an exported line describes.

    Raises ValueError when a field is not valid, or the rounds, the end and the moves do not fit the puzzle.
    """
    values = {**GAME_ADDITIONS, **checked_fields(stored, _GAME, _GAME_ADDITIONS)}
    puzzle, moves, rounds = (values.pop(name) for name in ("puzzle", "moves", "rounds"))
    mode, puzzle_rounds = MODES[values["mode"]], MODES[values["mode"]].rounds_of(puzzle)
    if (puzzle.seed, puzzle.level, len(puzzle_rounds)) != (
        values["seed"],
        values["level"],
        values["rounds_of_puzzle"],
    ):
        raise ValueError("a game that is not of its puzzle")
    if [row["number"] for row in rounds] != list(range(1, len(rounds) + 1)) or len(rounds) > len(puzzle_rounds):
        raise ValueError("a game whose rounds do not follow each other")
    for row, puzzle_round in zip(rounds, puzzle_rounds, strict=False):
        if (row["answer"], row["scramble"]) != (puzzle_round.answer, puzzle_round.scramble):
            raise ValueError("a round that is not of its puzzle")
    ended = bool(rounds) and mode.is_last_round(puzzle, len(rounds) - 1, rounds[-1]["seconds_left"])
    if (values["ended"] is not None) != ended:
        raise ValueError("a game ends with its last round")
    times = [at for at, _ in moves]
    if not moves or times != sorted(times):
        raise ValueError("moves that do not follow each other")
    values["rounds"] = values.pop("rounds_of_puzzle")
    return ExportedGame(values, puzzle.as_json(), tuple(moves), tuple(_stored_round(row, puzzle) for row in rounds))


def _stored_round(values: Mapping[str, Any], puzzle: Puzzle) -> dict[str, Any]:
    """Return an exported round as values by the column names of table `round`."""
    row = {name: value for name, value in values.items() if name not in HINT_COLUMNS}
    return {
        **row,
        "letters": len(puzzle.letters_of(values["answer"])),
        "hints": hints_taken(values, values.get("hints", {})),
    }


def _puzzle(value: Any) -> Puzzle:  # noqa: ANN401
    """Return the puzzle; raises ValueError unless its texts are clean and its numbers within bounds."""
    puzzle = Puzzle.from_json(value)
    for puzzle_round in puzzle.rounds:
        texts = (puzzle_round.scramble, puzzle_round.answer, puzzle_round.clue, puzzle_round.sentence)
        for text in (*texts, *puzzle_round.accepted):
            clean_text(text)
        whole(MAX_WHOLE)(puzzle_round.seconds)
        whole(5, 1)(puzzle_round.stars)
        number()(puzzle_round.value)
        number()(puzzle_round.difficulty)
    plain_name(puzzle.language)
    return puzzle


def _move(value: Any) -> tuple[float, Any]:  # noqa: ANN401
    """Return (seconds of play, move as it was stored); raises ValueError when the move is not valid."""
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[1], dict)):
        raise ValueError("not a move")
    at, stored = value
    move = move_from_json(stored)
    clean_text(getattr(move, "letter", ""))
    whole(MAX_WHOLE)(getattr(move, "tile", 0))
    return number()(at), stored


def _round(value: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the checked fields of a finished round; raises ValueError."""
    return checked_fields(value, _ROUND, _ROUND_ADDITIONS)


_ARTICLE: Mapping[str, Check] = {
    "key": plain_name,
    "title": clean_line_of_text,
    "source": any_text,
    "language": plain_name,
    "section": optional(clean_line_of_text),
    "place": optional(clean_line_of_text),
    "date": optional(day),
    "temperature": optional(number(-float_info.max, float_info.max)),
    "opened": optional(time_with_offset),
    "paragraphs": optional(list_of(clean_text)),
}
_ROUND: Mapping[str, Check] = {
    "number": whole(MAX_WHOLE, 1),
    "answer": clean_line_of_text,
    "scramble": clean_line_of_text,
    "difficulty": number(),
    "stars": whole(5, 1),
    "value": number(),
    "seconds": whole(MAX_WHOLE, 1),
    "outcome": one_of([outcome.value for outcome in Outcome]),
    "given": clean_line_of_text,
    "seconds_used": number(),
    "seconds_left": number(),
    "clue": whole(1),
    "letter_hints": whole(MAX_WHOLE),
    "wrong_tries": whole(MAX_WHOLE),
    "streak": whole(MAX_WHOLE),
    "points": whole(MAX_WHOLE),
}
_ROUND_ADDITIONS: Mapping[str, Check] = {"hints": mapping_of(plain_name, whole(MAX_WHOLE))}
"""Counts of hints that have no field of their own, by the hint's name; left out when none of them was taken."""
_GAME: Mapping[str, Check] = {
    "uid": plain_name,
    "article_key": plain_name,
    "mode": one_of(MODES),
    "level": plain_name,
    "seed": whole(MAX_SEED, -MAX_SEED),
    "rounds_of_puzzle": whole(MAX_WHOLE, 1),
    "most": whole(MAX_WHOLE),
    "started": time_with_offset,
    "ended": optional(time_with_offset),
    "stood": number(),
    "touched": whole(MAX_WHOLE),
    "given_up": whole(1),
    "puzzle": _puzzle,
    "moves": list_of(_move),
    "rounds": list_of(_round),
}
_GAME_ADDITIONS: Mapping[str, Check] = {
    "kind": one_of([kind.value for kind in GameKind]),
    "player": name_in_any_script,
    "edition": optional(whole(MAX_WHOLE)),
    "rival": optional(plain_name),
}
ARTICLE_COLUMNS = tuple(name for name in _ARTICLE if name != "paragraphs")
ROUND_COLUMNS = tuple(_ROUND)
GAME_COLUMNS = (
    "uid", "article_key", "mode", "level", "seed", "most", "started", "ended", "stood", "touched", "given_up",
)  # fmt: skip
GAME_ADDITIONS: Mapping[str, Any] = MappingProxyType(
    {"kind": GameKind.ARTICLE.value, "player": YOUR_NAME, "edition": None, "rival": None}
)
"""Fields added after the first version of the format, with the defaults under which an export leaves them out."""
