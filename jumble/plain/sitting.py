"""One game from its first line to its last, of whatever the desk hands over."""

from typing import Protocol

from jumble.article import Article
from jumble.game import Session
from jumble.plain import sheets
from jumble.plain.line_game import Say, Table
from jumble.plain.typed_lines import Lines, StopAsked
from jumble.puzzle import Puzzle


class Desk(Protocol):
    """What a game needs of the other rooms."""

    def seed(self) -> int:
        """Return the seed of the next game."""

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        """Make the next puzzle; raises PuzzleError or WordsError when it cannot be."""

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        """Begin a game, written down from its first move."""


def play_plain(desk: Desk, article: Article, lines: Lines, say: Say) -> str | None:
    """Play a game; return where it was when the input ended too early, None when it came to its end or was left."""
    puzzle = desk.puzzle(article, desk.seed())
    session = desk.session(article, puzzle)
    table = Table(article, session, say)
    while not table.over:
        try:
            line = lines.next(table.seconds_left)
        except TimeoutError:
            table.tick()
        except StopAsked:
            session.pause("suspended")
            lines.stop()
            session.resume("suspended")
            table.show()
        else:
            if line is None:
                return sheets.round_number(session.game).lower()
            table.take(line)
    return None
