"""What can be said aloud in a language: which runs of consonants and of vowels its words begin with, hold and end on.

Learnt from the spelling of the commonest words, so it works for any language whose vowel letters are known: *snale* can
be said in English and *nsael* cannot, since words begin with sn but not with ns.
"""

from collections.abc import Sequence
from functools import cache

from jumble.words.errors import LexiconError
from jumble.words.lexicon.lexicon import usual_spelling
from jumble.words.lexicon.spelling_patterns import Usual, runs

HIATUS = 2
"""Vowels that can always be said one after the other. Judgement."""


@cache
def _usual(language: str) -> Usual | None:
    """Give what is usual in a language; None where there is no lexicon."""
    try:
        return usual_spelling(language)
    except LexiconError:
        return None


def breaks(rack: Sequence[str], language: str) -> int:
    """Count the places where a row of letters cannot be said in a language; 0 for one whose sounds are not known."""
    pattern, usual = runs(language), _usual(language)
    if pattern is None or usual is None:
        return 0
    text = "".join(rack)
    count = 0
    for match in pattern.finditer(text):
        run = match.group()
        if match.group(1):
            count += len(run) > HIATUS and run not in usual.vowels
        elif not _can_be_said(run, usual, first=match.start() == 0, last=match.end() == len(text)):
            count += max(1, len(run) - 2)
    return count


def _can_be_said(run: str, usual: Usual, *, first: bool, last: bool) -> bool:
    """Say whether consonants can stand at the beginning, at the end, or parted in two between vowels."""
    if first and last:
        return False
    if first:
        return run in usual.heads
    if last:
        return run in usual.tails
    parts = ((run[:cut], run[cut:]) for cut in range(len(run) + 1))
    return any((not tail or tail in usual.tails) and (not head or head in usual.heads) for tail, head in parts)
