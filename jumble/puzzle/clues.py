"""Clues: the article's own sentence with the word blanked, and nothing in it that gives the word away."""

from collections.abc import Iterable

from jumble.article import GAP, Article, sentences
from jumble.words import Candidate, Lexicon, fold, letters, tokens

BLANK = "·"
"""Stands for one letter."""
MAX_CLUE = 160
"""Characters: two lines at 80 columns, and still a single thought."""
LATEST_END = 145
"""Where a word may end in a sentence whose beginning is kept."""
LEAD = 40
"""Characters wanted before the word where the sentence's beginning is cut off."""
MIN_OTHER_WORDS = 5
"""A sentence with fewer words beside the blank tells nothing."""
GOOD_OTHER_WORDS = 9
"""From here on another sentence is no better than the first."""
MAX_REACH = 600
"""Characters looked at on either side of the word; a sentence that is longer is cut anyway."""

_CLAUSE_ENDS = ',;:—–)”"'
_ELLIPSIS = "…"


def make_clue(article: Article, candidate: Candidate, lexicon: Lexicon) -> tuple[str, str]:
    """Return the best clue that the article's sentences give for a word, and the same with nothing blanked.

    At most MAX_CLUE characters: the first sentence that tells enough, else the richest; where every one is too short,
    with its neighbour. The clue is empty when even that leaves fewer than MIN_OTHER_WORDS words beside the blanks.
    """
    best, shown, most = "", "", MIN_OTHER_WORDS - 1
    for paragraph, start, end in candidate.occurrences:
        for clue in _clues_around(article.paragraphs[paragraph], start, end):
            blanked = _blank(clue, candidate, lexicon)
            others = sum(1 for _ in tokens(blanked, lexicon.language))
            shown = shown or clue
            if others > most:
                best, shown, most = blanked, clue, others
            if others >= MIN_OTHER_WORDS:
                break
        if most >= GOOD_OTHER_WORDS:
            break
    return best, shown


def _clues_around(paragraph: str, start: int, end: int) -> Iterable[str]:
    """Yield the sentence around a word, then the same with the sentence before or after it, each cut to length."""
    offset = max(0, start - MAX_REACH)
    text = paragraph[offset : end + MAX_REACH]
    start, end = start - offset, end - offset
    spans = sentences(text)
    here = next((n for n, (first, last) in enumerate(spans) if first <= start and end <= last), None)
    if here is None:
        return
    first, last = spans[here]
    whole = offset == 0 or here > 0
    yield _cut(text, first, last, start, end, whole=whole)
    before = spans[here - 1][0] if here else first
    after = spans[here + 1][1] if here + 1 < len(spans) else last
    yield (
        _cut(text, before, last, start, end, whole=whole) if here else _cut(text, first, after, start, end, whole=True)
    )


def _cut(text: str, first: int, last: int, start: int, end: int, *, whole: bool) -> str:
    """Return text[first:last] cut to MAX_CLUE characters around the word at start:end, where a reader would pause."""
    head = "" if whole else _ELLIPSIS
    if end - first > LATEST_END and last - first > MAX_CLUE:
        first = _next_pause(text, max(first, end - LATEST_END * 2 // 3), start)
        head = _ELLIPSIS
    tail = ""
    if last - first > MAX_CLUE - len(head):
        tail = " " + _ELLIPSIS
        last = _last_pause(text, first + MAX_CLUE - len(head) - len(tail), end)
    said = text[first:last].replace(GAP, "")
    return " ".join((head + said.strip().rstrip(",;:—–") + tail).split())


def _next_pause(text: str, earliest: int, before: int) -> int:
    """Return where a clause begins between two places; where none does, where a word does."""
    for place in range(earliest, before - LEAD):
        if text[place] in _CLAUSE_ENDS and text[place + 1 : place + 2].isspace():
            return place + 2
    blank = text.find(" ", earliest, before)
    return blank + 1 if blank >= 0 else before


def _last_pause(text: str, latest: int, after: int) -> int:
    """Return where a clause ends in the last third before `latest`; where none does, where a word does."""
    for place in range(latest - 1, max(after, latest - MAX_CLUE // 3), -1):
        if text[place] in _CLAUSE_ENDS and text[place + 1 : place + 2].isspace():
            return place
    blank = text.rfind(" ", after, latest)
    return blank if blank >= 0 else max(after, latest)


def _blank(clue: str, candidate: Candidate, lexicon: Lexicon) -> str:
    """Blank the word, everything of its family, and longer words that hold it, letter for letter."""
    parts: list[str] = []
    done = 0
    for token in tokens(clue, lexicon.language):
        word = fold(token.text, lexicon.language)
        if word.startswith(candidate.word) or word.endswith(candidate.word) or lexicon.family(word) == candidate.family:
            parts += [clue[done : token.start], BLANK * len(letters(word, lexicon.language))]
            done = token.end
    return "".join([*parts, clue[done:]])
