"""Games to record, made by hand: no lexicon is loaded for them, and no clock runs."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from jumble.article import Article
from jumble.game import CLASSIC, Game, Hint, LoggedMove, Mode, Move, Next, Puzzle, Session, Skip, Tick, Type
from jumble.puzzle import Round
from jumble.records import Records

ARTICLE = Article("The tin", ("A planet, a stone and a garden.",), source="/texts/tin.txt")
OTHER = Article("The sea", ("A stone in the sea.",), source="house:sea")

PUZZLE = Puzzle(
    seed=7,
    level="easy",
    language="en",
    rounds=(
        Round("tenalp", "planet", ("planet", "platen"), "A ······.", "A planet.", 1.25, 1, 60, 60.0),
        Round("soten", "stone", ("stone", "tones", "notes"), "", "", 2.5, 2, 50, 62.5),
        Round("dengar", "garden", ("garden", "danger"), "A “······” – café.", "A “garden” – café.", 3.5, 3, 60, 90.0),
    ),
)
START = datetime(2025, 7, 1, 9, 30, tzinfo=UTC)


def ticking(start: datetime = START, step: timedelta = timedelta(minutes=1)) -> Callable[[], datetime]:
    """Return a clock that goes on by `step` each time it is read."""
    times: Iterator[datetime] = (start + step * number for number in range(10**6))
    return lambda: next(times)


def word(letters: str) -> list[Move]:
    return [Type(letter) for letter in letters]


SOLVE_ALL: list[Move] = [*word("planet"), Next(), *word("notes"), Next(), Hint(), *word("garden"), Next()]
SOLVE_ONE_AND_LEAVE: list[Move] = [*word("platen"), Next(), *word("st")]
SKIP_ALL: list[Move] = [Skip(), Next(), Skip(), Next(), Skip(), Next()]
RUN_OUT_OF_TIME: list[Move] = [*word("plan"), Tick()]


class Player:
    """Plays a recorded game; each move takes a second, a tick all the time there is."""

    def __init__(
        self, records: Records, article: Article = ARTICLE, puzzle: Puzzle = PUZZLE, mode: Mode = CLASSIC
    ) -> None:
        self.record = records.begin(article, puzzle, mode)
        self.at = 0.0
        self.session = Session(puzzle, mode, lambda: self.at, self.record.step)

    def play(self, *moves: Move) -> Game:
        for move in moves:
            self.at += 1000.0 if isinstance(move, Tick) else 1.0
            self.session.play(move)
        return self.session.game

    @property
    def log(self) -> list[LoggedMove]:
        return self.session.log


def play(records: Records, moves: list[Move], article: Article = ARTICLE, **options: Any) -> Game:
    """Play a game to the end of `moves` and wait until it is written."""
    game = Player(records, article, **options).play(*moves)
    records.settle()
    return game
