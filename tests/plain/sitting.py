"""A sitting for tests: made-up words, a clock that goes when told, lines that come from a list."""

from dataclasses import dataclass, field

from jumble.article import Article
from jumble.game import CLASSIC, Game, LoggedMove, Mode, Move, Outcome, Puzzle, Session
from jumble.plain.line_game import LineGame
from jumble.plain.typed_lines import StopAsked
from jumble.puzzle import Round

ARTICLE = Article("The night train", ("A porter walked the narrow corridor.",), source="house:night-train")
SENTENCE = (
    "A porter walked the narrow corridor with a well-worn lantern and counted every sleeping passenger for the second "
    "time."
)


def make_round(answer: str, scramble: str, *also: str, seconds: int = 45) -> Round:
    clue = SENTENCE.replace(answer, "·" * len(answer))
    return Round(scramble, answer, (answer, *also), clue, SENTENCE, 2.0, 2, seconds, 12.5 * len(answer))


PUZZLE = Puzzle(
    42,
    "medium",
    "en",
    (make_round("porter", "tropre", "report"), make_round("pause", "suape"), make_round("narrow", "rowran")),
)


@dataclass
class Clock:
    time: float = 100.0

    def __call__(self) -> float:
        return self.time


@dataclass
class Sitting:
    """A table, and what was said at it."""

    mode: Mode = CLASSIC
    puzzle: Puzzle = PUZZLE
    article: Article = ARTICLE
    clock: Clock = field(default_factory=Clock)
    said: list[str] = field(default_factory=list)
    steps: list[LoggedMove] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = Session(self.puzzle, self.mode, self.clock, lambda logged, _: self.steps.append(logged))
        self.table = LineGame(self.article, self.session, self.said.append)

    @property
    def game(self) -> Game:
        return self.session.game

    @property
    def moves(self) -> list[Move]:
        return [logged.move for logged in self.steps]

    @property
    def outcomes(self) -> list[Outcome]:
        return [result.outcome for result in self.game.results]

    def take(self, *lines: str) -> str:
        """Take some lines; return what the last one brought."""
        for line in lines:
            self.said.clear()
            self.table.handle(line)
        return "\n".join(self.said)


@dataclass
class Script:
    """Lines from a list: a text, a TimeoutError after so many seconds, a wish for the shell, None for the end."""

    clock: Clock
    lines: list[str | float | type[StopAsked] | None]
    waits: list[float | None] = field(default_factory=list)
    stopped: float = 0.0

    def next(self, seconds: float | None) -> str | None:
        self.waits.append(seconds)
        line = self.lines.pop(0)
        if isinstance(line, float):
            self.clock.time += line
            raise TimeoutError
        if line is StopAsked:
            raise StopAsked
        assert not isinstance(line, type)
        return line

    def stop(self) -> None:
        self.clock.time += 1000
        self.stopped += 1
