"""What the size of the library costs: every question that a screen asks, at ten articles and at fifty thousand.

    python -m tests.bench.library_size [ARTICLES] [GAMES] [FOLDER]

FOLDER keeps the large library for the next run. Times are the best and the worst of several, in milliseconds: the
question is asked on the way to a frame, which has 16.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar

from jumble.article import Article
from jumble.records import Order, Records, open_records, read_plays, statistics
from jumble.records.sqlite.database import transaction
from jumble.records.sqlite.play_counts import count_plays
from jumble.records.sqlite.store import DEFAULT_LIMIT
from jumble.records.sqlite.stored_articles import write_article
from tests.records.played import ARTICLE, SOLVE_ALL, SOLVE_ONE_AND_LEAVE, Player

T = TypeVar("T")

SMALL = 10
TIMES = 7
WORDS_OF_A_TEXT = 400
SEARCHES = ("t", "to", "tor", "tora", "toral", "t r", "sola nev", "solanev", "a b c d", "xyz")

COLUMNS_OF_A_ROUND = (
    "number, answer, scramble, letters, difficulty, stars, value, seconds, outcome, given, seconds_used, "
    "seconds_left, hints, wrong_tries, streak, points, phrase"
)
SYLLABLES = [f"{consonant}{vowel}{end}" for consonant in "bdfklmnrstv" for vowel in "aeiou" for end in ("", "l", "r")]


def main() -> None:
    articles, games = (int(each) for each in [*sys.argv[1:3], "50000", "20000"][:2])
    with TemporaryDirectory() as scratch:
        small, large = Path(scratch, "small"), Path(sys.argv[3] if len(sys.argv) > 3 else f"{scratch}/large")
        build(small, SMALL, SMALL)
        build(large, articles, games)
        megabytes = (large / "records.db").stat().st_size / 1e6
        print(f"{articles} articles of {WORDS_OF_A_TEXT} words, {games} games: {megabytes:.0f} MB\n")
        print(f"{'':<34}{SMALL:>8} articles{articles:>16} articles  times")
        for name, at_small, at_large in zip(questions(), measure(small), measure(large), strict=True):
            (best_small, worst_small), (best, worst) = at_small, at_large
            print(
                f"{name:<34}{best_small:>8.2f} {worst_small:>8.2f}{best:>16.2f} {worst:>8.2f} "
                f"{best / best_small:>6.1f}×{'  over a frame' if best > 16 else ''}"
            )


def questions() -> list[str]:
    """What is asked, in order."""
    lists = [f"{order}{f': {search}' if search else ''}" for order in Order for search in ("", *SEARCHES)]
    return ["open_records", "open_records, close", *lists, "page 200", "recall", "plays", "unfinished", "statistics"]


def measure(folder: Path) -> Iterator[tuple[float, float]]:
    """Yield the best and the worst time of each question, in milliseconds."""
    yield timed(lambda: open_records(folder), lambda records: records.close())
    yield timed(lambda: open_records(folder).close())
    with closing(open_records(folder)) as records:
        for order in Order:
            for search in ("", *SEARCHES):
                yield timed(lambda order=order, search=search: records.library(order=order, search=search))  # type: ignore[misc]
        yield timed(lambda: records.library(offset=199 * DEFAULT_LIMIT))
        key = records.library()[0].key
        yield timed(lambda: records.recall(key))
        yield timed(lambda: read_plays(records, 10))
        yield timed(records.unfinished)
        yield timed(lambda: statistics(records))


def timed(ask: Callable[[], T], after: Callable[[T], object] = lambda _: None) -> tuple[float, float]:
    """Return the best and the worst time of a question, in milliseconds."""
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        answer = ask()
        times.append((time.perf_counter() - began) * 1000)
        after(answer)
    return min(times), max(times)


def build(folder: Path, articles: int, games: int) -> None:
    """Make a library, unless it is there."""
    if (folder / "records.db").exists():
        return
    began = time.perf_counter()
    with closing(open_records(folder)) as records:
        fill_with_articles(records, articles)
        fill_with_games(records, games)
        if records.notice:
            raise SystemExit(records.notice)
    print(f"{articles} articles and {games} games written in {time.perf_counter() - began:.0f} s")


def fill_with_articles(records: Records, count: int) -> None:
    """Write articles whose words are as unevenly frequent as those of a language."""
    draws = Random(1)
    vocabulary = ["".join(draws.choices(SYLLABLES, k=draws.randint(1, 4))) for _ in range(30_000)]
    weights = [1 / (place + 3) for place in range(len(vocabulary))]
    for start in range(0, count, 500):
        with transaction(records._writing):
            for number in range(start, min(start + 500, count)):
                words = draws.choices(vocabulary, weights, k=WORDS_OF_A_TEXT)
                texts = " ".join(words[:6]), " ".join(words[6:200]), " ".join(words[200:])
                article = Article(texts[0].capitalize(), texts[1:], source=f"/texts/{number}.txt")
                opened = f"2025-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:{number % 60:02}:00+00:00"
                write_article(records._writing, article, opened, indexed=True)


def fill_with_games(records: Records, count: int) -> None:
    """Write games, each like one of two that are played: to the end, and not; the articles unevenly popular."""
    write = records._writing
    for moves in (SOLVE_ALL, SOLVE_ONE_AND_LEAVE):
        Player(records, ARTICLE).play(*moves)
    records.settle()
    draws = Random(2)
    keys = [row[0] for row in write.execute("SELECT key FROM article")]
    names = "mode, level, seed, rounds, most, started, ended, stood, touched"
    with transaction(write):
        for number in range(count):
            like, key = 1 + number % 2, keys[int(len(keys) * draws.random() ** 3)]
            game = write.execute(
                f"INSERT INTO game (uid, article_key, {names}) SELECT ?, ?, {names} FROM game WHERE id = ?",  # noqa: S608
                (f"game {number}", key, like),
            ).lastrowid
            for table, columns in (
                ("puzzle", "puzzle"),
                ("move", "number, at, move"),
                ("round", COLUMNS_OF_A_ROUND),
            ):
                write.execute(
                    f"INSERT INTO {table} SELECT ?, {columns} FROM {table} WHERE game_id = ?",  # noqa: S608
                    (game, like),
                )
        count_plays(write)


if __name__ == "__main__":
    main()
