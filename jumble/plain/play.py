"""One whole game in plain mode, from its first line to its results."""

from typing import Protocol

from jumble.article import Article
from jumble.game import Session
from jumble.plain import printed_lines
from jumble.plain.line_game import LineGame, Say
from jumble.plain.typed_lines import Lines, StopAsked
from jumble.puzzle import Puzzle


class Desk(Protocol):
    """What a game needs of the other rooms."""

    def seed(self) -> int:
        """Return the seed of the next game."""

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        """Make the next puzzle; raises PuzzleError or WordsError when none can be made."""

    def session(self, article: Article, puzzle: Puzzle) -> Session:
        """Begin a game that is recorded from its first move on."""


def play_plain(desk: Desk, article: Article, lines: Lines, say: Say) -> str | None:
    """Play a game; return the round in which the input ended too early, or None if the game was finished or left."""
    puzzle = desk.puzzle(article, desk.seed())
    session = desk.session(article, puzzle)
    line_game = LineGame(article, session, say)
    while not line_game.over:
        try:
            line = lines.next(line_game.seconds_left)
        except TimeoutError:
            line_game.tick()
        except StopAsked:
            session.pause("suspended")
            lines.stop()
            session.resume("suspended")
            line_game.show()
        else:
            if line is None:
                return printed_lines.round_number(session.game).lower()
            line_game.handle(line)
    return None
