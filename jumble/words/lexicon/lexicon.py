"""Opens the lexicon of a language: Zipf frequency, known words, anagrams and lemmas. The only user of wordfreq.

A word is known if it is both in wordfreq's list and in simplemma's dictionary, since each alone contains non-words. Of
144,630 English words of 4 to 12 letters in the large list 63,895 remain, without *susie*, *niles* and *suisse*; of 200
of them with an anagram, checked by hand, six were names. simplemma's *abirritate* goes too.
"""

import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.util import find_spec
from itertools import islice
from math import floor
from pathlib import Path
from threading import Lock
from typing import Protocol

from jumble.startup.lazy import regex
from jumble.words.bundled_lists import word_set
from jumble.words.errors import LexiconError
from jumble.words.languages import rules
from jumble.words.lexicon.lemma_dictionary import DictionaryFormatError, LemmaDictionary, PackedDictionary
from jumble.words.lexicon.lemmatizer import (
    CACHED_LOOKUPS,
    Lemmatizer,
    ask_simplemma,
    dictionary_path,
    read_dictionary_parts,
)
from jumble.words.lexicon.lexicon_cache import Part, cache_folder, load_parts, save_parts
from jumble.words.lexicon.spelling_patterns import PARTS as PATTERN_PARTS
from jumble.words.lexicon.spelling_patterns import (
    SAMPLE,
    SpellingPatterns,
    learn_patterns,
    pack_patterns,
    unpack_patterns,
)
from jumble.words.lexicon.word_table import PARTS as TABLE_PARTS
from jumble.words.lexicon.word_table import WordTable, pack_table
from jumble.words.spelling import fold, letters

NOT_A_LETTER = regex(r"[\d\W_]")
MIN_HUNDREDTHS = 150
"""Hundredths of Zipf. Below Zipf 1.5, three occurrences in a hundred million words, a list has more misspellings than
words that a player would answer with."""

CACHE_FORMAT = 2
"""Version of the cached lexicon; to be raised when the same lists would be cached as other bytes."""

BULK_LOOKUP = 5_000
"""From so many words on, listing all frequent words of the table once is faster than looking up each. Words."""

GAP_ZIPF = 3.0
"""Zipf from which a word counts as known without the dictionary, in languages whose dictionary has gaps."""

SIBLING_CODES = {"no": "nb", "sr": "sh", "hr": "sh", "bs": "sh", "iw": "he", "in": "id", "tl": "fil"}
"""ISO 639-1 codes of languages, with the code that wordfreq has for each."""


class Lexicon(Protocol):
    """What the game knows about the words of one language. All words are folded (`jumble.words.fold`)."""

    @property
    def language(self) -> str:
        """ISO 639-1 code."""
        ...

    def zipf(self, word: str) -> float:
        """Return the word's frequency on the Zipf scale (log10 per billion words), 0.0 when it is unknown."""
        ...

    def frequent(self, words: Collection[str], least: float) -> dict[str, float]:
        """Return the Zipf of those words that have at least Zipf `least`; for many words faster than one by one."""
        ...

    def known(self, word: str) -> bool:
        """Return whether it is a dictionary word: accepted as an answer, and never shown as a scramble."""
        ...

    def anagrams(self, word: str) -> tuple[str, ...]:
        """Return the other known words of exactly the same letters, commonest first; `word` may be any string."""
        ...

    def family(self, word: str) -> str:
        """Return the lemma, which all forms of a word share: *country* for *countries*."""
        ...


