"""Where the words of an article stand, and what their capitals say: two passes over the text, whatever its size.

The first counts the pieces between white space, at the speed of `str.split`; only the different ones are looked into.
The second looks for the places of the words that are still in question, and of each at no more than a few.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jumble.article.article import Article
from jumble.startup.lazy import regex
from jumble.words.levels import LOWER_CASE_SHARE, MAX_OCCURRENCES, MAX_PIECES
from jumble.words.spelling import fold
from jumble.words.tokenizer import words_in

_SENTENCE_END = regex(r"(?:^|[.!?:…\n])[\s\"'“”‘’«»„()\[\]—–-]*$")
"""What stands before the first word of a sentence, quotation or paragraph."""

_LOOK_BACK = 12
"""Characters enough to see a full stop, closing quotes and the space after them, or a determiner."""


_PORTION = 1 << 18
"""Characters that are parted into pieces together: a paragraph may be all of a text."""


@dataclass(slots=True)
class Sighting:
    """How one word is written in an article, in whatever case."""

    piece: str
    """The first of the pieces between white space that it stands in."""
    count: int = 0
    small: int = 0
    """How often without a capital."""
    others: list[str] | None = None
    """The other pieces; most words, and nearly all where there are millions, have none."""

    def pieces(self) -> tuple[str, ...]:
        """List the different pieces that the word stands in."""
        return (self.piece, *(self.others or ()))


@dataclass(slots=True)
class Context:
    """The places of one word that were looked at."""

    capitals_only: bool = False
    """It is never written small, so that what stands around it matters."""
    places: list[tuple[int, int, int]] = field(default_factory=list)
    """(paragraph, start, end), in reading order."""
    inside: bool = False
    """At least one capital where no sentence starts, or before another capital: it looks like a name."""
    after: set[str] = field(default_factory=set)
    """The words before its capitals, folded."""


def sightings(article: Article) -> dict[str, Sighting]:
    """Count the words of the paragraphs, folded, in order of first appearance."""
    seen: dict[str, Sighting] = {}
    for piece, count in _counts(article).items():
        for start, end in words_in(piece, article.language):
            word = fold(piece[start:end], article.language)
            sighting = seen.get(word)
            if sighting is None:
                sighting = seen[piece if word == piece else word] = Sighting(piece)
            elif sighting.others is None:
                sighting.others = [piece] if piece != sighting.piece else None
            elif piece != sighting.others[-1]:
                sighting.others.append(piece)
            sighting.count += count
            if not piece[start].isupper():
                sighting.small += count
    return seen


def _counts(article: Article) -> Counter[str]:
    """Count the different pieces between white space, in order; from MAX_PIECES on only those there are."""
    counts: Counter[str] = Counter()
    portions = (portion for paragraph in article.paragraphs for portion in _portions(paragraph))
    for portion in portions:
        counts.update(portion)
        if len(counts) >= MAX_PIECES:
            break
    for portion in portions:
        counts.update(filter(counts.__contains__, portion))
    return counts


def _portions(paragraph: str) -> Iterator[list[str]]:
    """Yield the pieces of a paragraph, so many at a time."""
    start = 0
    while len(paragraph) - start > _PORTION and (end := paragraph.find(" ", start + _PORTION)) >= 0:
        yield paragraph[start:end].split()
        start = end
    yield (paragraph[start:] if start else paragraph).split()


def tells_case(seen: Mapping[str, Sighting]) -> bool:
    """Say whether capitals mean anything in this text; in one that is all capitals they do not."""
    return sum(sighting.small > 0 for sighting in seen.values()) >= LOWER_CASE_SHARE * len(seen)


def contexts(article: Article, wanted: Iterable[str], seen: Mapping[str, Sighting]) -> dict[str, Context]:
    """Look up the first places of some words; of a word that is ever written small, the places where it is."""
    found = {word: Context(capitals_only=not seen[word].small) for word in wanted}
    sought = _to_look_for(found, seen, article.language)
    for number, paragraph in enumerate(article.paragraphs):
        if not sought:
            break
        for piece, place in _places(paragraph, _sought(paragraph, sought)):
            left = False
            for context, start, end in sought.get(piece, ()):
                if len(context.places) < MAX_OCCURRENCES:
                    context.places.append((number, place + start, place + end))
                    left |= len(context.places) < MAX_OCCURRENCES
                    if context.capitals_only:
                        _look_around(context, paragraph, place + start, place + end, article.language)
            if not left:
                sought.pop(piece, None)
    return found


def _to_look_for(
    found: Mapping[str, Context], seen: Mapping[str, Sighting], language: str
) -> dict[str, list[tuple[Context, int, int]]]:
    """Give the pieces in which words have no capital, if they ever have none, and where in them they stand.

    Each piece is looked into once: a list without spaces is one piece of all its words.
    """
    sought: dict[str, list[tuple[Context, int, int]]] = {}
    for piece in dict.fromkeys(piece for word in found for piece in seen[word].pieces()):
        for start, end in words_in(piece, language):
            context = found.get(fold(piece[start:end], language))
            if context is not None and (context.capitals_only or not piece[start].isupper()):
                sought.setdefault(piece, []).append((context, start, end))
    return sought


def _sought(paragraph: str, sought: Container[str]) -> Iterator[str]:
    """Yield the pieces of a paragraph that are looked for."""
    for portion in _portions(paragraph):
        yield from [piece for piece in portion if piece in sought]


def _places(paragraph: str, pieces: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield pieces of a paragraph, given in their order, with the place of each between white space."""
    place, last = 0, len(paragraph)
    for piece in pieces:
        while True:
            place = paragraph.index(piece, place)
            end = place + len(piece)
            if (not place or paragraph[place - 1].isspace()) and (end == last or paragraph[end].isspace()):
                break
            place += 1
        yield piece, place
        place = end


def _look_around(context: Context, paragraph: str, start: int, end: int, language: str) -> None:
    """Note what the neighbours say about a word with a capital."""
    before = paragraph[max(0, start - _LOOK_BACK) : start]
    after = paragraph[end : end + 2]
    starts = start == 0 or _SENTENCE_END.search(before) is not None
    context.inside |= not starts or (after[:1] == " " and after[1:].isupper())
    previous = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
    context.after.add(fold(previous, language))
