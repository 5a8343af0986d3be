"""Counts the words of an article and finds the first places of each, in two passes over the text, whatever its size.

A chunk is a run of characters without white space; one chunk may hold several words. The first pass counts chunks at
the speed of `str.split` and looks for words only in the different ones. The second locates the words that are still
in question, at most MAX_OCCURRENCES places of each.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jumble.article.article import Article
from jumble.startup.lazy import regex
from jumble.words.levels import LOWER_CASE_SHARE, MAX_CHUNKS, MAX_OCCURRENCES
from jumble.words.spelling import fold
from jumble.words.tokenizer import word_spans

_SENTENCE_END = regex(r"(?:^|[.!?:…\n])[\s\"'“”‘’«»„()\[\]—–-]*$")
"""Matches the text before the first word of a sentence, quotation or paragraph."""

_LOOK_BACK = 12
"""Characters: enough to see a full stop, closing quotes and the space after them, or a determiner."""

_BATCH_SIZE = 1 << 18
"""Characters split into chunks at a time, so that a text of one long paragraph is not split into one huge list."""


@dataclass(slots=True)
class WordCount:
    """How often one word occurs in an article, and the chunks that contain it."""

    first_chunk: str
    count: int = 0
    """In any case, upper or lower."""
    lower_case_count: int = 0
    """Occurrences whose first letter is not a capital."""
    other_chunks: list[str] | None = None
    """Different chunks after the first; None for most words, which saves memory where there are millions."""

    def list_chunks(self) -> tuple[str, ...]:
        """Return the different chunks that contain the word, in order of appearance."""
        return (self.first_chunk, *(self.other_chunks or ()))


@dataclass(slots=True)
class Context:
    """The first places of one word, and whether its neighbours there make it look like a name."""

    always_capitalised: bool = False
    """The article never has the word in lower case; only then are its neighbours looked at."""
    places: list[tuple[int, int, int]] = field(default_factory=list)
    """(paragraph index, start, end) in code points, in reading order; at most MAX_OCCURRENCES."""
    looks_like_name: bool = False
    """At least once it has a capital inside a sentence, or stands before another capitalised word."""
    preceding_words: set[str] = field(default_factory=set)
    """The words directly before it, folded; an empty string where there is none."""


def count_words(article: Article) -> dict[str, WordCount]:
    """Count the words of the paragraphs, by folded word, in order of first appearance."""
    word_counts: dict[str, WordCount] = {}
    for chunk, count in _count_chunks(article).items():
        for start, end in word_spans(chunk, article.language):
            word = fold(chunk[start:end], article.language)
            word_count = word_counts.get(word)
            if word_count is None:
                # with the chunk itself as the key, the same string is not kept in memory twice
                word_count = word_counts[chunk if word == chunk else word] = WordCount(chunk)
            elif word_count.other_chunks is None:
                word_count.other_chunks = [chunk] if chunk != word_count.first_chunk else None
            elif chunk != word_count.other_chunks[-1]:
                word_count.other_chunks.append(chunk)
            word_count.count += count
            if not chunk[start].isupper():
                word_count.lower_case_count += count
    return word_counts


def _count_chunks(article: Article) -> Counter[str]:
    """Count the different chunks in order of appearance; once there are MAX_CHUNKS, new ones are ignored."""
    counts: Counter[str] = Counter()
    batches = (batch for paragraph in article.paragraphs for batch in _split_in_batches(paragraph))
    for batch in batches:
        counts.update(batch)
        if len(counts) >= MAX_CHUNKS:
            break
    for batch in batches:
        counts.update(filter(counts.__contains__, batch))
    return counts


def _split_in_batches(paragraph: str) -> Iterator[list[str]]:
    """Yield the chunks of a paragraph in lists, each from about _BATCH_SIZE characters."""
    start = 0
    while len(paragraph) - start > _BATCH_SIZE and (end := paragraph.find(" ", start + _BATCH_SIZE)) >= 0:
        yield paragraph[start:end].split()
        start = end
    yield (paragraph[start:] if start else paragraph).split()


def uses_case(word_counts: Mapping[str, WordCount]) -> bool:
    """Return whether capitals distinguish words in this text; False for a text written all in capitals."""
    return sum(count.lower_case_count > 0 for count in word_counts.values()) >= LOWER_CASE_SHARE * len(word_counts)


def find_contexts(article: Article, words: Iterable[str], word_counts: Mapping[str, WordCount]) -> dict[str, Context]:
    """Find the first places of some folded words; of a word that occurs in lower case, only its lower-case places."""
    contexts = {word: Context(always_capitalised=not word_counts[word].lower_case_count) for word in words}
    spans_by_chunk = _spans_by_chunk(contexts, word_counts, article.language)
    for number, paragraph in enumerate(article.paragraphs):
        if not spans_by_chunk:
            break
        for chunk, place in _locate(_chunks_among(paragraph, spans_by_chunk), paragraph):
            incomplete = False
            for context, start, end in spans_by_chunk.get(chunk, ()):
                if len(context.places) < MAX_OCCURRENCES:
                    context.places.append((number, place + start, place + end))
                    incomplete |= len(context.places) < MAX_OCCURRENCES
                    if context.always_capitalised:
                        _note_neighbours(context, paragraph, place + start, place + end, article.language)
            if not incomplete:
                spans_by_chunk.pop(chunk, None)
    return contexts


def _spans_by_chunk(
    contexts: Mapping[str, Context], word_counts: Mapping[str, WordCount], language: str
) -> dict[str, list[tuple[Context, int, int]]]:
    """Map each chunk to the words in it that are to be located, as (context of the word, start, end in the chunk).

    Capitalised places are left out for words that also occur in lower case. Each chunk is searched once, however many
    words it holds: a list written without spaces is a single chunk.
    """
    spans_by_chunk: dict[str, list[tuple[Context, int, int]]] = {}
    for chunk in dict.fromkeys(chunk for word in contexts for chunk in word_counts[word].list_chunks()):
        for start, end in word_spans(chunk, language):
            context = contexts.get(fold(chunk[start:end], language))
            if context is not None and (context.always_capitalised or not chunk[start].isupper()):
                spans_by_chunk.setdefault(chunk, []).append((context, start, end))
    return spans_by_chunk


def _chunks_among(paragraph: str, wanted_chunks: Container[str]) -> Iterator[str]:
    """Yield the chunks of a paragraph that are wanted, in order; `wanted_chunks` may shrink meanwhile."""
    for batch in _split_in_batches(paragraph):
        yield from [chunk for chunk in batch if chunk in wanted_chunks]


def _locate(chunks: Iterable[str], paragraph: str) -> Iterator[tuple[str, int]]:
    """Yield (chunk, start) for chunks of a paragraph that are given in order of appearance."""
    place, paragraph_end = 0, len(paragraph)
    for chunk in chunks:
        while True:
            place = paragraph.index(chunk, place)
            end = place + len(chunk)
            if (not place or paragraph[place - 1].isspace()) and (end == paragraph_end or paragraph[end].isspace()):
                break
            place += 1  # it stands inside a longer chunk
        yield chunk, place
        place = end


def _note_neighbours(context: Context, paragraph: str, start: int, end: int, language: str) -> None:
    """Add to the context what the text around a capitalised word at start:end says about it."""
    before = paragraph[max(0, start - _LOOK_BACK) : start]
    after = paragraph[end : end + 2]
    starts_sentence = start == 0 or _SENTENCE_END.search(before) is not None
    context.looks_like_name |= not starts_sentence or (after[:1] == " " and after[1:].isupper())
    previous = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
    context.preceding_words.add(fold(previous, language))
