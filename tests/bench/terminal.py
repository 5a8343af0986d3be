"""What the game costs in a terminal, as ratios to the least that Textual does: one command, one table.

    python -m tests.bench.terminal [--pairs N] [--articles N] [--keep FOLDER] [PART…]

Each row is measured in turn with its partner in one run, so that other work on the machine weighs on both; the middle
half of the ratios tells how much. Goals are those of the issue that asked for the game to be as light as an empty app.
Processor time and memory are found on Linux alone.
"""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.child import COLUMNS, ROWS, LateError
from tests.bench.idling import measure_idle
from tests.bench.many_articles import measure_library
from tests.bench.pairs import Figure, Row, Skipped
from tests.bench.reading import measure_documents
from tests.bench.starting import measure_memory, measure_round, measure_start
from tests.bench.typing_keys import measure_keys
from tests.bench.words_speed import measure_words

Part = Callable[[int, Path], Iterator[Row]]

PAIRS = 20
ARTICLES = 50_000

PARTS: dict[str, Part] = {
    "start": measure_start,
    "round": measure_round,
    "keys": measure_keys,
    "idle": measure_idle,
    "memory": measure_memory,
    "documents": measure_documents,
    "library": partial(measure_library, articles=ARTICLES),
    "words": measure_words,
}
HEAD = f"{'':<40}{'jumble':>12}{'bare Textual':>14}{'ratio':>8}{'middle half':>14}{'goal':>12}{'times':>7}"


def main() -> None:
    """Measure the parts that were named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.terminal", description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"how often each is measured (default: {PAIRS})")
    parser.add_argument("--articles", type=int, default=ARTICLES, help=f"in the large library (default: {ARTICLES})")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the libraries are kept for the next run")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    parts: dict[str, Part] = {**PARTS, "library": partial(measure_library, articles=options.articles)}
    print(f"A pty of {COLUMNS}×{ROWS}; {options.pairs} pairs.\n\n{HEAD}", flush=True)
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) if options.keep is None else options.keep.absolute()
        for name in options.parts or parts:
            measure(name, parts[name], options.pairs, folder)


def measure(name: str, part: Part, pairs: int, folder: Path) -> None:
    """Print the rows of a part as they come."""
    try:
        for row in part(pairs, folder):
            print(as_line(row), flush=True)
    except (LateError, OSError) as error:
        print(as_line(Skipped(name, str(error))), flush=True)


def as_line(row: Row) -> str:
    """Return a row of the table."""
    if isinstance(row, Skipped):
        return f"{row.name:<40}  skipped: {row.reason}"
    middle = "" if row.middle is None else "{:.2f} – {:.2f}".format(*row.middle)
    return (
        f"{row.name:<40}{with_unit(row.ours, row.unit):>12}{with_unit(row.bare, row.unit):>14}{row.ratio:>8.2f}"
        f"{middle:>14}{show_goal(row):>12}{row.times:>7}{'  missed' if row.missed else ''}"
    )


def with_unit(figure: float, unit: str) -> str:
    """Return a figure with its unit, precise enough for it."""
    shown = f"{figure:.0f}" if figure >= 100 else f"{figure:.2f}" if figure < 10 else f"{figure:.1f}"
    return f"{shown} {unit}".rstrip()


def show_goal(figure: Figure) -> str:
    """Return what is aimed at."""
    goal = figure.goal
    if goal.ratio is not None:
        return f"≤ {goal.ratio:g} ×"
    return "" if goal.most is None else f"≤ {goal.most:g} {figure.unit}".rstrip()


if __name__ == "__main__":
    main()
