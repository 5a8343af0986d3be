"""Print what words cost: opening the lexicon, counting over growing texts, a puzzle; as ratios where they mean more.

    python -m tests.bench.words_speed [lexicon words source puzzle]

Needs ../shared/corpus beside the checkout. Seconds are of the processor, so that a busy machine disturbs less.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from statistics import median

from jumble.article import Article, load_article
from jumble.puzzle import make_puzzle
from jumble.words import LEVELS, find_candidates, open_lexicon
from tests.bench.words_quality import CORPUS

LANGUAGES = ("en", "de", "ru", "fi", "pl")
SIZES = (10_000, 100_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000)
PAIRS = 5
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


def words() -> None:
    """Print find_candidates over growing texts beside a bare pass of a regular expression, in alternation."""
    opened = open_lexicon()
    find_candidates(_text_of(SIZES[3]), opened, LEVELS["medium"])  # what is learnt and remembered once
    print("characters      words   bare pass   ratio   per million characters")
    for size in SIZES:
        article = _text_of(size)
        whole = article.text
        pairs = [
            (_seconds(partial(find_candidates, article, opened, LEVELS["medium"])), _seconds(partial(_bare, whole)))
            for _ in range(PAIRS)
        ]
        ours, bare = median(ours for ours, _ in pairs), median(bare for _, bare in pairs)
        ratio = median(ours / bare for ours, bare in pairs)
        print(f"{size:10,} {ours:8.3f} s {bare:8.3f} s {ratio:7.2f} {ours / size * 1e6:8.3f} s")


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


PARTS = {"lexicon": lexicon, "puzzle": puzzle, "words": words, "source": source}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
