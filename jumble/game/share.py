"""The result of a game as text to share: it gives away no word, and says how to play the same puzzle.

    Article Word Jumble: The night train
    Classic, medium: 512 of 1330 points, Correspondent
    6 of 8 words: o o h - o o - o
    python -m jumble play house:night-train --level medium --mode classic --rounds 8 --seed 42

Each round has a mark, in order of play: `o` solved, `h` solved with a hint, `-` not solved.
"""

import os
import shlex

from jumble.article import HOUSE, PASTED, STANDARD_INPUT, Article, clean_line, is_address
from jumble.game.state import Game, Result

SOLVED = "o"
SOLVED_WITH_HINT = "h"
NOT_SOLVED = "-"
ANY_SOURCE = "SOURCE"
"""Placeholder for a source that nobody else can open, such as pasted text."""


LEGEND = f"({SOLVED} solved, {SOLVED_WITH_HINT} with a hint, {NOT_SOLVED} not)"


def share_text(article: Article, game: Game) -> str:
    """Return the result of a game of `article` as lines of plain text.

    For an article from a file it has the file's name only, never the folders on the player's machine.
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
    """Return the one-character mark of a round."""
    if not result.solved:
        return NOT_SOLVED
    return SOLVED_WITH_HINT if result.hinted else SOLVED


def _source(source: str) -> tuple[str, str]:
    """Return the source quoted for a shell, and a line saying which file another player needs (empty if none)."""
    printable = clean_line(source) == source
    if printable and (is_address(source) or source.startswith(HOUSE)):
        return shlex.quote(source), ""
    name = os.path.basename(source)  # noqa: PTH119 a source need not be a path
    not_a_file = source.startswith(PASTED) or source.partition("#")[0] == STANDARD_INPUT
    if not_a_file or not (printable and name):
        return ANY_SOURCE, f"({ANY_SOURCE} stands for a file with the same text)"
    if name.startswith(("-", HOUSE, PASTED)):
        name = f"./{name}"
    return shlex.quote(name), f"(needs the same file: {name})"
