"""A result to show to friends: it spoils no word, and tells them how to play the same puzzle.

    Article Word Jumble: The night train
    Classic, medium: 512 of 1330 points, Correspondent
    6 of 8 words: o o h - o o - o
    python -m jumble play house:night-train --level medium --mode classic --rounds 8 --seed 42

Each round has a mark, in the order of play: `o` solved, `h` solved with a hint, `-` not solved.
"""

import os
import shlex

from jumble.article import HOUSE, PASTED, STANDARD_INPUT, Article, clean_line, is_address
from jumble.game.state import Game, Result

SOLVED = "o"
SOLVED_WITH_HINT = "h"
NOT_SOLVED = "-"
ANY_SOURCE = "SOURCE"
"""Stands for a source that nobody else can open."""


LEGEND = f"({SOLVED} solved, {SOLVED_WITH_HINT} with a hint, {NOT_SOLVED} not)"


def share_text(article: Article, game: Game) -> str:
    """Return the result of a game of `article` in lines of plain text.

    Of a file only its name is told, never the folders on the player's machine.
    """
    puzzle = game.puzzle
    source, needed = _source(article.source)
    command = f"python -m jumble play {source}"
    lines = [
        f"Article Word Jumble: {article.title}",
        f"{game.mode.title}, {puzzle.level}: {game.score} of {game.most} points, {game.rank}",
        f"{game.words_solved} of {len(game.rounds)} words: {' '.join(map(_mark, game.results))}",
        LEGEND,
        f"{command} --level {puzzle.level} --mode {game.mode.name} --rounds {len(puzzle.rounds)} --seed {puzzle.seed}",
        needed,
    ]
    return "\n".join(filter(None, lines))


def _mark(result: Result) -> str:
    """Return the mark of a round."""
    if not result.solved:
        return NOT_SOLVED
    return SOLVED_WITH_HINT if result.hinted else SOLVED


def _source(source: str) -> tuple[str, str]:
    """Return a source as a shell takes it, and what else another player needs, empty if nothing."""
    printable = clean_line(source) == source
    if printable and (is_address(source) or source.startswith(HOUSE)):
        return shlex.quote(source), ""
    name = os.path.basename(source)  # noqa: PTH119 a source may be no path
    passing = source.startswith(PASTED) or source.partition("#")[0] == STANDARD_INPUT
    if passing or not (printable and name):
        return ANY_SOURCE, f"({ANY_SOURCE} stands for a file with the same text)"
    if name.startswith(("-", HOUSE, PASTED)):
        name = f"./{name}"
    return shlex.quote(name), f"(needs the same file: {name})"