class WordfreqLexicon:
    """The lexicon of one language, made of wordfreq's list and simplemma's dictionary."""

    def __init__(
        self, language: str, table: WordTable, lemmatizer: Lemmatizer, packed_patterns: Sequence[Part]
    ) -> None:
        """Build a lexicon; `packed_patterns` comes from `pack_patterns` and is unpacked when first needed."""
        self.language = language
        self._table = table
        self._lemmatizer = lemmatizer
        self._packed_patterns = packed_patterns
        self._zipf = lru_cache(maxsize=CACHED_LOOKUPS)(self._look_up)
        self._group = lru_cache(maxsize=CACHED_LOOKUPS)(self._words_of)

    def zipf(self, word: str) -> float:
        """See `Lexicon.zipf`."""
        return self._zipf(word)

    def frequent(self, words: Collection[str], least: float) -> dict[str, float]:
        """See `Lexicon.frequent`."""
        if len(words) < BULK_LOOKUP:
            zipfs = ((word, self.zipf(word)) for word in words)
        else:
            table = self._table.list_frequent(floor(least * 100))
            zipfs = ((word, self.zipf(word) if "ß" in word else table.get(word, 0) / 100) for word in words)
        return {word: zipf for word, zipf in zipfs if zipf >= least}

    def known(self, word: str) -> bool:
        """See `Lexicon.known`; a word on the bundled list of names is not known."""
        return self.zipf(word) > 0 and self._is_word(word)

    def anagrams(self, word: str) -> tuple[str, ...]:
        """See `Lexicon.anagrams`."""
        return tuple(other for other in self._group(tuple(sorted(letters(word, self.language)))) if other != word)

    def family(self, word: str) -> str:
        """See `Lexicon.family`."""
        return self._lemmatizer.find_lemma(word)

    @cached_property
    def spelling_patterns(self) -> SpellingPatterns:
        """The spelling patterns of the language's commonest words."""
        return unpack_patterns(self._packed_patterns)

    def _look_up(self, word: str) -> float:
        """Return the Zipf of a word; a word with ß that the list lacks is looked up with ss, as wordfreq spells it."""
        return (self._table.zipf(word) or ("ß" in word and self._table.zipf(word.replace("ß", "ss")))) / 100

    def _words_of(self, sorted_letters: tuple[str, ...]) -> tuple[str, ...]:
        """List the known words of exactly these letters, and not those of others made of the same code points."""
        return tuple(
            word
            for word in self._table.same_letters("".join(sorted_letters))
            if tuple(sorted(letters(word, self.language))) == sorted_letters and self._is_word(word)
        )

    def _is_word(self, word: str) -> bool:
        """Return whether the dictionary has a word, or may merely lack it; False for names."""
        if word in word_set("names", self.language):
            return False
        gaps = rules(self.language).dictionary_gaps
        return self._lemmatizer.has_form(word) or (
            gaps and self.zipf(word) >= GAP_ZIPF and not self._lemmatizer.is_name(word)
        )


_LOCK = Lock()


def open_lexicon(language: str = "en", folder: Path | None = None) -> Lexicon:
    """Return the lexicon of a language (ISO 639-1 code); opened once a process, safe to call from any thread.

    The tables that take long to build are cached as a file in `folder`, by default in `cache_folder()`. Raises
    LexiconError when wordfreq has no list for the language.
    """
    with _LOCK:
        return _open(language, folder)


def spelling_patterns_of(language: str) -> SpellingPatterns:
    """Return the spelling patterns of a language; raises LexiconError when wordfreq has no list for it."""
    with _LOCK:
        return _open(language, None).spelling_patterns


@cache
def _open(language: str, folder: Path | None) -> WordfreqLexicon:
    """Open the lexicon from its cache file, or build it and write that file; raises LexiconError."""
    list_path = _list_path(language)
    folder = folder or cache_folder()
    dictionary: LemmaDictionary | None = None
    try:
        path = dictionary_path(language)
        name = f"lexicon-{language}"
        key = _cache_key(list_path, path)
        parts = load_parts(folder, name, key)
        if parts is None:
            built = _build_list_parts(language) + (read_dictionary_parts(path) if path else [])
            save_parts(folder, name, key, built)
            parts = load_parts(folder, name, key) or [memoryview(part) for part in built]
        dictionary = PackedDictionary(parts[TABLE_PARTS + PATTERN_PARTS :]) if path else None
    except DictionaryFormatError:  # a later simplemma keeps its dictionaries in another way: ask it, cache nothing
        parts = [memoryview(part) for part in _build_list_parts(language)]
        dictionary = ask_simplemma(language)
    return WordfreqLexicon(
        language,
        WordTable(parts[:TABLE_PARTS]),
        Lemmatizer(dictionary, nouns_capitalised=rules(language).nouns_capitalised),
        parts[TABLE_PARTS : TABLE_PARTS + PATTERN_PARTS],
    )


