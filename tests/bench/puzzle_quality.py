"""Print how good scrambles, clues and games are, over the words of all corpus and house articles.

    python -m tests.bench.puzzle_quality [scrambles clues games]

Needs the corpus for its articles (see tests/corpus.py); the house articles are always there.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from math import ceil
from statistics import mean

from jumble.article import Article, load_article, open_source
from jumble.puzzle import Draws, make_clue, make_puzzle, make_scramble
from jumble.puzzle.clues import MAX_CLUE
from jumble.puzzle.scramble import is_fit
from jumble.words import LEVELS, Candidate, Lexicon, fold, letters, moves, offensive, open_lexicon, tokens
from jumble.words.fair_words import find_candidates
from tests.corpus import CORPUS

SCRAMBLES = 100_000
DRAWS = 20
"""Bare shuffles of each word, to count which rule would reject how many."""
SEEDS = 20
MAX_COUNTED_OUT = 9
"""Letters up to which all orders are looked at."""


def articles() -> Iterator[Article]:
    """Yield the house edition and the English corpus articles."""
    for entry in open_source("house:").entries:
        yield entry.load()
    for path in sorted((CORPUS / "articles").glob("*.txt")):
        yield load_article(path)


def all_words(lexicon: Lexicon) -> list[str]:
    """Return every word that any level picks or keeps in reserve."""
    found = {
        candidate.word
        for article in articles()
        for level in LEVELS.values()
        for each in [find_candidates(article, lexicon, level)]
        for candidate in (*each.picked, *each.reserve)
    }
    return sorted(found)


def scrambles() -> None:
    """Check SCRAMBLES of them, and count what the rules reject of bare shuffles."""
    lexicon = open_lexicon()
    words = all_words(lexicon)
    levels = list(LEVELS.values())
    wrong: Counter[str] = Counter()
    made = 0
    started = time.perf_counter()
    while made < SCRAMBLES:
        for number, word in enumerate(words):
            level = levels[(made + number) % len(levels)]
            scramble = make_scramble(word, lexicon, level, Draws(made, word))
            wrong.update(_faults(word, scramble, lexicon, level.min_moves))
        made += len(words)
    took = time.perf_counter() - started
    print(
        f"{made:,} scrambles of {len(words):,} words, {took / made * 1000:.2f} ms each; faults: {dict(wrong) or 'none'}"
    )
    rejected: Counter[str] = Counter()
    for word in words:
        for number in range(DRAWS):
            rejected.update(
                [_rejection(word, "".join(Draws(number, word).shuffled(letters(word, lexicon.language))), lexicon)]
            )
    total = sum(rejected.values())
    print("bare shuffles:", ", ".join(f"{rule} {count / total:.2%}" for rule, count in rejected.most_common()))


def _faults(word: str, scramble: str | None, lexicon: Lexicon, share: float) -> list[str]:
    """Return what is wrong with a scramble."""
    if scramble is None:
        return ["none made"]
    faults = []
    if sorted(letters(scramble, lexicon.language)) != sorted(letters(word, lexicon.language)):
        faults.append("no permutation")
    if scramble == word or lexicon.known(scramble):
        faults.append("a known word")
    if offensive(scramble):
        faults.append("offensive")
    moved, wanted = moves(letters(word, lexicon.language), letters(scramble, lexicon.language)), ceil(share * len(word))
    if moved < wanted and moved < min(wanted, _most_moves(word, lexicon)):
        faults.append("too few moves")
    return faults


def _most_moves(word: str, lexicon: Lexicon) -> int:
    """Return the most letters that any fit order moves; counted out, so for the few words in doubt only."""
    solution = letters(word, lexicon.language)
    orders = set(permutations(solution)) if len(solution) <= MAX_COUNTED_OUT else {tuple(reversed(solution))}
    return max((moves(solution, rack) for rack in orders if is_fit("".join(rack), rack, lexicon)), default=0)


def _rejection(word: str, shuffle: str, lexicon: Lexicon) -> str:
    """Return the first rule that a bare shuffle breaks at level medium."""
    if shuffle == word:
        return "the word"
    if lexicon.known(shuffle):
        return "a known word"
    if offensive(shuffle):
        return "offensive"
    if moves(letters(word, lexicon.language), letters(shuffle, lexicon.language)) < ceil(
        LEVELS["medium"].min_moves * len(word)
    ):
        return "too few moves"
    return "fit"


def clues() -> None:
    """Count words with a clue, clues too long, and clues that give the word away."""
    lexicon = open_lexicon()
    counts: Counter[str] = Counter()
    for article in articles():
        for candidate in find_candidates(article, lexicon, LEVELS["medium"]).picked[:300]:
            clue = make_clue(article, candidate, lexicon)[0]
            counts["words"] += 1
            counts["without clue"] += not clue
            counts["too long"] += len(clue) > MAX_CLUE
            counts["giving it away"] += _gives_away(clue, candidate, lexicon)
    print("clues:", ", ".join(f"{name} {count}" for name, count in counts.items()))


def _gives_away(clue: str, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Tell whether a form of the word stands in its clue."""
    return any(
        lexicon.family(fold(token.text)) == candidate.family or fold(token.text) == candidate.word
        for token in tokens(clue, "en")
    )


def games() -> None:
    """Tell how varied the games of an article are."""
    initials, lengths, shared, distinct = [], [], [], []
    for article in articles():
        answers = []
        for seed in range(SEEDS):
            rounds = make_puzzle(article, seed=seed).rounds
            initials.append(len({each.answer[0] for each in rounds}))
            lengths.append(len({len(each.answer) for each in rounds}))
            answers.append(frozenset(each.answer for each in rounds))
        distinct.append(len(set(answers)) / SEEDS)
        pairs = [(one, other) for place, one in enumerate(answers) for other in answers[:place]]
        shared.append(mean(len(one & other) for one, other in pairs))
    print(
        f"games of 8: {mean(initials):.1f} first letters, {mean(lengths):.1f} lengths, "
        f"{mean(shared):.1f} words shared by two seeds, {mean(distinct):.0%} of seeds give a game of their own"
    )


PARTS = {"scrambles": scrambles, "clues": clues, "games": games}

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
