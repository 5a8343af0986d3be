"""What words cost: opening the lexicon, counting over growing texts, a puzzle; as ratios where they mean more.

    python -m tests.bench.words_speed [lexicon source puzzle]
    python -m tests.bench.terminal words

Needs the corpus (see tests/corpus.py). Seconds are of the processor, so that a busy machine disturbs less.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, pairwise, product
from pathlib import Path
from random import Random
from statistics import median
from string import ascii_lowercase

from wordfreq import get_frequency_dict

from jumble.article import Article, load_article
from jumble.puzzle import make_puzzle
from jumble.words import LEVELS, find_candidates, open_lexicon
from tests.bench.pairs import NO_GOAL, Goal, Row, Skipped, alternate, figure_of_pairs
from tests.corpus import CORPUS

LANGUAGES = ("en", "de", "ru", "fi", "pl")
SIZES = (10_000, 100_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000)
DIFFERENT_SIZES = SIZES[2:]
"""Of texts in which every word is another one; what is remembered of shorter ones would make them look cheap."""
LETTERS = 6
PAIRS = 5
MOST_PAIRS, MOST_PAIRS_OF_DIFFERENT = 7, 2
"""30 MB of different words take ten seconds, as many drawn by frequency half a minute to make."""
REPEATED = 1_000_000
"""Characters judged between two looks at the clock, in texts shorter than that."""
OPEN = (
    "import re, sys, time\nfrom pathlib import Path\nfrom jumble.words import open_lexicon\n"
    "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]) / 1024\n"
    "before, start = peak(), time.process_time()\nopen_lexicon(sys.argv[1])\n"
    "print(time.process_time() - start, peak() - before)"
)


def lexicon() -> None:
    """Print the first and a later opening of each language, each in a process and a home of its own."""
    print("language    first open         later open (median of 5)")
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as home:
            (cold, cold_peak), *warm = [_printed(OPEN, language, home) for _ in range(1 + PAIRS)]
        later, peak = median(seconds for seconds, _ in warm), median(peak for _, peak in warm)
        print(f"{language:8} {cold * 1000:6.0f} ms {cold_peak:4.0f} MB    {later * 1000:5.1f} ms {peak:4.1f} MB")


def _printed(code: str, argument: str, home: str) -> tuple[float, float]:
    """Run code in a process with a home of its own; return the two numbers that it prints."""
    command, environment = [sys.executable, "-c", code, argument], {**os.environ, "JUMBLE_HOME": home}
    out = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    return float(out[0]), float(out[1])


@cache
def _prose() -> tuple[str, ...]:
    texts = [load_article(path).paragraphs for path in sorted((CORPUS / "articles").glob("*.txt"))]
    return tuple(paragraph for text in texts for paragraph in text)


def _text_of(size: int) -> Article:
    """Return an article of so many characters, made of the corpus over and over."""
    paragraphs: list[str] = []
    while size > 0:
        for paragraph in _prose():
            paragraphs.append(paragraph[:size])
            size -= len(paragraph)
            if size <= 0:
                break
    return Article("A text", tuple(paragraphs))


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return the English words of wordfreq and, for drawing them, their frequencies added up."""
    frequencies = get_frequency_dict("en", wordlist="best")
    return list(frequencies), list(accumulate(frequencies.values()))


def _drawn(size: int) -> Article:
    """Return an article of so many characters of words drawn by their frequency.

    Its words grow in number as those of a language do, and faster: nobody keeps to a subject.
    """
    draws, (words, shares) = Random(1), _vocabulary()
    paragraphs: list[str] = []
    while size > 0:
        sentences = (" ".join(draws.choices(words, cum_weights=shares, k=17)).capitalize() for _ in range(5))
        paragraphs.append(". ".join(sentences)[:size])
        size -= len(paragraphs[-1])
    return Article("No text", tuple(paragraphs))


