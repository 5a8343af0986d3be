"""How common a word is, and whether it is a word at all: the only user of wordfreq.

Frequencies come from wordfreq's word lists, words from the overlap of the list with simplemma's dictionary: either
alone is polluted. Of 144,630 English words of 4 to 12 letters in the large list 63,895 are left (of the 200 with an
anagram that were read through, six were names), without *susie*, *niles*, *suisse*; simplemma's *abirritate* goes too.
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
from jumble.words.bundled_lists import words_of
from jumble.words.errors import LexiconError
from jumble.words.languages import rules
from jumble.words.lexicon.lemma_dictionary import Forms, FormsError, PackedForms
from jumble.words.lexicon.lemmatizer import REMEMBERED, Families, asked_dictionary, dictionary_parts, dictionary_path
from jumble.words.lexicon.lexicon_cache import Part, cache_folder, load, save
from jumble.words.lexicon.spelling_patterns import PARTS as USUAL_PARTS
from jumble.words.lexicon.spelling_patterns import SAMPLE, Usual, learn, usual_from, usual_parts
from jumble.words.lexicon.word_table import PARTS as TABLE_PARTS
from jumble.words.lexicon.word_table import WordTable, table_parts
from jumble.words.spelling import fold, letters

NO_WORD = regex(r"[\d\W_]")
FLOOR = 150
"""Hundredths of Zipf. Below 1.5, three occurrences in a hundred million words, a list holds more typing errors than
words that anyone would answer with."""

FORMAT = 2
"""Of stored lexicons; one more whenever the same lists would be stored otherwise."""

MANY = 5_000
"""Words that are asked for at once from which all common words are listed instead."""

COMMON = 3.0
"""Zipf from which a word passes without the dictionary, where that has gaps."""

SIBLING_CODES = {"no": "nb", "sr": "sh", "hr": "sh", "bs": "sh", "iw": "he", "in": "id", "tl": "fil"}
"""Languages that wordfreq has under another code."""


class Lexicon(Protocol):
    """What the game knows of the words of one language. All words are folded (`jumble.words.fold`)."""

    @property
    def language(self) -> str:
        """ISO 639-1 code."""
        ...

    def zipf(self, word: str) -> float:
        """Give log10 of the word's occurrences in a billion words, 0.0 when it is unknown."""
        ...

    def frequent(self, words: Collection[str], least: float) -> dict[str, float]:
        """Give the Zipf of those of the words that are at least so common: for many, faster than one by one."""
        ...

    def known(self, word: str) -> bool:
        """Say whether it is a dictionary word that an answer may be, and that a scramble must not spell."""
        ...

    def anagrams(self, word: str) -> tuple[str, ...]:
        """List the other known words of exactly the same letters, commonest first; the word itself may be none."""
        ...

    def family(self, word: str) -> str:
        """Give what the forms of one lemma have in common: *country* for *countries*."""
        ...


class WordLists:
    """The lexicon of one language, from wordfreq's list and simplemma's dictionary."""

    def __init__(self, language: str, table: WordTable, families: Families, spelling: Sequence[Part]) -> None:
        """Take `spelling` in the parts that `usual_parts` made."""
        self.language = language
        self._table = table
        self._families = families
        self._spelling = spelling
        self._zipf = lru_cache(maxsize=REMEMBERED)(self._look_up)
        self._group = lru_cache(maxsize=REMEMBERED)(self._words_of)

    def zipf(self, word: str) -> float:
        """See `Lexicon.zipf`."""
        return self._zipf(word)

    def frequent(self, words: Collection[str], least: float) -> dict[str, float]:
        """See `Lexicon.frequent`."""
        if len(words) < MANY:
            asked = ((word, self.zipf(word)) for word in words)
        else:
            listed = self._table.from_zipf(floor(least * 100))
            asked = ((word, self.zipf(word) if "ß" in word else listed.get(word, 0) / 100) for word in words)
        return {word: zipf for word, zipf in asked if zipf >= least}

    def known(self, word: str) -> bool:
        """See `Lexicon.known`: in the word list and in the dictionary, and not in our list of names."""
        return self.zipf(word) > 0 and self._is_word(word)

    def anagrams(self, word: str) -> tuple[str, ...]:
        """See `Lexicon.anagrams`."""
        return tuple(other for other in self._group(tuple(sorted(letters(word, self.language)))) if other != word)

    def family(self, word: str) -> str:
        """See `Lexicon.family`."""
        return self._families.lemma(word)

    @cached_property
    def usual(self) -> Usual:
        """What is usual in the spelling of its words."""
        return usual_from(self._spelling)

    def _look_up(self, word: str) -> float:
        # wordfreq writes ß as ss
        return (self._table.zipf(word) or ("ß" in word and self._table.zipf(word.replace("ß", "ss")))) / 100

    def _words_of(self, sorted_letters: tuple[str, ...]) -> tuple[str, ...]:
        """List the known words of exactly these letters, and not those of others made of the same code points."""
        return tuple(
            word
            for word in self._table.same_letters("".join(sorted_letters))
            if tuple(sorted(letters(word, self.language))) == sorted_letters and self._is_word(word)
        )

    def _is_word(self, word: str) -> bool:
        if word in words_of("names", self.language):
            return False
        gaps = rules(self.language).dictionary_gaps
        return self._families.knows(word) or (gaps and self.zipf(word) >= COMMON and not self._families.is_name(word))


