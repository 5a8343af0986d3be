"""What can be said aloud in a language: which runs of consonants and of vowels its words begin with, hold and end on.

Learnt from the spelling of the commonest words, so it works for any language whose vowel letters are known: *snale* can
be said in English and *nsael* cannot, since words begin with sn but not with ns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jumble.words.bigrams import SAMPLE
from jumble.words.errors import LexiconError
from jumble.words.languages import rules
from jumble.words.lexicon import common_words

USUAL = 2
"""Words of the sample that must have a run before it counts as usual: one may be a name or a loan. Judgement."""

HIATUS = 2
"""Vowels that can always be said one after the other. Judgement."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """The usual runs of letters of one language."""

    runs: re.Pattern[str]
    """Parts a word into its runs: group 1 of vowels, group 2 of consonants."""
    heads: frozenset[str]
    """Consonants that begin words."""
    tails: frozenset[str]
    """Consonants that end words."""
    vowels: frozenset[str]


@cache
def sounds(language: str) -> Sounds | None:
    """Learn the runs of a language; None when its vowels or its words are not known."""
    letters = rules(language).vowels
    if not letters:
        return None
    # qu is a consonant in spelling, so that a lone q is none
    runs = re.compile(rf"([{letters}]+)|((?:qu(?=[{letters}])|[^{letters}])+)")
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    vowels: Counter[str] = Counter()
    try:
        for word in common_words(language, SAMPLE):
            found = list(runs.finditer(word))
            for run in {match[1] for match in found if match[1]}:
                vowels[run] += 1
            first, last = found[0], found[-1]
            if first[2] and first.end() < len(word):
                heads[first[2]] += 1
            if last[2] and last.start():
                tails[last[2]] += 1
    except LexiconError:
        return None
    usual = [frozenset(run for run, count in counts.items() if count >= USUAL) for counts in (heads, tails, vowels)]
    return Sounds(runs, *usual)


def breaks(rack: Sequence[str], language: str) -> int:
    """Count the places where a row of letters cannot be said in a language; 0 for one whose sounds are not known."""
    known = sounds(language)
    if known is None:
        return 0
    text = "".join(rack)
    count = 0
    for match in known.runs.finditer(text):
        run = match.group()
        if match.group(1):
            count += len(run) > HIATUS and run not in known.vowels
        elif not _can_be_said(run, known, first=match.start() == 0, last=match.end() == len(text)):
            count += max(1, len(run) - 2)
    return count


def _can_be_said(run: str, known: Sounds, *, first: bool, last: bool) -> bool:
    """Say whether consonants can stand at the beginning, at the end, or parted in two between vowels."""
    if first and last:
        return False
    if first:
        return run in known.heads
    if last:
        return run in known.tails
    parts = ((run[:cut], run[cut:]) for cut in range(len(run) + 1))
    return any((not tail or tail in known.tails) and (not head or head in known.heads) for tail, head in parts)
