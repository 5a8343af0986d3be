"""Where the words of an article stand, and what their capitals say: two passes over the text, whatever its size.

The first only counts what is written, at the speed of the regular expression. The second looks at the places of the
words that the first has left in question, and of each at no more than a few.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jumble.article.model import Article
from jumble.words.levels import LOWER_CASE_SHARE, MAX_OCCURRENCES
from jumble.words.spelling import fold
from jumble.words.tokenizer import is_word, matches, surfaces, trim

_SENTENCE_END = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’«»„()\[\]—–-]*$")
"""What stands before the first word of a sentence, quotation or paragraph."""

_LOOK_BACK = 8
"""Characters enough to see a full stop, closing quotes and the space after them."""


@dataclass(slots=True)
class Sighting:
    """How one word is written in an article, in whatever case."""

    count: int = 0
    small: int = 0
    """How often without a capital."""
    surfaces: list[str] = field(default_factory=list)
    """The tokens as written; the places of a word that is ever written small are those where it is."""


@dataclass(slots=True)
class Context:
    """The places of one word that were looked at."""

    places: list[tuple[int, int, int]] = field(default_factory=list)
    """(paragraph, start, end), in reading order."""
    inside: bool = False
    """At least one capital where no sentence starts, or before another capital: it looks like a name."""
    after: set[str] = field(default_factory=set)
    """The words before its capitals, folded."""


def sightings(article: Article) -> dict[str, Sighting]:
    """Count the words of the paragraphs, folded, in order of first appearance."""
    counts: Counter[str] = Counter()
    for paragraph in article.paragraphs:
        counts.update(surfaces(paragraph))
    seen: dict[str, Sighting] = {}
    for surface, count in counts.items():
        if not is_word(surface):
            continue
        before, after = trim(surface, article.language)
        written = surface[before : len(surface) - after]
        word = fold(written, article.language)
        sighting = seen.setdefault(word, Sighting())
        sighting.count += count
        sighting.surfaces.append(surface)
        if not written[0].isupper():
            sighting.small += count
    return seen


def tells_case(seen: Mapping[str, Sighting]) -> bool:
    """Say whether capitals mean anything in this text; in one that is all capitals they do not."""
    return sum(sighting.small > 0 for sighting in seen.values()) >= LOWER_CASE_SHARE * len(seen)


def contexts(article: Article, wanted: Iterable[str], seen: Mapping[str, Sighting]) -> dict[str, Context]:
    """Look up the first places of some words; of a word that is ever written small, the places where it is."""
    found = {word: Context() for word in wanted}
    left = {word: min(seen[word].small or seen[word].count, MAX_OCCURRENCES) for word in found}
    sought = {surface: word for word in found for surface in seen[word].surfaces}
    for number, paragraph in enumerate(article.paragraphs):
        if not left:
            break
        previous = ""
        capital: Context | None = None
        for match in matches(paragraph):
            surface = match.group()
            if capital is not None:
                capital.inside |= surface[0].isupper()
                capital = None
            word = sought.get(surface)
            if word is not None and word in left:
                start, end = match.span()
                before, after = trim(surface, article.language)
                context = found[word]
                is_capital = surface[before].isupper()
                if not (is_capital and seen[word].small):
                    context.places.append((number, start + before, end - after))
                    left[word] -= 1
                    if not left[word]:
                        del left[word]
                if is_capital:
                    capital = context
                    context.after.add(fold(previous, article.language))
                    context.inside |= not _starts_sentence(paragraph, start)
            previous = surface
    return found


def _starts_sentence(paragraph: str, start: int) -> bool:
    return start == 0 or _SENTENCE_END.search(paragraph[max(0, start - _LOOK_BACK) : start]) is not None