_LOCK = Lock()


def open_lexicon(language: str = "en", folder: Path | None = None) -> Lexicon:
    """Open the lexicon of a language, once for each; safe to call from any thread.

    What opening takes long to make is stored in `folder`, by default where `cache_folder` says, for the next time.
    Raises LexiconError when wordfreq has no list for the language.
    """
    with _LOCK:
        return _open(language, folder)


def usual_spelling(language: str) -> Usual:
    """Give what is usual in the spelling of a language; raises LexiconError as `open_lexicon` does."""
    with _LOCK:
        return _open(language, None).usual


@cache
def _open(language: str, folder: Path | None) -> WordLists:
    listed = _path(language)
    folder = folder or cache_folder()
    forms: Forms | None = None
    try:
        dictionary = dictionary_path(language)
        name = f"lexicon-{language}"
        key = _key(listed, dictionary)
        parts = load(folder, name, key)
        if parts is None:
            made = _listed_parts(language) + (dictionary_parts(dictionary) if dictionary else [])
            save(folder, name, key, made)
            parts = load(folder, name, key) or [memoryview(part) for part in made]
        forms = PackedForms(parts[TABLE_PARTS + USUAL_PARTS :]) if dictionary else None
    except FormsError:  # a simplemma of tomorrow
        parts, forms = [memoryview(part) for part in _listed_parts(language)], asked_dictionary(language)
    return WordLists(
        language,
        WordTable(parts[:TABLE_PARTS]),
        Families(forms, nouns_capitalised=rules(language).nouns_capitalised),
        parts[TABLE_PARTS : TABLE_PARTS + USUAL_PARTS],
    )


def _listed_parts(language: str) -> list[Part]:
    """Make the parts of the table, and those of the usual spelling of its commonest words."""
    rows = list(_rows(language))
    return table_parts(rows) + usual_parts(learn(_commonest(rows, SAMPLE), language))


def _key(*sources: Path | None) -> str:
    """Name what a stored lexicon was made of: our own format, the files it came from, how numbers and letters are."""
    stats = [(str(path), path.stat()) for path in sources if path]
    made_of = [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats]
    return "\n".join([f"{FORMAT} {sys.byteorder} {unicodedata.unidata_version}", *made_of])


def _rows(language: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (hundredths of Zipf, folded words) of the list, each word once, without numbers and single letters."""
    seen: set[str] = set()
    for zipf, bucket in _buckets(language):
        if zipf < FLOOR:
            return
        words = [word for word in bucket if word.isascii() and word.isalpha() and len(word) > 1]
        for raw in bucket:
            if not raw.isascii():
                # wordfreq folds the final sigma too, which Greek readers and dictionaries do not
                word = fold(raw, language).removesuffix("σ") + "ς" * raw.endswith("σ")
                if len(word) > 1 and word not in seen and not NO_WORD.search(word):
                    seen.add(word)
                    words.append(word)
        yield zipf, words


def _commonest(rows: Iterable[tuple[int, list[str]]], count: int) -> Iterator[str]:
    """Yield the commonest words of the rows, names and all, the commonest first."""
    return islice((word for _, words in rows for word in words), count)


def _buckets(language: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (hundredths of Zipf, words) from the commonest down, straight from wordfreq's data file.

    The file is read with msgpack, as wordfreq documents it (`read_cBpack`), because importing wordfreq costs 0.15 s
    and 16 MB for tokenizers that we do not use.
    """
    import gzip  # not at start-up

    import msgpack

    with gzip.open(_path(language), "rb") as file:
        unpacker = msgpack.Unpacker(file, raw=False)
        count = unpacker.read_array_header()
        if unpacker.unpack() != {"format": "cB", "version": 1}:
            raise LexiconError("This version of wordfreq keeps its lists in another format; install wordfreq 3.")
        for index in range(count - 1):
            yield 900 - index, unpacker.unpack()


def _path(language: str) -> Path:
    lists = _lists()
    code = SIBLING_CODES.get(language, language)
    for size in ("large", "small"):
        path = lists.get(f"{size}_{code}")
        if path is not None:
            return path
    codes = " ".join(sorted({name.partition("_")[2] for name in lists}))
    raise LexiconError(f"There is no word list for the language {language!r}; there are lists for: {codes}")


@cache
def _lists() -> dict[str, Path]:
    """Find wordfreq's lists: `large_en` and its like, with the path of each."""
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise LexiconError("The package wordfreq is not installed; install it with: pip install wordfreq")
    folder = Path(spec.origin).parent / "data"
    files = folder.glob("[a-z]*_*.msgpack.gz")
    return {path.name.partition(".")[0]: path for path in sorted(files)}
