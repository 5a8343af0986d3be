"""What is usual in the spelling of a language: which letters stand side by side, which runs of them can be said.

Learnt from the commonest words, each once whatever its frequency: a reader's feeling for spelling comes from the words
they know more than from *the* and *and*. That takes as long as opening a stored lexicon ten times over, so it is stored
with it.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from jumble.words.languages import rules
from jumble.words.lexicon.lexicon_cache import Part
from jumble.words.spelling import letters

SAMPLE = 5000
"""Words learnt from, the commonest of the language: about what every adult reader knows well."""

USUAL = 2
"""Words of the sample that must have a run before it counts as usual: one may be a name or a loan. Judgement."""

PARTS = 2


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual spelling of one language; the runs are empty where nobody has looked which letters are vowels."""

    pairs: Mapping[str, float]
    """For each pair of letters the share of words that have it."""
    heads: frozenset[str] = frozenset()
    """Consonants that begin words."""
    tails: frozenset[str] = frozenset()
    """Consonants that end words."""
    vowels: frozenset[str] = frozenset()
    """Vowels that stand together in words."""


@cache
def runs(language: str) -> re.Pattern[str] | None:
    """Give what parts a word into its runs: group 1 of vowels, group 2 of consonants; None if no vowels are known."""
    vowels = rules(language).vowels
    # qu is a consonant in spelling, so that a lone q is none
    return re.compile(rf"([{vowels}]+)|((?:qu(?=[{vowels}])|[^{vowels}])+)") if vowels else None


def learn(words: Iterable[str], language: str) -> Usual:
    """Learn from words of a language, folded."""
    sample = list(words)
    counts: Counter[str] = Counter()
    for word in sample:
        counts.update({first + second for first, second in pairwise(letters(word, language))})
    pairs = MappingProxyType({pair: round(count / len(sample), 6) for pair, count in counts.items()})
    pattern = runs(language)
    return Usual(pairs) if pattern is None else Usual(pairs, *_usual_runs(sample, pattern))


def _usual_runs(words: Iterable[str], pattern: re.Pattern[str]) -> Iterable[frozenset[str]]:
    """Yield the consonants that begin words, those that end them, and the vowels of words."""
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    vowels: Counter[str] = Counter()
    for word in words:
        found = list(pattern.finditer(word))
        vowels.update({match[1] for match in found if match[1]})
        first, last = found[0], found[-1]
        if first[2] and first.end() < len(word):
            heads[first[2]] += 1
        if last[2] and last.start():
            tails[last[2]] += 1
    for counts in (heads, tails, vowels):
        yield frozenset(run for run, count in counts.items() if count >= USUAL)


def usual_parts(usual: Usual) -> list[Part]:
    """Make the parts in which it is stored: the shares, and all strings, a line each, their kinds parted by a NUL."""
    kinds = (usual.pairs, *(sorted(kind) for kind in (usual.heads, usual.tails, usual.vowels)))
    return [array("d", usual.pairs.values()).tobytes(), "\0".join("\n".join(kind) for kind in kinds).encode()]


def usual_from(parts: Sequence[Part]) -> Usual:
    """Give what was stored in the parts that `usual_parts` made."""
    shares, strings = (memoryview(part) for part in parts)
    pairs, *kinds = [kind.split("\n") if kind else [] for kind in str(strings, "utf-8").split("\0")]
    return Usual(MappingProxyType(dict(zip(pairs, shares.cast("d"), strict=True))), *map(frozenset, kinds))
