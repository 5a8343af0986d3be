"""The front page, the records and the search of a library that has grown for years."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random

from jumble.article import Article
from jumble.records import open_records
from tests.bench.child import Child, LateError
from tests.bench.pairs import NO_GOAL, Row, Skipped, figure_of_pairs, figure_of_share
from tests.bench.starting import FRONT, FRONT_SHOWN, SETTLED, against_hello
from tests.bench.typing_keys import BACKSPACE, LINE, LINE_SHOWN, QUIET, milliseconds, press_in_turn

FEW = 10
MOST_TEXTS = 5_000
"""More texts of a folder the game does not list."""
NAME = "Zibbet"
"""Begins the title of every article here and of none elsewhere, so that the list is known by it."""
WORDS_OF_A_TEXT = 120
SYLLABLES = [f"{start}{vowel}{end}" for start in "bdfglmnprst" for vowel in "aeiou" for end in ("", "n", "r", "s")]

RECORDS_PATIENCE = 5.0
RECORDS_SHOWN = "No games yet"
"""Nobody has played here: how long the page of many games takes, `record_figures` measures."""
QUIET_LIST = 0.4
"""Seconds without a byte after which a long list has been laid out."""
KEYS_A_PAIR = 2


def measure_library(pairs: int, scratch: Path, articles: int) -> Iterator[Row]:
    """Measure what the size of the library could slow down: at ten articles, and at `articles`."""
    for count in (FEW, articles):
        home = scratch / f"library-{count}"
        fill(home, count)
        yield against_hello(f"first frame, {count:,} articles", pairs, home, FRONT, FRONT_SHOWN, NO_GOAL)
        shown = (*FRONT_SHOWN, NAME)
        yield against_hello(f"list shown, {count:,} articles", pairs, home, FRONT, shown, NO_GOAL)
        yield from _measure_records(f"key to records, {count:,} articles", pairs, home)
    for count in (FEW, min(articles, MOST_TEXTS)):
        yield from _measure_search(f"key in a list of {count:,} texts", pairs, scratch, count)


def fill(home: Path, count: int) -> None:
    """Make a library of `count` articles, unless it is there; takes 2 ms an article, most of it for their words."""
    if (home / "filled").exists():
        return
    with closing(open_records(home)) as records:
        for number, (title, text) in enumerate(texts(count)):
            records.remember(Article(title, (text,), source=f"/texts/{number}.txt"))
        records.settle()
        if records.notice:
            raise LateError(records.notice)
    (home / "filled").touch()


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Yield titles and texts of words as unevenly frequent as those of a language."""
    draws = Random(1)
    vocabulary = ["".join(draws.choices(SYLLABLES, k=draws.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (place + 3) for place in range(len(vocabulary))]
    for number in range(count):
        words = draws.choices(vocabulary, weights, k=WORDS_OF_A_TEXT)
        yield f"{NAME} {number} {' '.join(words[:4])}", " ".join(words)


def _measure_records(name: str, pairs: int, home: Path) -> Iterator[Row]:
    """Measure the key that opens the records against a key in a bare line."""
    with ExitStack() as open_ones:
        game = open_ones.enter_context(Child(FRONT, home))
        line = open_ones.enter_context(Child(LINE, home))
        game.wait_for(*FRONT_SHOWN, NAME)
        line.wait_for(*LINE_SHOWN)
        for child in (game, line):
            child.read_for(SETTLED)
        ours, bare = [], []
        try:
            for _ in range(pairs + 1):
                ours.append(game.show(b"s", RECORDS_SHOWN, patience=RECORDS_PATIENCE) * 1000)
                game.press(b"\x1b", QUIET_LIST)
                bare.append(line.press(b"s", QUIET).last * 1000)
        except LateError:
            yield Skipped(name, f"no screen that says {RECORDS_SHOWN!r} comes and goes on the keys s and esc")
            return
    yield figure_of_pairs(name, "ms", ours[1:], bare[1:])


def _measure_search(name: str, pairs: int, scratch: Path, count: int) -> Iterator[Row]:
    """Measure a key that narrows a list against a key in a bare line."""
    folder = scratch / f"texts-{count}"
    folder.mkdir(exist_ok=True)
    for number, (title, text) in enumerate(texts(count)):
        (folder / f"{number}.txt").write_text(f"{title}\n\n{text}\n", encoding="ascii")
    with ExitStack() as open_ones:
        game = open_ones.enter_context(Child((*FRONT, str(folder)), scratch / "search"))
        line = open_ones.enter_context(Child(LINE, scratch / "search"))
        game.wait_for("to choose from")
        line.wait_for(*LINE_SHOWN)
        for child in (game, line):
            child.wait_for_quiet(QUIET_LIST)
        ours, bare = press_in_turn(game, line, (b"7", BACKSPACE), pairs * KEYS_A_PAIR, QUIET_LIST)
    for share in (50, 95):
        yield figure_of_share(name, "ms", share, milliseconds(ours, "last"), milliseconds(bare, "last"))
