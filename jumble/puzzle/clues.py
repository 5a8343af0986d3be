"""Makes clues: a sentence of the article in which the word, and every other form of it, is blanked."""

from collections.abc import Iterable

from jumble.article import GAP, Article, sentences
from jumble.words import Candidate, Lexicon, fold, letters, tokens

BLANK = "·"
"""Shown in place of each letter of a blanked word."""
MAX_CLUE = 160
"""Characters, sentence and ellipses together: two lines of 80 columns."""
LATEST_END = 145
"""Characters; if the word ends later than this in a long sentence, the beginning of the sentence is cut off."""
LEAD = 40
"""Characters to keep before the word where the beginning of the sentence is cut off at a pause."""
MIN_OTHER_WORDS = 5
"""Words not blanked that a clue needs at least; fewer tell nothing."""
GOOD_OTHER_WORDS = 9
"""Words not blanked from which a clue is good enough; later sentences are then not tried."""
MAX_REACH = 600
"""Characters on either side of the word in which its sentence is looked for; a longer sentence is cut anyway."""

_CLAUSE_ENDS = ',;:—–)”"'
_ELLIPSIS = "…"


def make_clue(article: Article, candidate: Candidate, lexicon: Lexicon) -> tuple[str, str]:
    """Return the best clue for a word from its sentences, and the same text unblanked; each at most MAX_CLUE long.

    The first clue with GOOD_OTHER_WORDS words beside the blanks, else the one with the most; a sentence that is too
    short is taken with its neighbour. The clue is empty when no text has MIN_OTHER_WORDS; the second is then the first
    sentence.
    """
    best_clue, best_text, most_words = "", "", MIN_OTHER_WORDS - 1
    for paragraph, start, end in candidate.occurrences:
        for text in _texts_around(article.paragraphs[paragraph], start, end):
            clue = _blank(text, candidate, lexicon)
            word_count = sum(1 for _ in tokens(clue, lexicon.language))
            best_text = best_text or text
            if word_count > most_words:
                best_clue, best_text, most_words = clue, text, word_count
            if word_count >= MIN_OTHER_WORDS:
                break
        if most_words >= GOOD_OTHER_WORDS:
            break
    return best_clue, best_text


def _texts_around(paragraph: str, start: int, end: int) -> Iterable[str]:
    """Yield the sentence of the word at start:end, then the same with the sentence before it, or else after it.

    Each is cut to MAX_CLUE characters. Yields nothing where no single sentence holds the word.
    """
    offset = max(0, start - MAX_REACH)
    text = paragraph[offset : end + MAX_REACH]
    start, end = start - offset, end - offset
    spans = sentences(text)
    index = next((n for n, (first, last) in enumerate(spans) if first <= start and end <= last), None)
    if index is None:
        return
    first, last = spans[index]
    whole = offset == 0 or index > 0
    yield _cut(text, first, last, start, end, whole=whole)
    if index:
        yield _cut(text, spans[index - 1][0], last, start, end, whole=whole)
    else:
        after = spans[index + 1][1] if index + 1 < len(spans) else last
        yield _cut(text, first, after, start, end, whole=True)


def _cut(text: str, first: int, last: int, start: int, end: int, *, whole: bool) -> str:
    """Return text[first:last] cut to MAX_CLUE characters around the word at start:end, between clauses if possible.

    `whole` says that `first` is the beginning of a sentence; otherwise the text starts with an ellipsis.
    """
    head = "" if whole else _ELLIPSIS
    if end - first > LATEST_END and last - first > MAX_CLUE:
        first = _next_pause(text, max(first, end - LATEST_END * 2 // 3), start)
        head = _ELLIPSIS
    tail = ""
    if last - first > MAX_CLUE - len(head):
        tail = " " + _ELLIPSIS
        last = _last_pause(text, first + MAX_CLUE - len(head) - len(tail), end)
    kept_text = text[first:last].replace(GAP, "")
    return " ".join((head + kept_text.strip().rstrip(",;:—–") + tail).split())


def _next_pause(text: str, earliest: int, before: int) -> int:
    """Return where a clause begins from `earliest` to LEAD characters before `before`, else where a word begins."""
    for place in range(earliest, before - LEAD):
        if text[place] in _CLAUSE_ENDS and text[place + 1 : place + 2].isspace():
            return place + 2
    space = text.find(" ", earliest, before)
    return space + 1 if space >= 0 else before


def _last_pause(text: str, latest: int, after: int) -> int:
    """Return where a clause ends after `after`, at most MAX_CLUE/3 before `latest`; else where a word ends."""
    for place in range(latest - 1, max(after, latest - MAX_CLUE // 3), -1):
        if text[place] in _CLAUSE_ENDS and text[place + 1 : place + 2].isspace():
            return place
    space = text.rfind(" ", after, latest)
    return space if space >= 0 else max(after, latest)


def _blank(clue: str, candidate: Candidate, lexicon: Lexicon) -> str:
    """Return a text in which the candidate, its other forms and words that begin or end with it are blanked."""
    parts: list[str] = []
    done = 0
    for token in tokens(clue, lexicon.language):
        word = fold(token.text, lexicon.language)
        if word.startswith(candidate.word) or word.endswith(candidate.word) or lexicon.family(word) == candidate.family:
            parts += [clue[done : token.start], BLANK * len(letters(word, lexicon.language))]
            done = token.end
    return "".join([*parts, clue[done:]])