def _different(size: int) -> Article:
    """Return an article of so many characters in which every word is another one."""
    made = ("".join(letters) for letters in product(ascii_lowercase, repeat=LETTERS))
    words = [next(made)[::-1] for _ in range(size // (LETTERS + 1))]
    return Article("No text", tuple(" ".join(words[start : start + 60]) for start in range(0, len(words), 60)))


def measure_words(pairs: int, _: Path) -> Iterator[Row]:
    """Measure find_candidates over growing texts against a bare pass of a regular expression; seconds of the processor.

    The last rows of each text tell how it grows, as ratios of which 1 is linear: what a character costs in the largest
    to what it costs in the smallest, which pays for more words that are new; and what a character costs that the
    largest has more than the one before to what one costs that this has more than the one before it.
    """
    if not CORPUS.is_dir():
        yield Skipped("words", f"{CORPUS} is not there")
        return
    opened = open_lexicon()
    find_candidates(_text_of(SIZES[3]), opened, LEVELS["medium"])  # what is learnt and remembered once
    growing = (
        ("prose", _text_of, SIZES, MOST_PAIRS),
        ("drawn words", _drawn, SIZES, MOST_PAIRS_OF_DIFFERENT),
        ("different words", _different, DIFFERENT_SIZES, MOST_PAIRS_OF_DIFFERENT),
    )
    for name, make, sizes, most in growing:
        spent: list[list[float]] = []
        for size in sizes:
            article = make(size)
            times = max(1, REPEATED // size)  # short texts more often: the clock is coarse
            judged = partial(find_candidates, article, opened, LEVELS["medium"])
            passed = partial(_bare, article.text)
            ours, bare = alternate(
                min(pairs, most), partial(_milliseconds, judged, times), partial(_milliseconds, passed, times)
            )
            goal = Goal(ratio=3) if (name, size) == ("prose", 3_000_000) else NO_GOAL
            yield figure_of_pairs(f"words of {size / 1e6:g} MB, {name}", "ms", ours, bare, goal)
            spent.append([milliseconds * 1e6 for milliseconds in ours])  # nanoseconds
        yield from _growth(name, sizes, spent)


def _growth(name: str, sizes: Sequence[int], spent: Sequence[Sequence[float]]) -> Iterator[Row]:
    """Compare what a character costs, from the nanoseconds that texts of some sizes took."""
    linear = Goal(ratio=1.1)
    each = [[time / size for time in times] for size, times in zip(sizes, spent, strict=True)]
    smallest, middle, largest = (f"{size / 1e6:g}" for size in (sizes[0], *sizes[-2:]))
    yield figure_of_pairs(f"a character, {largest} to {smallest} MB, {name}", "ns", each[-1], each[0], linear)
    added = [
        [(more - less) / (end - start) for more, less in zip(longer, shorter, strict=True)]
        for (start, shorter), (end, longer) in pairwise(list(zip(sizes, spent, strict=True))[-3:])
    ]
    yield figure_of_pairs(f"one more at {largest} to {middle} MB, {name}", "ns", added[-1], added[0], linear)


def _milliseconds(action: Callable[[], object], times: int) -> float:
    """Return the processor's milliseconds for one of several times."""
    start = time.process_time()
    for _ in range(times):
        action()
    return (time.process_time() - start) * 1000 / times


def _bare(text: str) -> int:
    return sum(1 for _ in re.finditer(r"\w+", text))


def source() -> None:
    """Print `jumble words` on plain text files: seconds and peak memory of the heavier of its two processes.

    A long text is refused, as the game would, where a busy machine takes more than OPEN_SECONDS to read it.
    """
    with tempfile.TemporaryDirectory() as home:
        for size in SIZES:
            path = Path(home, "text.txt")
            path.write_text("\n\n".join(_text_of(size).paragraphs), encoding="utf-8")
            code = (
                "import resource, subprocess, sys\ncommand = [sys.executable, '-m', 'jumble', 'words', sys.argv[1]]\n"
                "subprocess.run(command, stdout=subprocess.DEVNULL, check=False)\n"
                "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
                "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
            )
            seconds, peak = _printed(code, str(path), home)
            print(f"{size:10,} characters: {seconds:6.2f} s, peak {peak:4.0f} MB")


def puzzle() -> None:
    """Print the first and a later puzzle of an article of 20,000 characters, the lexicon open."""
    article, opened = _text_of(20_000), open_lexicon()
    first = _seconds(lambda: make_puzzle(article, seed=0, lexicon=opened))
    later = median(_seconds(partial(make_puzzle, article, seed=seed, lexicon=opened)) for seed in range(1, 8))
    print(f"puzzle of 20,000 characters: first {first * 1000:.0f} ms, later {later * 1000:.0f} ms")


def _seconds(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


PARTS = {"lexicon": lexicon, "puzzle": puzzle, "source": source}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
