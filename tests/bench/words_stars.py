"""Measure where the fifths of difficulty lie among the fair words of ordinary articles: the constants of `stars`.

    python -m tests.bench.words_stars

English over the corpus articles (the book left out, which would outweigh them) and the house edition; each article
counts the same, whatever its length.
"""

from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from jumble.article import load_article
from jumble.words import LEVELS, find_candidates, open_lexicon
from tests.corpus import CORPUS

ROOT = Path(__file__).parents[2]
TEXTS = [*(CORPUS / "articles").glob("*.txt"), *(ROOT / "jumble" / "house").glob("*.md")]
ANY = replace(LEVELS["hard"], min_letters=4)
"""All that any level asks."""


def fifths() -> tuple[float, ...]:
    lexicon = open_lexicon("en")
    rows = []
    for path in sorted(TEXTS):
        if path.stem != "alice":
            found = find_candidates(load_article(path), lexicon, ANY)
            rows.append(quantiles((candidate.difficulty for candidate in found.picked), n=5))
    return tuple(round(sum(column) / len(rows), 2) for column in zip(*rows, strict=True))


if __name__ == "__main__":
    print(fifths())
