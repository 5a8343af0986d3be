"""Counts where a row of letters cannot be pronounced: runs of consonants or vowels that no common word has.

*snale* can be pronounced in English and *nsael* cannot, since words begin with sn but not with ns. The runs are learnt
from the spelling of the commonest words, so this works for any language whose vowel letters are listed.
"""

from collections.abc import Sequence
from functools import cache

from jumble.words.errors import LexiconError
from jumble.words.lexicon.lexicon import spelling_patterns_of
from jumble.words.lexicon.spelling_patterns import SpellingPatterns, run_pattern

HIATUS = 2
"""Vowels in a row that can always be pronounced. Judgement."""


@cache
def _patterns_or_none(language: str) -> SpellingPatterns | None:
    """Return the spelling patterns of a language, None where there is no lexicon."""
    try:
        return spelling_patterns_of(language)
    except LexiconError:
        return None


def count_breaks(rack: Sequence[str], language: str) -> int:
    """Count the places where a row of letters cannot be pronounced; 0 for a language without lexicon or listed vowels.

    A long run of consonants counts for more than one.
    """
    runs, patterns = run_pattern(language), _patterns_or_none(language)
    if runs is None or patterns is None:
        return 0
    text = "".join(rack)
    count = 0
    for match in runs.finditer(text):
        run = match.group()
        if match.group(1):
            count += len(run) > HIATUS and run not in patterns.vowel_runs
        elif not _is_pronounceable(run, patterns, first=match.start() == 0, last=match.end() == len(text)):
            count += max(1, len(run) - 2)
    return count


def _is_pronounceable(run: str, patterns: SpellingPatterns, *, first: bool, last: bool) -> bool:
    """Return whether consonants can stand at the start of a word, at its end, or between two vowels.

    Between vowels a run is fine if it splits into a coda and an onset; a row without any vowel never is.
    """
    if first and last:
        return False
    if first:
        return run in patterns.onsets
    if last:
        return run in patterns.codas
    splits = ((run[:cut], run[cut:]) for cut in range(len(run) + 1))
    return any(
        (not coda or coda in patterns.codas) and (not onset or onset in patterns.onsets) for coda, onset in splits
    )
