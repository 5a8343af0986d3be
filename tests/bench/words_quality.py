"""Print how good the words are: gold figures, ordering facts, human trials, and what the lexicon costs.

    python -m tests.bench.words_quality [gold facts human speed memory cost]

Needs the corpus (see tests/corpus.py).
"""

import csv
import re
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator

from jumble.article import Article, load_article
from jumble.words import LEVELS, difficulty, find_candidates, open_lexicon
from tests.bench.words_facts import all_facts
from tests.corpus import CORPUS

GOLD = ("seed", "lantern-festival", "ozone-crops", "division-of-labour")
BOOK_LETTERS = 3_000_000
MIN_TRIALS = 5


def picks(level: str) -> Iterator[tuple[str, str]]:
    """Yield (article, word) for the labelled articles, best first."""
    for name in GOLD:
        article = load_article(CORPUS / "articles" / f"{name}.txt")
        for candidate in find_candidates(article, open_lexicon(), LEVELS[level]).picked:
            yield name, candidate.word


def gold() -> None:
    for level in LEVELS:
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
            file.writelines(f"{name}\t{word}\n" for name, word in picks(level))
            file.flush()
            command = [sys.executable, str(CORPUS / "gold" / "score_words.py"), "--picks", file.name]
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(f"gold {level:7}", out.splitlines()[-1])


def facts() -> None:
    for name, (share, bound) in all_facts().items():
        print(f"fact {name:14} ordered {share:.3f}  wanted {bound:.2f}")


def memory() -> None:
    """Print what find_candidates allocates beyond the text, over growing texts."""
    article, lexicon = load_article(CORPUS / "articles" / "alice.txt"), open_lexicon()
    find_candidates(article, lexicon, LEVELS["hard"])
    for times in (1, 6, 18, 60):
        text = Article(article.title, article.paragraphs * times, language="en")
        tracemalloc.start()
        find_candidates(text, lexicon, LEVELS["hard"])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"{sum(map(len, text.paragraphs)) / 1e6:.1f} million letters: peak {peak / 1e6:.2f} MB beyond the text")


def human() -> None:
    spearman, by_length = rank_correlations()
    print(f"Spearman over the words of {MIN_TRIALS} trials and more: {spearman:.3f}; length alone {by_length:.3f}")
    auc, auc_length = trial_aucs()
    print(f"AUC over the trials, word part: {auc:.3f}; length alone {auc_length:.3f}")


def rank_correlations() -> tuple[float, float]:
    """Give Spearman's rho of failure with our difficulty, and with length alone."""
    with (CORPUS / "anagrams" / "items.csv").open(encoding="utf-8") as file:
        items = [row for row in csv.DictReader(file) if int(row["n"]) >= MIN_TRIALS]
    failed = [1 - float(row["p_solved"]) for row in items]
    ours = [difficulty(row["word"]) for row in items]
    return _spearman(ours, failed), _spearman([len(row["word"]) for row in items], failed)


def trial_aucs() -> tuple[float, float]:
    with (CORPUS / "anagrams" / "trials.csv").open(encoding="utf-8") as file:
        trials = list(csv.DictReader(file))
    return _auc(trials, difficulty), _auc(trials, len)


def _auc(trials: list[dict[str, str]], value: Callable[[str], float]) -> float:
    """Give the chance that an unsolved trial has the higher value than a solved one, ties counting half."""
    failed = [value(row["word"]) for row in trials if row["solved"] == "0"]
    solved = [value(row["word"]) for row in trials if row["solved"] == "1"]
    return sum((f > s) + 0.5 * (f == s) for f in failed for s in solved) / len(failed) / len(solved)


def _spearman(first: list[float] | list[int], second: list[float]) -> float:
    def ranks(values: list[float] | list[int]) -> list[float]:
        return [sum(o < v for o in values) + sum(o == v for o in values) / 2 for v in values]

    one, other = ranks(first), ranks(second)
    mean = sum(one) / len(one)
    covariance = sum((a - mean) * (b - mean) for a, b in zip(one, other, strict=True))
    spread = sum((a - mean) ** 2 for a in one) * sum((b - mean) ** 2 for b in other)
    return float(covariance / spread**0.5)


def speed() -> None:
    text = (CORPUS / "articles" / "alice.txt").read_text(encoding="utf-8-sig")
    paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
    book = Article("A book", paragraphs * (BOOK_LETTERS // len(text) + 1))
    whole, lexicon = book.text, open_lexicon()
    find_candidates(book, lexicon, LEVELS["hard"])
    bare = _seconds(lambda: sum(1 for _ in re.finditer(r"\w+", whole)))
    ours = _seconds(lambda: find_candidates(book, lexicon, LEVELS["hard"]))
    print(
        f"{len(whole):,} letters: bare regex pass {bare:.3f} s, find_candidates {ours:.3f} s, ratio {ours / bare:.2f}"
    )
    words = [candidate.word for candidate in find_candidates(book, lexicon, LEVELS["hard"]).picked]
    each = _seconds(lambda: [difficulty(word) for word in words]) / len(words)
    scrambled = _seconds(lambda: [difficulty(word, word[::-1]) for word in words]) / len(words)
    print(f"difficulty: {each * 1000:.3f} ms a word, {scrambled * 1000:.3f} ms with a scramble")


def _seconds(action: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best


VARIANTS = {
    "ours, opened": "from jumble.words import open_lexicon; open_lexicon()",
    "ours, all lengths used": "from jumble.words import open_lexicon\n"
    "lexicon = open_lexicon()\nfor size in range(2, 16): lexicon.anagrams('abcdefghijklmno'[:size])",
    "import wordfreq": "import wordfreq",
    "wordfreq small list": "import wordfreq; wordfreq.get_frequency_dict('en', 'small')",
    "wordfreq large list": "import wordfreq; wordfreq.get_frequency_dict('en', 'large')",
    "simplemma, default": "import simplemma; simplemma.lemmatize('countries', 'en')",
}


def cost() -> None:
    """Print seconds and megabytes (peak over a bare interpreter) of the lexicon and of its alternatives, on Linux."""
    frame = (
        "import re, time\nfrom pathlib import Path\n"  # getrusage would count the parent's peak too
        "status = lambda: Path('/proc/self/status').read_text()\n"
        "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+)', status())[1]) / 1024\n"
        "before, start = peak(), time.perf_counter()\n{}\n"
        "print(f'{{time.perf_counter() - start:.2f}} s  {{peak() - before:5.1f}} MB')"
    )
    for name, code in VARIANTS.items():
        command = [sys.executable, "-c", frame.format(code)]
        print(f"{name:24}", subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


PARTS = {"gold": gold, "facts": facts, "human": human, "speed": speed, "memory": memory, "cost": cost}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