def _build_list_parts(language: str) -> list[Part]:
    """Return the packed word table, then the packed spelling patterns of its commonest words."""
    buckets = list(_folded_buckets(language))
    return pack_table(buckets) + pack_patterns(learn_patterns(_list_commonest(buckets, SAMPLE), language))


def _cache_key(*sources: Path | None) -> str:
    """Return everything that the cached bytes depend on: our format, byte order, Unicode version, the source files."""
    stats = [(str(path), path.stat()) for path in sources if path]
    versions = [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats]
    return "\n".join([f"{CACHE_FORMAT} {sys.byteorder} {unicodedata.unidata_version}", *versions])


def _folded_buckets(language: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (hundredths of Zipf, folded words) from the commonest down to MIN_HUNDREDTHS.

    Each word comes once, under its highest frequency; strings with digits or marks and single letters are left out.
    """
    seen: set[str] = set()
    for zipf, bucket in _buckets(language):
        if zipf < MIN_HUNDREDTHS:
            return
        words = [word for word in bucket if word.isascii() and word.isalpha() and len(word) > 1]
        for raw in bucket:
            if not raw.isascii():
                # wordfreq turns a final ς into σ, which Greek readers and dictionaries do not
                word = fold(raw, language).removesuffix("σ") + "ς" * raw.endswith("σ")
                if len(word) > 1 and word not in seen and not NOT_A_LETTER.search(word):
                    seen.add(word)
                    words.append(word)
        yield zipf, words


def _list_commonest(buckets: Iterable[tuple[int, list[str]]], count: int) -> Iterator[str]:
    """Yield the first `count` words of buckets."""
    return islice((word for _, words in buckets for word in words), count)


def _buckets(language: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (hundredths of Zipf, words) from the commonest down, as wordfreq's data file has them.

    The file is read with msgpack in the documented format (wordfreq's `read_cBpack`), because importing wordfreq costs
    0.15 s and 16 MB for tokenizers that the game does not use. Raises LexiconError for another format.
    """
    import gzip  # not at start-up

    import msgpack

    with gzip.open(_list_path(language), "rb") as file:
        unpacker = msgpack.Unpacker(file, raw=False)
        count = unpacker.read_array_header()
        if unpacker.unpack() != {"format": "cB", "version": 1}:
            raise LexiconError("This version of wordfreq keeps its lists in another format; install wordfreq 3.")
        for index in range(count - 1):
            yield 900 - index, unpacker.unpack()


def _list_path(language: str) -> Path:
    """Return the file of wordfreq's large list of a language, else of its small one; raises LexiconError."""
    lists = _list_paths()
    code = SIBLING_CODES.get(language, language)
    for size in ("large", "small"):
        path = lists.get(f"{size}_{code}")
        if path is not None:
            return path
    codes = " ".join(sorted({name.partition("_")[2] for name in lists}))
    raise LexiconError(f"There is no word list for the language {language!r}; there are lists for: {codes}")


@cache
def _list_paths() -> dict[str, Path]:
    """Return the path of each of wordfreq's lists by name, such as `large_en`; raises LexiconError."""
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise LexiconError("The package wordfreq is not installed; install it with: pip install wordfreq")
    folder = Path(spec.origin).parent / "data"
    files = folder.glob("[a-z]*_*.msgpack.gz")
    return {path.name.partition(".")[0]: path for path in sorted(files)}
