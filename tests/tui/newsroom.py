"""A newsroom for tests: one article, one puzzle, a clock that stands, nothing on disk."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from threading import Event

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from jumble.article import Article, ArticleError, Cancel, Dateline, Entry, Shelf
from jumble.desk.choice import Choice
from jumble.desk.commands import COMMANDS
from jumble.desk.desk import Desk
from jumble.desk.first_game import FirstPuzzle
from jumble.desk.history import History
from jumble.desk.keeper import CutOff, KeptArticle
from jumble.desk.library import Library, Story
from jumble.desk.opener import Opened, Opener, Progress
from jumble.game import MODES, Game, GameKind, LoggedMove, Mode, Next, Puzzle, Skip, Type
from jumble.puzzle import PuzzleError, Round
from jumble.settings import Settings, settings_table
from jumble.settings.preferences import Preferences
from jumble.settings.theme_names import THEME_NAMES
from jumble.tui.app import JumbleApp
from jumble.words import LEVELS

TODAY = date(2026, 11, 23)

ARTICLE = Article(
    title="The night train that carried a kitchen through the rain",
    paragraphs=(
        (
            "The engine left the harbour station a little after midnight, pulling eleven wagons and a kitchen through "
            "the rain. A porter walked the narrow corridor with a lantern and counted every sleeping passenger for the "
            "second time."
        ),
        (
            "Nobody had ordered coffee, yet somebody in the kitchen was already grinding beans and humming an ancient "
            "melody. [bold]Markup[/bold] is text like any other, and so is [/x]."
        ),
        *["At the mountain border a doctor climbed aboard with a leather suitcase, and the train went on."] * 12,
    ),
    dateline=Dateline("Delhi", date(2025, 7, 1), 27.1),
    source="house:night-train",
)
SENTENCE = "A porter walked the narrow corridor with a lantern and counted every sleeping passenger."


def make_round(answer: str, scramble: str, stars: int, *also: str) -> Round:
    return Round(
        scramble=scramble,
        answer=answer,
        accepted=(answer, *also),
        clue=SENTENCE.replace(answer, "·" * len(answer)),
        sentence=SENTENCE,
        difficulty=float(stars),
        stars=stars,
        seconds=45,
        value=10 * len(answer) * (1 + (stars - 1) / 4),
    )


PUZZLE = Puzzle(
    42,
    "medium",
    "en",
    (
        make_round("porter", "tropre", 1, "report"),
        make_round("narrow", "rowran", 2),
        make_round("corridor", "ridorroc", 4),
    ),
)


@dataclass(frozen=True)
class Cut:
    uid: str
    article: Article
    puzzle: Puzzle
    mode: Mode
    log: tuple[LoggedMove, ...]
    elapsed: float


CUT_OFF = Cut(
    "cut off",
    ARTICLE,
    PUZZLE,
    MODES["classic"],
    (LoggedMove(Skip(), 10.0), LoggedMove(Next(), 12.0), LoggedMove(Type("n"), 15.0)),
    20.0,
)


@dataclass
class Clock:
    time: float = 0.0

    def __call__(self) -> float:
        return self.time


@dataclass
class Kept:
    """A keeper that only remembers."""

    notice: str | None = None
    steps: list[tuple[LoggedMove, Game]] = field(default_factory=list)
    begun: list[Article] = field(default_factory=list)
    kinds: list[GameKind] = field(default_factory=list)
    remembered: list[Article] = field(default_factory=list)
    kept: Sequence[KeptArticle] = ()

    cut_off: CutOff | None = None
    beats: list[float] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    left: int = 0
    uid: str = "this game"
    best: Sequence[str] = ()
    ago: float = 0.0

    def bests(self, game: Game, uid: str) -> Sequence[str]:
        return self.best

    def library(self, *, order: str = "popular", search: str = "", limit: int = 200) -> Sequence[KeptArticle]:
        found = [each for each in self.kept if search.casefold() in each.title.casefold()]
        return sorted(found, key=lambda each: each.opened or "", reverse=True) if order == "newest" else found

    def plays_of(self, sources: Iterable[str]) -> dict[tuple[str, str], int]:
        wanted = set(sources)
        return {(each.source, each.title): each.plays for each in self.kept if each.source in wanted}

    def unfinished(self) -> CutOff | None:
        return self.cut_off

    def resume(self, unfinished: CutOff) -> "Kept":
        self.cut_off = None
        return self

    def give_up(self, uid: str) -> None:
        self.given_up.append(uid)

    def beat(self, elapsed: float) -> None:
        self.beats.append(elapsed)

    def leave(self) -> None:
        self.left += 1

    def remember(self, article: Article) -> None:
        self.remembered.append(article)

    def recall(self, key: str) -> Article | None:
        return next((article for article in self.remembered if article.key == key), None)

    def settle(self) -> None:
        pass

    def close(self) -> None:
        pass

    def begin(self, article: Article, puzzle: Puzzle, mode: Mode, ago: float, kind: GameKind) -> "Kept":
        self.begun.append(article)
        self.kinds.append(kind)
        self.ago = ago
        return self

    def step(self, logged: LoggedMove, game: Game) -> None:
        self.steps.append((logged, game))


def _no_article() -> Article:
    raise ArticleError("'gone.txt' is not there any more; choose another")


class TestDesk(Desk):
    """Gives the same puzzle each time, or refuses to."""

    __test__ = False
    refusal: str | None = None
    gate: Event | None = None
    """Holds puzzles back until it is set."""

    def puzzle(self, article: Article, seed: int) -> Puzzle:
        if self.gate is not None:
            self.gate.wait(60)
        if self.refusal:
            raise PuzzleError(self.refusal)
        return PUZZLE


@dataclass
class MadeAhead:
    """What is made ahead; each answer comes when it is `let`, which all are unless a test says otherwise."""

    answers: list[Opened | FirstPuzzle]
    let: Event | None = None
    closed: bool = False

    def receive(
        self, timeout_seconds: float | None = None, cancel: Cancel | None = None
    ) -> Opened | FirstPuzzle | None:
        while self.let is not None and not self.let.wait(0.01):
            if timeout_seconds is not None or self.closed or (cancel is not None and cancel.is_set()):
                return None
        return self.answers.pop(0) if self.answers and not self.closed else None

    def close(self) -> None:
        self.closed = True


def made_ahead(article: Article, shelf: Shelf | None = None, *, let: Event | None = None) -> MadeAhead:
    return MadeAhead([Opened(article, shelf), FirstPuzzle("medium", 8, PUZZLE)], let)


class TestLibrary(Library):
    """A list of four articles, one of which is gone."""

    __test__ = False

    def stories(self, search: str = "", order: str = "popular") -> list[Story]:
        found = [
            Story(ARTICLE.title, ARTICLE.source, 12, lambda: ARTICLE),
            Story("How a city keeps time", "house:time", 7, lambda: OTHER),
            Story("An article that is gone", "gone.txt", 1, _no_article),
            Story("Wikipedia’s [red]oldest[/red] page", "house:page", 0, lambda: OTHER),
        ]
        found = [story for story in found if search.casefold() in story.title.casefold()]
        return found[::-1] if order == "newest" else found

    def recent_sources(self) -> list[str]:
        return ["/home/reader/texts/alice.epub", "https://example.org/feed"]


class TestOpener(Opener):
    """Opens one article, or what a test puts here."""

    __test__ = False
    first: Callable[[Progress, Cancel], Opened] | None = None

    def open_first(self, progress: Progress, cancel: Cancel, *, first: bool) -> Opened:
        if self.first is not None:
            return self.first(progress, cancel)
        return Opened(ARTICLE, Shelf("test", (Entry(ARTICLE.title, ARTICLE.source, lambda: ARTICLE),)))

    def open_house(self) -> Opened:
        return Opened(OTHER)


OTHER = Article(title="How a city keeps time", paragraphs=("The clock above the market is late.",), source="house:time")


MANY = Shelf(
    "The Harbour Gazette",
    (
        Entry("Ferries return", "feed#1", lambda: ARTICLE, "https://example.org/ferries", summary=lambda: OTHER),
        Entry("Lamps [bold]and[/bold] oranges", "feed#2", lambda: OTHER),
        *[Entry(f"Tide table {number}", f"feed#{number + 3}", lambda: OTHER) for number in range(30)],
    ),
)


def make_preferences(settings: Settings | None = None, written: list[Settings] | None = None) -> Preferences:
    def write(after: Settings, _: Settings) -> None:
        if written is not None:
            written.append(after)

    table = settings_table(tuple(LEVELS), THEME_NAMES, 50, [command.id for command in COMMANDS])
    return Preferences(settings or Settings(), table, write, place="/home/reader/settings.toml")


def make_app(
    *, playing: bool = False, mode: str = "classic", clock: Clock | None = None, history: History | None = None
) -> tuple[JumbleApp, Kept]:
    kept = Kept()
    opener = TestOpener((), today=lambda: TODAY)
    desk = TestDesk(
        opener,
        lambda: kept,
        Choice(MODES[mode], "medium"),
        new_seed=lambda: 42,
        clock=clock or Clock(),
        today=lambda: TODAY,
        open_history=None if history is None else lambda: history,
    )
    desk.library = TestLibrary(lambda: desk.keeper, opener)
    return JumbleApp(desk, make_preferences(), playing=playing), kept


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the article is there, its words are chosen, and what follows from that is on the screen."""
    for _ in range(3):
        with suppress(WorkerCancelled):  # of two requests the newest wins
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
