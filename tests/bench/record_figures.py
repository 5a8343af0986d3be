"""Measure how long the figures of a long life take: opening the record, the first figures, a page of games, everything.

    python -m tests.bench.record_figures [GAMES]

20,000 games of 8 rounds unless told otherwise: eight games a day for seven years. Each figure is the best of several,
and the processor's time for it: on a machine that is shared, both tell something.
"""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from json import dumps
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from jumble.figures import GameScore, personal_best, score_points
from jumble.figures.difficulty_check import check_games
from jumble.records import (
    open_records,
    read_games,
    read_level_modes,
    read_listed,
    read_plays,
    read_records,
    statistics,
    statistics_csv,
    summary,
)
from jumble.settings.paths import DATABASE

GAMES = 20_000
ROUNDS = 8
TIMES = 7
PUZZLE = "x" * 3100
"""As long as the puzzle of eight rounds of a house article is in JSON."""
START = datetime(2018, 1, 1, 8, tzinfo=timezone(timedelta(hours=1)))


def fill(folder: Path, games: int) -> None:
    """Make a record of so many games, by hand: playing them would take an hour."""
    open_records(folder).close()
    random = Random(1)
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("INSERT INTO article (key, title, source, language) VALUES ('k', 'The tin', '-', 'en')")
        for game in range(1, games + 1):
            started = START + timedelta(hours=3) * game
            ended = (started + timedelta(minutes=6)).isoformat() if random.random() < 0.8 else None
            level, mode = random.choice(["easy", "medium", "hard"]), random.choice(["classic", "relaxed"])
            database.execute(
                "INSERT INTO game (id, uid, article_key, mode, level, seed, rounds, most, started, ended) "
                "VALUES (?, ?, 'k', ?, ?, 1, ?, 1500, ?, ?)",
                (game, f"{game:032x}", mode, level, ROUNDS, started.isoformat(), ended),
            )
            database.execute("INSERT INTO puzzle VALUES (?, ?)", (game, PUZZLE))
            rows = [(game, number, *round_of(random)) for number in range(1, ROUNDS + 1)]
            database.executemany(
                "INSERT INTO round VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)", rows
            )
        database.commit()


def round_of(random: Random) -> tuple[object, ...]:
    """Return a round of a word of some length, solved three times in four, in the row's order."""
    letters, stars = random.randrange(4, 13), random.randrange(1, 6)
    word, value = "x" * letters, 10 * letters * (1 + (stars - 1) / 4)
    solved, used = random.random() < 0.75, round(random.lognormvariate(2.3, 0.8), 3)
    about = (word, word, letters, round(random.gauss(2, 1.5), 4), stars, value, 60)
    return (*about, "solved" if solved else "skipped", word, used, 0.0, "{}", 0, 0, int(value) if solved else 0)


def measure(name: str, run: Callable[[], object]) -> None:
    """Print how long something takes at best."""
    best = best_of_processor = float("inf")
    for _ in range(TIMES):
        start, worked = perf_counter(), process_time()
        run()
        best_of_processor = min(best_of_processor, process_time() - worked)
        best = min(best, perf_counter() - start)
    print(f"{name:<34} {best * 1000:>8.1f} ms {best_of_processor * 1000:>8.1f} ms")


def main() -> None:
    games = int(sys.argv[1]) if len(sys.argv) > 1 else GAMES
    today, game = date(2025, 1, 1), GameScore("easy", "classic", 700, 1500, finished=True)
    with TemporaryDirectory() as name:
        fill(Path(name), games)
        print(f"{games} games, {games * ROUNDS} rounds")
        measure("open", lambda: read_records(Path(name)).close())
        with closing(read_records(Path(name))) as records:
            measure("first figures (summary)", lambda: summary(records, today))
            measure("a personal best", lambda: personal_best(game, read_level_modes(records, apart_from=1)))
            measure("scores of 500 games", lambda: score_points(read_games(records, 500)))
            measure("the difficulty check, 250 games", lambda: check_games(read_listed(records, 250)))
            measure("the most popular articles", lambda: read_plays(records, 10))
            measure("a page of 20 games", lambda: read_listed(records, 20))
            measure("the last page of 20 games", lambda: read_listed(records, 20, max(0, games - 20)))
            measure("everything (statistics)", lambda: statistics(records, today))
            told = statistics(records, today)
            measure("everything as JSON text", lambda: dumps(told))
            measure("the table (statistics_csv)", lambda: statistics_csv(records))


if __name__ == "__main__":
    main()
