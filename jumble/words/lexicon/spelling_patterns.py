"""Learns the spelling patterns of a language: bigram shares, and the runs of consonants and vowels that words have.

They are learnt from the commonest words, each counted once whatever its frequency, since a reader's sense of spelling
comes from all known words rather than from *the* and *and*. Learning takes ten times as long as opening a cached
lexicon, so the patterns are cached with it.
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
"""Number of commonest words to learn from: about those that every adult reader knows well."""

MIN_WORDS = 2
"""Words of the sample that must have a run before it counts; a single one may be a name or a loan. Judgement."""

PARTS = 2
"""Number of parts that `pack_patterns` returns."""


@dataclass(frozen=True, slots=True)
class SpellingPatterns:
    """The spelling patterns of one language; all but the bigrams are empty where its vowels are not listed."""

    bigram_shares: Mapping[str, float]
    """For each pair of neighbouring letters, the share (0 to 1) of words that contain it."""
    onsets: frozenset[str] = frozenset()
    """Runs of consonants that words begin with."""
    codas: frozenset[str] = frozenset()
    """Runs of consonants that words end with."""
    vowel_runs: frozenset[str] = frozenset()
    """Runs of vowels, one letter or more, anywhere in words."""


@cache
def run_pattern(language: str) -> re.Pattern[str] | None:
    """Return a pattern that matches a run of vowels (group 1) or consonants (group 2); None if no vowels are listed."""
    vowels = rules(language).vowels
    # the u of qu counts as a consonant, so that q without u is no run that words have
    return re.compile(rf"([{vowels}]+)|((?:qu(?=[{vowels}])|[^{vowels}])+)") if vowels else None


def learn_patterns(words: Iterable[str], language: str) -> SpellingPatterns:
    """Return the patterns of a sample of folded words."""
    sample = list(words)
    counts: Counter[str] = Counter()
    for word in sample:
        counts.update({first + second for first, second in pairwise(letters(word, language))})
    pairs = MappingProxyType({pair: round(count / len(sample), 6) for pair, count in counts.items()})
    pattern = run_pattern(language)
    return SpellingPatterns(pairs) if pattern is None else SpellingPatterns(pairs, *_find_runs(sample, pattern))


def _find_runs(words: Iterable[str], pattern: re.Pattern[str]) -> Iterable[frozenset[str]]:
    """Yield the onsets, the codas and the vowel runs that at least MIN_WORDS words have."""
    onsets: Counter[str] = Counter()
    codas: Counter[str] = Counter()
    vowel_runs: Counter[str] = Counter()
    for word in words:
        runs = list(pattern.finditer(word))
        vowel_runs.update({run[1] for run in runs if run[1]})
        first, last = runs[0], runs[-1]
        if first[2] and first.end() < len(word):
            onsets[first[2]] += 1
        if last[2] and last.start():
            codas[last[2]] += 1
    for counts in (onsets, codas, vowel_runs):
        yield frozenset(run for run, count in counts.items() if count >= MIN_WORDS)


def pack_patterns(patterns: SpellingPatterns) -> list[Part]:
    """Return the patterns as two parts: the bigram shares (float64), and all strings as UTF-8.

    The strings are bigrams, onsets, codas and vowel runs, in this order; a newline separates strings, a NUL the kinds.
    """
    run_sets = (patterns.onsets, patterns.codas, patterns.vowel_runs)
    kinds = (patterns.bigram_shares, *(sorted(run_set) for run_set in run_sets))
    shares = array("d", patterns.bigram_shares.values())
    return [shares.tobytes(), "\0".join("\n".join(kind) for kind in kinds).encode()]


def unpack_patterns(parts: Sequence[Part]) -> SpellingPatterns:
    """Return the patterns from the parts that `pack_patterns` returned."""
    shares, strings = (memoryview(part) for part in parts)
    bigrams, *run_lists = [kind.split("\n") if kind else [] for kind in str(strings, "utf-8").split("\0")]
    bigram_shares = MappingProxyType(dict(zip(bigrams, shares.cast("d"), strict=True)))
    return SpellingPatterns(bigram_shares, *map(frozenset, run_lists))
